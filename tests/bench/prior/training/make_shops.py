"""make_shops.py FOLDER WORKER SHARDS: writes invented shops as fields, a file for each shard of shops of one size."""
import sys
from pathlib import Path

import numpy as np

from fields import known_of, read_fields
from shops import Pool, invent_shop

CONTEXTS = [24, 40, 60, 80, 110, 150, 200]
CHANCES = [0.08, 0.17, 0.2, 0.15, 0.14, 0.13, 0.13]
LATER = 48
FREE = 0.5
SHOPS_A_SHARD = 256


def read_pool(folder):
    titles = [line.split('\t') for line in (folder / 'titles.tsv').read_text().splitlines()]
    return Pool(titles, np.fromfile(folder / 'titles.f32', np.float32).reshape(len(titles), -1))


def make_shard(random, pool):
    learnt = int(random.choice(CONTEXTS, p=CHANCES))
    shops = []
    while len(shops) < SHOPS_A_SHARD:
        free = bool(random.random() < FREE)
        shop = invent_shop(random, pool, learnt, LATER, free)
        fields = read_fields(known_of(shop, pool), learnt, free)
        if fields.spread > 0.1 and np.isfinite(fields.inputs).all():
            shops.append((fields, shop))
    sold_out = np.array([shop.sold_out for _, shop in shops])
    units = np.array([shop.units for _, shop in shops])
    return dict(learnt=learnt, inputs=np.array([each.inputs for each, _ in shops], np.float16), codes=np.array([each.codes for each, _ in shops], np.int16),
                z=np.array([each.z for each, _ in shops]), middle=np.array([each.middle for each, _ in shops]),
                spread=np.array([each.spread for each, _ in shops]), units=units.astype(np.float32), sold_out=sold_out)


def main():
    folder, worker, shards = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    pool = read_pool(folder)
    for shard in range(shards):
        path = folder / f'shops-{worker}-{shard:04}.npz'
        if path.exists():
            continue
        made = make_shard(np.random.default_rng([worker, shard]), pool)
        part = path.with_suffix('.part')
        with open(part, 'wb') as file:
            np.savez(file, **made)
        part.rename(path)


if __name__ == '__main__':
    main()
