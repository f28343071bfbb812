"""Writes scorecard.json: a small set of hidden launches and what scikit-learn, SciPy, pandas and NumPy say of it.

Run with Python 3, NumPy, pandas, SciPy and scikit-learn; recorded with 2.2.4, 2.2.3, 1.15.3 and 1.4.2.
"""
import json
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.stats import binomtest, spearmanr
from sklearn.metrics import mean_absolute_error, r2_score

rng = np.random.default_rng(7)
n = 60
actual = np.round(np.exp(rng.normal(3, 1, n)))
debut = np.round(actual * np.exp(rng.normal(0, 0.5, n)), 2)
category = rng.choice(['mugs', 'bags', 'caps'], n, p=[0.5, 0.44, 0.06])
median = np.where(category == 'mugs', 18.0, 24.0)
price = np.round(np.exp(rng.normal(3, 0.5, n)), 2)
day = rng.integers(20000, 20365, n)
residuals = np.sort(rng.normal(0, 0.45, 80))
log = np.log1p(debut)


def wape(y, p):
    return float(np.abs(y - p).sum() / y.sum())


def scores(p):
    draws = np.random.default_rng(1).integers(0, n, (40_000, n))
    drawn = np.abs(actual - p)[draws].sum(1) / actual[draws].sum(1)
    against = (np.abs(actual - p) - np.abs(actual - debut))[draws].sum(1) / actual[draws].sum(1)
    return {
        'mae': mean_absolute_error(actual, p),
        'wape': wape(actual, p),
        'r2Log': r2_score(np.log1p(actual), np.log1p(p)),
        'rank': float(spearmanr(actual, p).statistic),
        'range': [float(np.quantile(drawn, q)) for q in (0.1, 0.25, 0.75, 0.9)],
        'against': [float(np.quantile(against, q)) for q in (0.05, 0.95)],
    }


def residual_at(fraction):
    """The (n + 1) rule of split conformal prediction, between order statistics."""
    return np.interp(fraction * (len(residuals) + 1) - 1, np.arange(len(residuals)), residuals)


def reached(promised):
    tail = (1 - promised) / 2
    missed = np.log1p(actual) - log
    return float(np.mean((missed >= residual_at(tail)) & (missed <= residual_at(1 - tail))))


frame = pd.DataFrame({'actual': actual, 'debut': debut, 'category': category, 'price': price, 'day': day})
frame['month'] = pd.to_datetime(frame.day, unit='D').dt.month
frame['band'] = pd.qcut(frame.price, 4, labels=False)


def groups(by):
    return {
        str(key): {'count': len(g), 'wape': wape(g.actual, g.debut), 'above': float((g.actual > g.debut).mean())}
        for key, g in frame.groupby(by)
    }


def wilson(promised):
    count = round(reached(promised) * n)
    interval = binomtest(count, n).proportion_ci(0.8, method='wilson')
    return [interval.low, interval.high]


promises = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]
reference = {
    'heldOut': {
        'actual': actual.tolist(), 'debut': debut.tolist(), 'median': median.tolist(), 'category': category.tolist(),
        'price': price.tolist(), 'day': day.tolist(), 'residuals': residuals.tolist(), 'log': log.tolist(),
    },
    'scores': {'debut': scores(debut), 'category-median': scores(median)},
    'calibration': [{'promised': p, 'reached': reached(p), 'interval': wilson(p)} for p in promises],
    'groups': {by: groups(by) for by in ('category', 'month', 'band')},
    'worst': np.argsort(-np.abs(actual - debut), kind='stable')[:10].tolist(),
}
Path(__file__).with_name('scorecard.json').write_text(json.dumps(reference, indent=1) + '\n')
