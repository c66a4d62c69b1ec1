"""`python -m benchmarks.bert FOLDER`: writes a BERT-base in fp32 and in 8 bits, its weights random.

The shape is ParsBERT's. What its weights say has no bearing on time or size; the nodes are laid out
as in Aram's own encoder, query, key and value in one product, which favours BERT a little.
"""

import sys
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from benchmarks.shape import (
    EIGHT_BITS,
    HEADS,
    INNER,
    INPUT,
    LAYERS,
    OUTPUT,
    SEED,
    TOKENS,
    WHOLE,
    WIDTH,
)

_SPREAD = 0.02
_TINY = 1e-12
_OPSET, _IR = 20, 10


def build(folder: Path) -> None:
    """Write WHOLE, and EIGHT_BITS by onnxruntime's dynamic quantisation."""
    onnx.save(_Graph().model(), folder / WHOLE)
    quantize_dynamic(
        folder / WHOLE, folder / EIGHT_BITS, per_channel=True, weight_type=QuantType.QInt8
    )


class _Graph:
    """The layers, from embedded pieces to states: [1, TOKENS, WIDTH]."""

    def __init__(self) -> None:
        self._random = np.random.default_rng(SEED)
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def model(self) -> onnx.ModelProto:
        self._constant("split", np.array([0, -1, 3, HEADS, WIDTH // HEADS]))
        self._constant("whole", np.array([0, -1, WIDTH]))
        self._constant("scale", np.array((WIDTH // HEADS) ** -0.5, np.float32))
        for part in range(3):
            self._constant(f"part{part}", np.array(part))
        states = self._norm(INPUT, "before")
        for number in range(LAYERS):
            states = self._layer(states, f"{number}.")
        self._node("Identity", [states], OUTPUT)
        ends = [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, TOKENS, WIDTH])
            for name in (INPUT, OUTPUT)
        ]
        graph = helper.make_graph(self._nodes, "bert", ends[:1], ends[1:], self._constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)])
        model.ir_version = _IR
        return model

    def _layer(self, states: str, at: str) -> str:
        parts = self._node("Reshape", [self._linear(states, f"{at}attend", 3 * WIDTH), "split"])
        by_part = self._node("Transpose", [parts], perm=[2, 0, 3, 1, 4])
        query, key, value = (
            self._node("Gather", [by_part, f"part{part}"], axis=0) for part in range(3)
        )
        turned = self._node("Transpose", [key], perm=[0, 1, 3, 2])
        looks = self._node("MatMul", [self._node("Mul", [query, "scale"]), turned])
        seen = self._node("MatMul", [self._node("Softmax", [looks], axis=-1), value])
        back = self._node("Transpose", [seen], perm=[0, 2, 1, 3])
        joined = self._node("Reshape", [back, "whole"])
        attended = self._linear(joined, f"{at}attended", WIDTH)
        states = self._norm(self._node("Add", [states, attended]), f"{at}after_attention")
        inner = self._node("Gelu", [self._linear(states, f"{at}inner", INNER)])
        outer = self._linear(inner, f"{at}outer", WIDTH, of=INNER)
        return self._norm(self._node("Add", [states, outer]), f"{at}after")

    def _linear(self, inputs: str, name: str, width: int, *, of: int = WIDTH) -> str:
        self._constant(f"{name}.weight", self._weights(of, width))
        self._constant(f"{name}.bias", self._weights(width))
        product = self._node("MatMul", [inputs, f"{name}.weight"])
        return self._node("Add", [product, f"{name}.bias"])

    def _norm(self, inputs: str, name: str) -> str:
        self._constant(f"{name}.gain", np.ones(WIDTH, np.float32))
        self._constant(f"{name}.shift", np.zeros(WIDTH, np.float32))
        names = [inputs, f"{name}.gain", f"{name}.shift"]
        return self._node("LayerNormalization", names, axis=-1, epsilon=_TINY)

    def _node(
        self, kind: str, inputs: list[str], output: str = "", **settings: int | float | list[int]
    ) -> str:
        output = output or f"{len(self._nodes)}:{kind}"
        node = helper.make_node(kind, inputs, [output], name=output)
        node.attribute.extend(
            helper.make_attribute(setting, value) for setting, value in settings.items()
        )
        self._nodes.append(node)
        return output

    def _weights(self, *shape: int) -> NDArray[np.float32]:
        return self._random.standard_normal(shape, np.float32) * np.float32(_SPREAD)

    def _constant(self, name: str, values: NDArray[np.generic]) -> None:
        self._constants.append(numpy_helper.from_array(values, name))


if __name__ == "__main__":
    build(Path(sys.argv[1]))
