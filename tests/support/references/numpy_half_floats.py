"""Half floats of NumPy 2.4 that tests/core/base/bytes/half-floats.test.ts is held to, both as bits.

    python3 tests/support/references/numpy_half_floats.py > tests/support/references/numpy-half-floats.json

Ours are clamped to the largest finite half float, where NumPy's become infinite.
"""
import json
import numpy as np

random = np.random.default_rng(7)
half = np.arange(0x7C00, dtype=np.uint16)
picked = np.concatenate([
    half[:3], half[0x3FE:0x403], half[0x3BFE:0x3C03], half[0x7BFD:],
    random.choice(half[:0x400], 40), random.choice(half, 80),
])
values = picked.view(np.float16).astype(np.float32)
between = (values + np.nextafter(picked.view(np.float16), np.float16(65504)).astype(np.float32)) / np.float32(2)
near = [np.nextafter(between, np.float32(0)), between, np.nextafter(between, np.float32(np.inf))]
edges = np.array([65519.996, 65520, 1e9, 3.4e38, np.inf, 1e-8, 2**-25, 2**-26, 1e-45], dtype=np.float32)
weights = random.normal(0, 0.1, 100).astype(np.float32)
all_bits = random.integers(0, 0x7F800000, 100).astype(np.uint32).view(np.float32)
positive = np.concatenate([values, *near, edges, weights, all_bits])
single = np.concatenate([positive, -positive])
clamped = np.clip(single, -65504, 65504).astype(np.float16)
print(json.dumps({'single': single.view(np.uint32).tolist(), 'half': clamped.view(np.uint16).tolist()}))
