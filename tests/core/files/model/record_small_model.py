"""What NumPy reads in small-model.safetensors, and what its net says of the rows beside it: model-file.test.ts is held to both.

    npx tsx tests/core/files/model/write-small-model.ts
    /usr/bin/python3 tests/core/files/model/record_small_model.py > tests/core/files/model/small-model.numpy.json
    npx oxfmt tests/core/files/model/*.json
"""
import json
from pathlib import Path
import numpy as np
from predict_net import predict_net
from read_model import read_model

here = Path(__file__).parent
model, tensors = read_model(here / "small-model.safetensors")
rows = json.loads((here / "small-model.rows.json").read_text())
z = predict_net(model, tensors, np.array(rows["x"]), np.array(rows["phi"]))
told = {name: [str(t.dtype), list(t.shape), float(np.float64(t).sum())] for name, t in tensors.items()}
print(json.dumps({"tensors": told, "z": z.tolist()}))
