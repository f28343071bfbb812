"""record_parity.py MODEL.pt OUT.json: records what PyTorch forecasts of made-up fields, for the parity part of bench:prior.

The weights are those of the packed file. Numbers that stand for labels are sines, so that they need not be stored."""
import json
import sys

import numpy as np
import torch

from model import CODE, MOST_LEVELS, LaunchTransformer
from pack_weights import packed
from shops import LABELS

CONTEXT, LATER = 20, 4


def main():
    kept = torch.load(sys.argv[1])
    model = LaunchTransformer(kept['inputs'], kept['width'], kept['layers'])
    model.load_state_dict(packed(kept['weights'])[1])
    random = np.random.default_rng(3)
    inputs = np.round(random.normal(size=(1, CONTEXT + LATER, kept['inputs'])), 2).astype(np.float32)
    codes = random.integers(-1, 5, (1, CONTEXT + LATER, len(LABELS)))
    z = np.round(random.normal(size=(1, CONTEXT + LATER)), 2).astype(np.float32)
    sold_out = random.random((1, CONTEXT + LATER)) < 0.2
    table = np.sin(np.arange(1, len(LABELS) * MOST_LEVELS * CODE + 1)).reshape(1, len(LABELS), MOST_LEVELS, CODE)
    tensor = lambda values: torch.from_numpy(np.asarray(values, np.float32))
    with torch.no_grad():
        centres, spreads, weights = model.eval()(tensor(inputs), torch.from_numpy(codes), tensor(z), tensor(sold_out), CONTEXT, tensor(table))
    lists = lambda values: np.asarray(values)[0].tolist()
    recorded = dict(context=CONTEXT, inputs=np.round(inputs[0].astype(float), 2).tolist(), codes=lists(codes), z=np.round(z[0].astype(float), 2).tolist(),
                    soldOut=lists(sold_out), centres=lists(centres), spreads=lists(spreads.exp()), weights=lists(weights.exp()))
    json.dump(recorded, open(sys.argv[2], 'w'))


if __name__ == '__main__':
    main()
