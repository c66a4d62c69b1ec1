"""How the shipped models are made: `aram train`. Only this needs the `train` extra.

conversations → examples (what detection sees of each turn) → letters (n-grams) and network
(encoder, fold by fold) → export (onnxruntime, 8 bits) → tables (the last word).
"""
