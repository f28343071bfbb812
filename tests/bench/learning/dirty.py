"""Measures what a history as shops keep it costs.

It has shouted and missing categories, currency signs, values times 100, swapped dates, "n/a" and repeated rows. Debut
learns from spoiled and from clean rows of the same launches. Both are judged on the same clean rows."""
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd

from evaluation import OUTCOME, plan_of, predictions_of, read_launches, split_by_date, wape
from worlds import NEW_PRODUCTS, run_bench, write_world


def play(world, seeds, launches):
    moves = []
    for seed in seeds:
        with tempfile.TemporaryDirectory() as name:
            clean, dirty = Path(name) / 'clean', Path(name) / 'dirty'
            clean.mkdir()
            judge = write_world(world, clean, seed, launches)
            run_bench('launch-world.mjs', '--world', world, '--seed', str(seed), '--launches', str(launches),
                      '--new', str(NEW_PRODUCTS), '--out', dirty, '--dirty')
            before, after = figures(clean, dirty, judge, seed)
            moves.append([now / was - 1 for was, now in zip(before, after)])
            print(f'dirty, world {world}, seed {seed}, {launches} launches: WAPE {before[0]:.3f} → {after[0]:.3f}, '
                  f'capture {before[1]:.3f} → {after[1]:.3f}', flush=True)
    wape_move, capture_move = 100 * np.mean(moves, axis=0)
    print(f'dirty, mean of {len(moves)}: WAPE {wape_move:+.1f} %, capture {capture_move:+.1f} % (within 3 %: '
          f'{wape_move <= 3 and capture_move >= -3})', flush=True)


def figures(clean, dirty, judge, seed):
    """Returns WAPE and capture of the clean history, then those of the spoiled one."""
    train, test = split_by_date(read_launches(clean / 'history.csv'))
    actual = test[OUTCOME].to_numpy(float)
    spoiled = pd.read_csv(dirty / 'history.csv', dtype=str, keep_default_na=False)
    spoiled = spoiled[spoiled.product_id.isin(set(train.product_id.astype(str)))]
    errors = [wape(actual, predictions_of(clean / name, history, test, seed)[0].units_expected)
              for name, history in (('clean', train), ('spoiled', spoiled))]
    for folder in (clean, dirty):
        plan_of(folder, seed)
    captures = [judge(folder / 'plan.csv') for folder in (clean, dirty)]
    return zip(errors, captures)
