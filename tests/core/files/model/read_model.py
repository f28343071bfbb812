import json
import numpy as np
def read_model(path):
    raw = open(path, "rb").read()
    size = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + size])
    model = json.loads(header.pop("__metadata__")["model"])
    kind = lambda t: "<" + t["dtype"][0].lower() + str(int(t["dtype"][1:]) // 8)  # F16 is <f2
    read = lambda t: np.frombuffer(raw, kind(t), np.prod(t["shape"], dtype=int), 8 + size + t["data_offsets"][0])
    return model, {name: read(t).reshape(t["shape"]) for name, t in header.items()}
