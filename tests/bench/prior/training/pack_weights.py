"""pack_weights.py MODEL.pt OUT.bin: packs the weights as int8 with a scale for each row, as `packed-tensors.ts` reads them."""
import json
import sys

import numpy as np
import torch

MAGIC = b'DEBUTLM1'


def padded(part):
    return part + b'\0' * (-len(part) % 4)


def packed(weights):
    """Returns the file, and the weights as they are read from it."""
    head, parts, rounded = [], [], {}
    for name, value in weights.items():
        values = value.numpy().astype(np.float32)
        scaled = values.ndim == 2
        head.append(dict(name=name, shape=list(values.shape), scaledBy='row' if scaled else 'none'))
        if not scaled:
            parts.append(values.tobytes())
            rounded[name] = value
            continue
        scales = np.maximum(np.abs(values).max(axis=1), 1e-8).astype(np.float32) / np.float32(127)
        whole = np.rint(values / scales[:, None]).astype(np.int8)
        parts += [scales.tobytes(), whole.tobytes()]
        rounded[name] = torch.from_numpy(whole.astype(np.float32) * scales[:, None])
    head = json.dumps(dict(tensors=head)).encode()
    return b''.join(padded(part) for part in [MAGIC, np.uint32(len(head)).tobytes(), head, *parts]), rounded


def main():
    file, _ = packed(torch.load(sys.argv[1])['weights'])
    open(sys.argv[2], 'wb').write(file)
    print(f'{len(file)} bytes')


if __name__ == '__main__':
    main()
