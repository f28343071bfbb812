"""npm run bench:learning [-- --seeds 1,2,3,4,5] [--launches 2000] [--worlds a] [--tables yes|no] [--plans yes|no]

How far predictions miss and what plans would really earn, beside what peers reach on the same rows in the same run. Every
figure comes from the files that `npm run evaluate` writes; nothing of the app is imported. Needs Python 3 with NumPy, pandas,
scikit-learn and XGBoost, and the outside benchmark in ../shared/bench.
"""
import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

import peers

ROOT = Path(__file__).resolve().parents[3]
BENCH = (ROOT.parent / 'shared' / 'bench').resolve()
OUTCOME = 'units_sold_4w'
RANGES = {'50 %': ('q25', 'q75'), '80 %': ('q10', 'q90'), '90 %': ('q05', 'q95')}
QUANTILES = {'q05': 0.05, 'q10': 0.1, 'q25': 0.25, 'q50': 0.5, 'q75': 0.75, 'q90': 0.9, 'q95': 0.95}


def wape(actual, predicted):
    return float(np.abs(actual - predicted).sum() / actual.sum())


def pinball(actual, predictions):
    losses = [np.maximum(q * (actual - predictions[name]), (q - 1) * (actual - predictions[name])) for name, q in QUANTILES.items()]
    return float(np.mean(losses))


def evaluate(*words):
    start = time.time()
    run = subprocess.run(['npm', 'run', '--silent', 'evaluate', '--', *map(str, words)], cwd=ROOT, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f'evaluate {" ".join(map(str, words))} failed:\n{run.stderr}')
    return time.time() - start


def read_launches(path):
    return pd.read_csv(path, parse_dates=['launch_date']).sort_values('launch_date', kind='stable').reset_index(drop=True)


def split_by_date(folder, frame):
    cut = int(len(frame) * 0.8)
    train, test = frame[:cut].reset_index(drop=True), frame[cut:].reset_index(drop=True)
    train.to_csv(folder / 'train.csv', index=False)
    test.to_csv(folder / 'test.csv', index=False)
    return train, test


def predictions_of(folder, seed, *more):
    seconds = evaluate('--history', folder / 'train.csv', '--test', folder / 'test.csv', '--seed', seed,
                       '--predictions', folder / 'predictions.csv', '--report', folder / 'report.json', *more)
    return pd.read_csv(folder / 'predictions.csv'), seconds


def coverage_words(actual, predictions):
    shares = {name: ((actual >= predictions[low]) & (actual <= predictions[high])).mean() for name, (low, high) in RANGES.items()}
    return shares, ', '.join(f'{name} {100 * share:.0f}' for name, share in shares.items())


def judge(plan_path, world, seed, launches):
    run = subprocess.run(['node', BENCH / 'judge.mjs', '--world', world, '--seed', str(seed), '--launches', str(launches),
                          '--new', '200', plan_path], capture_output=True, text=True, check=True)
    return json.loads(run.stdout)['capture']


def play_world(world, seed, launches, with_plans):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(['node', BENCH / 'launch-world.mjs', '--world', world, '--seed', str(seed), '--launches', str(launches),
                        '--new', '200', '--out', folder], check=True, capture_output=True)
        history = read_launches(folder / 'history.csv')
        train, test = split_by_date(folder, history)
        actual = test[OUTCOME].to_numpy(float)
        predictions, seconds = predictions_of(folder, seed)
        encoder = peers.Encoder(train)
        result = {
            'Debut WAPE': wape(actual, predictions.units_expected),
            'funnel WAPE': wape(actual, peers.XgboostFunnel(encoder, train).units(encoder.launches(test))),
            'median WAPE': wape(actual, peers.category_median(train, test, OUTCOME)),
            'ridge WAPE': wape(actual, peers.ridge_on_launches(train, test, OUTCOME)),
            'XGBoost WAPE': wape(actual, peers.xgboost_on_launches(train, test, OUTCOME)),
        }
        shares, words = coverage_words(actual, predictions)
        result |= {f'held {name}': share for name, share in shares.items()}
        if with_plans:
            evaluate('--history', folder / 'history.csv', '--products', folder / 'new-products.csv',
                     '--actions', folder / 'actions.json', '--out', folder / 'plan.csv', '--seed', seed)
            result['Debut capture'] = judge(folder / 'plan.csv', world, seed, launches)
            space = json.loads((folder / 'actions.json').read_text())
            funnel = peers.XgboostFunnel(peers.Encoder(history), history)
            years = (pd.Timestamp('2026-01-01') - history.launch_date.min()).days / 365.25
            table = peers.plan(funnel, pd.read_csv(folder / 'new-products.csv'), space, pd.Timestamp('2025-12-29'), years)
            table.to_csv(folder / 'plan_funnel.csv', index=False)
            result['funnel capture'] = judge(folder / 'plan_funnel.csv', world, seed, launches)
        figures = ', '.join(f'{name} {value:.3f}' for name, value in result.items() if not name.startswith('held'))
        print(f'world {world}, seed {seed}, {launches} launches: {figures}; held {words}; {seconds:.0f} s', flush=True)
        return result


def bootstrap_verdict(actual, own, other, repeats=2000):
    """Share of resampled test parts on which ours misses less."""
    random = np.random.default_rng(0)
    rows = random.integers(0, len(actual), (repeats, len(actual)))
    difference = np.abs(actual - other) - np.abs(actual - own)
    return float((difference[rows].sum(axis=1) >= 0).mean())


def play_table(path, outcome):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        train, test = split_by_date(folder, read_launches(path))
        actual = test[outcome].to_numpy(float)
        predictions, seconds = predictions_of(folder, 1, '--outcome', outcome)
        others = peers.real_peers(train, test, outcome)
        own = predictions.units_expected.to_numpy()
        _, words = coverage_words(actual, predictions)
        print(f'{path.name}, {outcome}: Debut WAPE {wape(actual, own):.3f}; held {words}; {seconds:.0f} s')
        for name, units in sorted(others.items(), key=lambda item: wape(actual, item[1])):
            better = bootstrap_verdict(actual, own, units)
            print(f'  {name}: WAPE {wape(actual, units):.3f}; Debut misses less on {100 * better:.0f} % of resamples', flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--worlds', default='a')
    parser.add_argument('--seeds', default='1,2,3,4,5')
    parser.add_argument('--launches', type=int, default=2000)
    parser.add_argument('--tables', default='yes')
    parser.add_argument('--plans', default='yes')
    options = parser.parse_args()
    if not BENCH.exists():
        sys.exit(f'skipped: the outside benchmark is not at {BENCH}')
    for world in filter(None, options.worlds.split(',')):
        seeds = [int(seed) for seed in options.seeds.split(',')]
        results = [play_world(world, seed, options.launches, options.plans == 'yes') for seed in seeds]
        means = pd.DataFrame(results).mean()
        print(f'world {world}, mean: ' + ', '.join(f'{name} {value:.3f}' for name, value in means.items()), flush=True)
    if options.tables == 'yes':
        play_table(BENCH / 'online_retail_launches.csv', 'units_4w')
        play_table(BENCH / 'steam_launches.csv', 'reviews')


if __name__ == '__main__':
    main()
