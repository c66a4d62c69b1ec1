"""Writes the encoder as the bot runs it: an ONNX graph in 8-bit integers, and its tables.

Before quantising, each linear layer's inputs are smoothed: single loud channels are turned down and
their weights up (SmoothQuant, Xiao et al. 2022), or they would take all of the eight bits.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from bot.detection.encoder import Encoder
from bot.detection.ngrams import Floats
from bot.detection.pieces import Pieces
from bot.detection.scene import Scene
from bot.training.network import Network
from bot.training.source import HEADS, LAYERS, WIDTH, Source
from bot.training.tune import predict

SMOOTHED_BY = 0.7
_SAMPLES = 160
_LINEAR = ("attend", "attended", "inner", "outer")
_TINY = 1e-12
_OPSET, _IR = 20, 10
_ZERO = 128


def export(
    network: Network,
    source: Source,
    kept: list[int],
    scenes: Sequence[Scene],
    folder: Path,
) -> None:
    """Write `encoder.onnx` and `encoder.npz`; the first scenes show how loud the channels are."""
    pieces = Pieces([source.pieces[at] for at in kept], source.scores[kept].tolist())
    loudest = _loudest(network, pieces, scenes[:_SAMPLES])
    with tempfile.TemporaryDirectory() as temporary:
        whole = Path(temporary) / "whole.onnx"
        onnx.save(_Graph(network, loudest).model(), whole)
        quantize_dynamic(
            whole,
            folder / "encoder.onnx",
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
        )
    _make_unsigned(folder / "encoder.onnx")
    blocks = source.blocks("emb.word")[kept]
    np.savez(
        folder / "encoder.npz",
        pieces=np.frombuffer("\n".join(source.pieces[at] for at in kept).encode(), np.uint8),
        scores=source.scores[kept].astype(np.float32),
        nibbles=blocks["nibbles"].reshape(len(kept), -1),
        scales=blocks["scale"],
        positions=_array(network.positions.weight).astype(np.float16),
        speakers=_array(network.speakers.weight),
        gain=_array(network.normal.weight),
        shift=_array(network.normal.bias),
        weights=_array(network.head.weight),
        bias=_array(network.head.bias),
    )


def differs_by(network: Network, pieces: Pieces, scenes: Sequence[Scene], folder: Path) -> float:
    """The mean difference, in log-odds, of the files in `folder` to the network they came from."""
    encoder = Encoder(folder)
    written = np.stack([encoder.read(scene).log_odds for scene in scenes])
    return float(np.abs(written - predict(network, pieces, scenes)).mean())


def _make_unsigned(file: Path) -> None:
    """Shift the weights of a graph from -128…127 to 0…255, and their zeros with them.

    The same numbers in another form. Processors without VNNI add two products of an unsigned and a
    signed byte in 16 bits, which cut off what is too great; two unsigned bytes they add in 32, so
    that Aram hears the same everywhere. Those with VNNI are as quick either way.
    """
    model = onnx.load(file)
    for constant in model.graph.initializer:
        if constant.data_type == TensorProto.INT8:
            values = numpy_helper.to_array(constant).astype(np.int16) + _ZERO
            constant.CopyFrom(numpy_helper.from_array(values.astype(np.uint8), constant.name))
    onnx.save(model, file)


def _array(tensor: torch.Tensor) -> Floats:
    return tensor.detach().float().numpy()


def _loudest(network: Network, pieces: Pieces, scenes: Sequence[Scene]) -> dict[str, Floats]:
    """Per linear layer, the greatest input of each channel."""
    loudest: dict[str, Floats] = {}
    hooks = []
    for number, layer in enumerate(network.layers):
        for part in _LINEAR:
            hooks.append((f"{number}.{part}", getattr(layer, part)))
    names = {id(module.weight): name for name, module in hooks}
    plain = nn.functional.linear

    def listening(inputs: torch.Tensor, weight: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        name = names.get(id(weight))
        if name is not None:
            seen = inputs.reshape(-1, inputs.shape[-1]).abs().max(0)[0].numpy()
            loudest[name] = np.maximum(loudest.get(name, seen), seen)
        return plain(inputs, weight, bias)

    nn.functional.linear = listening
    try:
        for scene in scenes:  # one by one: a shorter one's padding must not be heard
            predict(network, pieces, [scene])
    finally:
        nn.functional.linear = plain
    return loudest


class _Graph:
    """The layers as ONNX nodes, from embedded pieces to states: [1, length, width]."""

    def __init__(self, network: Network, loudest: dict[str, Floats]) -> None:
        self._network = network
        self._loudest = loudest
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def model(self) -> onnx.ModelProto:
        states = self._norm("embedded", "before", self._network.before)
        self._constant("split", np.array([0, -1, 3, HEADS, WIDTH // HEADS]))
        self._constant("whole", np.array([0, -1, WIDTH]))
        self._constant("scale", np.array(1 / np.sqrt(WIDTH // HEADS), np.float32))
        for place in range(3):
            self._constant(f"part{place}", np.array(place))
        for number in range(LAYERS):
            states = self._layer(states, number)
        self._node("Identity", [states], "states")
        shape: list[str | int | None] = [1, "length", WIDTH]
        graph = helper.make_graph(
            self._nodes,
            "aram",
            [helper.make_tensor_value_info("embedded", TensorProto.FLOAT, shape)],
            [helper.make_tensor_value_info("states", TensorProto.FLOAT, shape)],
            self._constants,
        )
        opset = helper.make_opsetid("", _OPSET)
        model = helper.make_model(graph, opset_imports=[opset], producer_name="aram")
        model.ir_version = _IR
        onnx.checker.check_model(model)
        return model

    def _layer(self, states: str, number: int) -> str:
        layer, at = self._network.layers[number], f"{number}."
        self._linear(states, f"{at}attend", layer.attend)
        self._node("Reshape", [f"{at}attend", "split"], f"{at}parts")
        self._node("Transpose", [f"{at}parts"], f"{at}by_part", perm=[2, 0, 3, 1, 4])
        for place, part in enumerate(("query", "key", "value")):
            self._node("Gather", [f"{at}by_part", f"part{place}"], f"{at}{part}", axis=0)
        self._node("Mul", [f"{at}query", "scale"], f"{at}scaled")
        self._node("Transpose", [f"{at}key"], f"{at}turned", perm=[0, 1, 3, 2])
        self._node("MatMul", [f"{at}scaled", f"{at}turned"], f"{at}looks")
        self._node("Softmax", [f"{at}looks"], f"{at}shares", axis=-1)
        self._node("MatMul", [f"{at}shares", f"{at}value"], f"{at}seen")
        self._node("Transpose", [f"{at}seen"], f"{at}back", perm=[0, 2, 1, 3])
        self._node("Reshape", [f"{at}back", "whole"], f"{at}joined")
        self._linear(f"{at}joined", f"{at}attended", layer.attended)
        self._node("Add", [states, f"{at}attended"], f"{at}sum")
        states = self._norm(f"{at}sum", f"{at}after_attention", layer.after_attention)
        self._linear(states, f"{at}inner", layer.inner)
        self._node("Gelu", [f"{at}inner"], f"{at}gelu")
        self._linear(f"{at}gelu", f"{at}outer", layer.outer)
        self._node("Add", [states, f"{at}outer"], f"{at}total")
        return self._norm(f"{at}total", f"{at}after", layer.after)

    def _linear(self, inputs: str, name: str, module: nn.Linear) -> None:
        weight = _array(module.weight)
        loud = np.maximum(self._loudest[name], 1e-3)
        heavy = np.maximum(np.abs(weight).max(0), 1e-4)
        down = (loud**SMOOTHED_BY / heavy ** (1 - SMOOTHED_BY)).astype(np.float32)
        down /= np.exp(np.log(down).mean())
        self._constant(f"{name}.down", 1 / down)
        self._constant(f"{name}.weight", np.ascontiguousarray((weight * down).T))
        self._constant(f"{name}.bias", _array(module.bias))
        self._node("Mul", [inputs, f"{name}.down"], f"{name}.smooth")
        self._node("MatMul", [f"{name}.smooth", f"{name}.weight"], f"{name}.product")
        self._node("Add", [f"{name}.product", f"{name}.bias"], name)

    def _norm(self, inputs: str, name: str, module: nn.LayerNorm) -> str:
        self._constant(f"{name}.gain", _array(module.weight))
        self._constant(f"{name}.shift", _array(module.bias))
        names = [inputs, f"{name}.gain", f"{name}.shift"]
        return self._node("LayerNormalization", names, name, axis=-1, epsilon=_TINY)

    def _node(self, kind: str, inputs: list[str], name: str, **settings: Any) -> str:
        node = helper.make_node(kind, inputs, [name], name=f"{name}:{kind}", **settings)
        self._nodes.append(node)
        return name

    def _constant(self, name: str, values: np.ndarray) -> None:
        self._constants.append(numpy_helper.from_array(values, name))
