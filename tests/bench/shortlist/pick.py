"""Ranks the later fifth of real tables unseen and takes the best fifth of it, by Debut and by competing models.

Called by `npm run bench:shortlist -- --parts pick`. Prints what the picks brought, and what their totals promised. Each
line that begins with "missed:" is a missed target. Needs Python 3 with NumPy, pandas, scikit-learn and XGBoost, and the
outside benchmark in ../shared/bench."""
import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
# The competing models of bench:real come first: bench:learning has others of the same name.
sys.path[:0] = [str(HERE.parent / 'real'), str(HERE.parent / 'learning')]

import peers
from evaluation import predictions_of
from tables import in_folder, usual_tables

TABLES = ('giftware', 'games', 'theatre', 'meals')
PICKED = 0.2
OVER_ALL, OVER_XGBOOST, OVER_CATEGORY_MEDIAN = 1.5, 1.1, 1.1
KEPT = (0.9, 1.1)
RESAMPLES = 10
XGBOOST = ('XGBoost on topics', 'XGBoost on words')


def picked(scores, among=None):
    """Returns the rows with the highest scores: a fifth. Equal scores count in the order of the rows."""
    rows = np.arange(len(scores)) if among is None else among
    order = np.argsort(-scores[rows], kind='stable')
    return rows[order[:round(PICKED * len(rows))]]


def promised_over_realised(scores, promised, actual):
    """Returns the mean ratio over resampled lists."""
    random = np.random.default_rng(1)
    ratios = []
    for _ in range(RESAMPLES):
        rows = picked(scores, random.integers(0, len(actual), len(actual)))
        ratios.append(promised[rows].sum() / actual[rows].sum())
    return float(np.mean(ratios))


def play_table(table, seed):
    """Prints the figures of a table. Returns promised over realised, corrected and not, and the missed targets."""
    actual, inputs = table.actual, peers.Inputs(table)
    units, _ = peers.units_of_peers(table, inputs)
    with tempfile.TemporaryDirectory() as name:
        own, _ = predictions_of(Path(name), table.train, table.test, seed, '--outcome', table.outcome)
    if list(own.product_id) != list(table.test.product_id.astype(str)):
        sys.exit(f'{table.name}: the predictions are not those of the rows to judge')
    chosen, mean = own.units_mean_if_chosen.to_numpy(), own.units_mean.to_numpy()
    means = {'Debut': actual[picked(mean)].mean()} | {name: actual[picked(values)].mean() for name, values in units.items()}
    everything, best = actual.mean(), actual[picked(actual)].mean()
    print(f'{table.name}: {round(PICKED * len(actual))} of {len(actual)} chosen by {table.outcome}; the best possible is {best / everything:.2f} times the mean of all')
    for name in sorted(means, key=means.get, reverse=True):
        print(f'  {name}: {means[name] / everything:.3f} times all, {means[name] / best:.3f} of the best possible')
    kept, top = (promised_over_realised(mean, values, actual) for values in (chosen, mean))
    print(f'  promised over realised: {kept:.3f} corrected, {top:.3f} as forecast', flush=True)
    targets = [('the mean of all', everything, OVER_ALL),
               ("XGBoost's pick", max(means[name] for name in XGBOOST), OVER_XGBOOST)]
    if 'category median' in means:
        targets.append(("the category median's pick", means['category median'], OVER_CATEGORY_MEDIAN))
    missed = [f'{table.name}: {means["Debut"] / of:.3f} times {words}, at least {least}' for words, of, least in targets
              if means['Debut'] < least * of]
    return kept, top, missed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--tables', default='', help='further folders with train.csv, test.csv and spec.json')
    parser.add_argument('--only', default=','.join(TABLES))
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    known = usual_tables()
    tables = [known[name]() for name in options.only.split(',') if name]
    tables += [in_folder(Path(name)) for name in options.tables.split(',') if name]
    played = [play_table(table, options.seed) for table in tables]
    kept, top = (float(np.mean([each[i] for each in played])) for i in (0, 1))
    print(f'promised over realised, mean over tables: {kept:.3f} corrected, {top:.3f} as forecast')
    missed = [line for *_, lines in played for line in lines]
    if not KEPT[0] <= kept <= KEPT[1]:
        missed.append(f'promised over realised {kept:.3f}, from {KEPT[0]} to {KEPT[1]}')
    for line in missed:
        print(f'missed: {line}')
    sys.exit(1 if missed else 0)


if __name__ == '__main__':
    main()
