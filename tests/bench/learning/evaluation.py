"""Runs `npm run evaluate`, reads its files and computes figures from them."""
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[3]
OUTCOME = 'units_sold_4w'
RANGES = {'50 %': ('q25', 'q75'), '80 %': ('q10', 'q90'), '90 %': ('q05', 'q95')}
QUANTILES = {'q05': 0.05, 'q10': 0.1, 'q25': 0.25, 'q50': 0.5, 'q75': 0.75, 'q90': 0.9, 'q95': 0.95}


def evaluate(*words):
    start = time.time()
    run = subprocess.run(['npm', 'run', '--silent', 'evaluate', '--', *map(str, words)], cwd=ROOT, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f'evaluate {" ".join(map(str, words))} failed:\n{run.stderr}')
    return time.time() - start


def read_launches(path):
    return pd.read_csv(path, parse_dates=['launch_date']).sort_values('launch_date', kind='stable').reset_index(drop=True)


def split_by_date(frame):
    cut = int(len(frame) * 0.8)
    return frame[:cut].reset_index(drop=True), frame[cut:].reset_index(drop=True)


def predictions_of(folder, train, test, seed, *more):
    """Returns Debut's predictions for the test rows after learning from the training rows, and the seconds taken."""
    folder.mkdir(exist_ok=True)
    train.to_csv(folder / 'train.csv', index=False)
    test.to_csv(folder / 'test.csv', index=False)
    seconds = evaluate('--history', folder / 'train.csv', '--test', folder / 'test.csv', '--seed', seed,
                       '--predictions', folder / 'predictions.csv', *more)
    return pd.read_csv(folder / 'predictions.csv', dtype={'product_id': str}), seconds


def plan_of(folder, seed):
    """Writes Debut's plan for new products after learning from the whole history."""
    evaluate('--history', folder / 'history.csv', '--products', folder / 'new-products.csv',
             '--actions', folder / 'actions.json', '--out', folder / 'plan.csv', '--seed', seed)


def wape(actual, predicted):
    return float(np.abs(actual - predicted).sum() / actual.sum())


def log_r2(actual, predicted):
    """Returns R² of log1p."""
    logs = np.log1p(actual)
    return float(1 - ((logs - np.log1p(predicted)) ** 2).sum() / ((logs - logs.mean()) ** 2).sum())


def pinball(actual, predictions):
    losses = [np.maximum(q * (actual - predictions[name]), (q - 1) * (actual - predictions[name])) for name, q in QUANTILES.items()]
    return float(np.mean(losses))


def coverage(actual, predictions):
    """Returns the share of launches inside each range."""
    held = lambda low, high: float(((actual >= predictions[low]) & (actual <= predictions[high])).mean())
    return {name: held(*ends) for name, ends in RANGES.items()}


def coverage_words(shares):
    return ', '.join(f'{name} {100 * share:.1f}' for name, share in shares.items())
