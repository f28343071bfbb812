"""Measures what planning costs: Debut's planning phase, compared with XGBoost's funnel on the same cells."""
import statistics
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

import peers
from evaluation import plan_of, read_launches
from worlds import read_space, write_world, years_to_plan

SAMPLED_PRODUCTS = 20
REPEATS = 3


def play(world, seed, launches):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_world(world, folder, seed, launches)
        _, report = plan_of(folder, seed)
        phases = report['secondsByPhase']
        products = pd.read_csv(folder / 'new-products.csv')
        sampled, cells = funnel_seconds(folder, products[:SAMPLED_PRODUCTS])
        theirs = sampled * len(products) / SAMPLED_PRODUCTS
        print(f'speed, world {world}, seed {seed}, {launches} launches, {len(products)} products × {cells} actions:')
        shown = ', '.join(f'{phase} {seconds:.2f}' for phase, seconds in phases.items())
        print(f'  Debut on one thread, seconds by phase: {shown}')
        print(f'  XGBoost funnel on two threads, predicting only: {theirs:.2f} s, '
              f'scaled up from {sampled:.2f} s for {SAMPLED_PRODUCTS} products')
        print(f'  plan, Debut / XGBoost funnel: {phases["plan"] / theirs:.2f}', flush=True)


def funnel_seconds(folder, products):
    """Returns the funnel's median seconds for all cells of these products, and the number of actions.

    Its three models predict all cells in one batch. The cells are encoded beforehand."""
    history = read_launches(folder / 'history.csv')
    funnel = peers.XgboostFunnel(peers.Encoder(history), history)
    actions = peers.encoded_cells(funnel.encoder, read_space(folder), years_to_plan(history))
    encoded = funnel.encoder.products(products)
    x = np.hstack([np.repeat(encoded, len(actions), 0), np.tile(actions, (len(products), 1))]).astype(np.float32)
    seconds = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        funnel.units(x)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds), len(actions)
