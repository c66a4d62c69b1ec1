"""The encoder's whole numbers add up on every processor, not only where VNNI is at hand.

Where it is not, a product of unsigned by signed bytes is cut off at 16 bits: the same file would
hear otherwise on an older server than on a new one.
"""

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from bot.detection.models import FOLDER

LOUDEST = 255
ROWS = 4


def test_products_are_exact_however_loud_the_input() -> None:
    graph = onnx.load(FOLDER / "encoder.onnx").graph
    constants = {each.name: each for each in graph.initializer}
    products = [node for node in graph.node if node.op_type == "MatMulInteger"]
    assert len(products) == 48  # four linear layers in each of twelve
    for node in products:
        weights, zeros = (constants[node.input[at]] for at in (1, 3))
        # Where VNNI is at hand, signed ones would add up as well.
        assert weights.data_type == zeros.data_type == TensorProto.UINT8
        inputs = np.random.default_rng(1).integers(0, 2, (ROWS, weights.dims[0])) * LOUDEST
        wanted = inputs @ (whole(weights) - whole(zeros))
        assert np.array_equal(multiplied(inputs.astype(np.uint8), weights, zeros), wanted)


def whole(constant: onnx.TensorProto) -> np.ndarray:
    return numpy_helper.to_array(constant).astype(np.int64)


def multiplied(
    inputs: np.ndarray, weights: onnx.TensorProto, zeros: onnx.TensorProto
) -> np.ndarray:
    """What onnxruntime makes of it on this processor."""
    zero = numpy_helper.from_array(np.array(0, np.uint8), "zero")
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["inputs", weights.name, "zero", zeros.name], ["out"])],
        "product",
        [helper.make_tensor_value_info("inputs", TensorProto.UINT8, inputs.shape)],
        [helper.make_tensor_value_info("out", TensorProto.INT32, None)],
        [weights, zeros, zero],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    (out,) = session.run(["out"], {"inputs": inputs})
    return np.asarray(out)
