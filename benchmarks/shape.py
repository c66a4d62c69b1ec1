"""BERT-base in ParsBERT's shape: numbers and names that its builder and its reader share."""

LAYERS, WIDTH, HEADS, INNER = 12, 768, 12, 3072
PIECES, TOKENS = 100_000, 64
INPUT, OUTPUT = "embedded", "states"
WHOLE, EIGHT_BITS = "bert_fp32.onnx", "bert_int8.onnx"
SEED = 1
