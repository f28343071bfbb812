"""train.py FOLDER OUT.pt [--minutes 60] [--start MODEL.pt]: trains the launch Transformer on the invented shops of a folder.

Shards that are written meanwhile are learnt, too. Those of numbers 0 to 3 only judge. The mean of recent weights is kept."""
import argparse
import json
import math
import time
from pathlib import Path

import numpy as np
import torch

from model import LaunchTransformer, log_above, log_density

FLOOR = 1e-4
HELD = ('0000', '0001', '0002', '0003')  # shards that only judge


def batches(random, paths, size):
    while True:
        path = paths[random.integers(len(paths))]
        with np.load(path) as file:
            shard = {name: file[name] for name in file.files}
        order = random.permutation(len(shard['z']))
        for i in range(0, len(order), size):
            yield as_tensors(shard, order[i:i + size], random)


def as_tensors(shard, rows, random):
    spread, middle = shard['spread'][rows, None], shard['middle'][rows, None]
    units = shard['units'][rows]
    # A count stands for what rounds to it, so that its density is bounded.
    around = units + random.uniform(-0.5, 0.5, units.shape)
    target = (np.log1p(np.where(units == 0, np.abs(around), around)) - middle) / spread
    tensor = lambda values: torch.from_numpy(np.ascontiguousarray(values, np.float32))
    return dict(learnt=int(shard['learnt']), inputs=tensor(shard['inputs'][rows]), codes=torch.from_numpy(shard['codes'][rows].astype(np.int64)),
                z=tensor(shard['z'][rows]), target=tensor(np.clip(target, -7, 7)), sold_out=tensor(shard['sold_out'][rows]))


def loss_of(model, batch):
    learnt = batch['learnt']
    distribution = model(batch['inputs'], batch['codes'], batch['z'], batch['sold_out'], learnt)
    target, sold_out = batch['target'][:, learnt:], batch['sold_out'][:, learnt:]
    log = torch.where(sold_out > 0, log_above(distribution, target), log_density(distribution, target))
    return -log.clamp(min=-12).mean()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('folder', type=Path)
    parser.add_argument('out', type=Path)
    for name, kind, usual in (('minutes', float, 60), ('width', int, 96), ('layers', int, 5), ('rate', float, 1e-3), ('size', int, 16), ('threads', int, 1)):
        parser.add_argument(f'--{name}', type=kind, default=usual)
    parser.add_argument('--start', type=Path)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(1)
    random = np.random.default_rng(1)
    shards = lambda: sorted(given.folder.glob('shops-*.npz'))
    held = [path for path in shards() if path.stem.endswith(HELD)]
    first = as_tensors(dict(np.load(held[0])), np.arange(2), random)
    model = LaunchTransformer(first['inputs'].shape[2], given.width, given.layers)
    if given.start:
        model.load_state_dict(torch.load(given.start)['weights'])
    count = sum(p.numel() for p in model.parameters())
    print(f'{count} weights', flush=True)
    decayed = [p for p in model.parameters() if p.dim() > 1]
    others = [p for p in model.parameters() if p.dim() <= 1]
    optimiser = torch.optim.AdamW([dict(params=decayed, weight_decay=0.02), dict(params=others, weight_decay=0)], lr=given.rate, betas=(0.9, 0.98))
    started, step, shown, recent = time.time(), 0, time.time(), []
    averaged = {name: value.clone() for name, value in model.state_dict().items()}
    source = None
    keep = lambda: torch.save(dict(weights=averaged, inputs=first['inputs'].shape[2], width=given.width, layers=given.layers, steps=step), given.out)
    while True:
        passed = (time.time() - started) / 60 / given.minutes
        if passed >= 1:
            break
        if step % 400 == 0:
            source = batches(random, [path for path in shards() if path not in held], given.size)
        rate = given.rate * min(1, (step + 1) / 300) * (FLOOR + (1 - FLOOR) * 0.5 * (1 + math.cos(math.pi * passed)))
        for group in optimiser.param_groups:
            group['lr'] = rate
        loss = loss_of(model, next(source))
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1)
        optimiser.step()
        with torch.no_grad():
            for name, value in model.state_dict().items():
                averaged[name].lerp_(value, 1 - min(0.999, (step + 1) / (step + 10)))
        recent.append(loss.item())
        step += 1
        if time.time() - shown > 60:
            shown = time.time()
            print(f'{(shown - started) / 60:.1f} min, step {step}, loss {np.mean(recent):.4f}, held {judged(model, averaged, held):.4f}', flush=True)
            recent = []
            keep()
    print(f'{step} steps of {given.size} shops, held {judged(model, averaged, held):.4f}')
    keep()


def judged(model, averaged, held):
    own = {name: value.clone() for name, value in model.state_dict().items()}
    model.load_state_dict(averaged)
    losses = []
    with torch.no_grad():
        for path in held:
            random = np.random.default_rng(0)
            losses.append(loss_of(model, as_tensors(dict(np.load(path)), np.arange(48), random)).item())
    model.load_state_dict(own)
    return np.mean(losses)


if __name__ == '__main__':
    main()
