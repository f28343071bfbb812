#!/usr/bin/env python3
"""Records what PyTorch says of a drawn picture, for image-encoder.test.ts: image-embedding.json beside this file.

    python3 tests/learning/encoders/record-embedding.py

Needs what workers/build/pictures/train-head.py needs, and the built weights (npm run build:language).
"""
import importlib.util
import json
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[3]
spec = importlib.util.spec_from_file_location('train_head', ROOT / 'workers/build/pictures/train-head.py')
train_head = importlib.util.module_from_spec(spec)
spec.loader.exec_module(train_head)

tensors = train_head.read_packed(sorted((ROOT / '.svelte-kit/language').glob('pictures.*.bin'))[0])
y, x, channel = np.mgrid[0:224, 0:224, 0:3]
picture = (37 * (x // 9) + 71 * (y // 7) + 53 * channel * np.where(x > y, 2, 1)) % 256
inputs = train_head.inputs_of(tensors, [picture.astype('u1')])
embedding = (inputs @ tensors['head.kernel'] + tensors['head.bias'])[0]
embedding = embedding / np.linalg.norm(embedding)
target = Path(__file__).parent / 'image-embedding.json'
target.write_text(json.dumps([round(float(value), 7) for value in embedding]) + '\n')
