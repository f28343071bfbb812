"""npm run bench:real [-- --only giftware,listings] [--tables DIR,DIR] [--debut yes|no] [--seed 1]

Measures forecasts and ranges on real tables, and on a simulated one of small counts. Competing models get the same rows
and the same columns in the same run. --tables adds tables of folders with train.csv, test.csv and spec.json. --only
leaves the other tables out. --debut no measures the competing models only, and checks no target.

Debut's figures come from the files that `npm run evaluate` writes; nothing of the app is imported. Needs Python 3 with
NumPy, SciPy, pandas, scikit-learn and XGBoost, and the outside benchmark in ../shared/bench. Exits with 1 when a target
is missed."""
import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).resolve().parents[1] / 'learning'))

import peers
from evaluation import QUANTILES, coverage, coverage_words, log_r2, pinball, predictions_of, wape
from tables import BENCH, SMALL_COUNTS, in_folder, usual_tables

SLACK = 1.01
COVERED = {'80 %': (0.76, 0.84), '90 %': (0.87, 0.93)}
# Ranges of small counts hold whole units, so they cover more.
COVERED_OF_SMALL_COUNTS = {'80 %': (0.77, 0.86)}


@dataclass
class Verdict:
    target: str
    measured: str
    reached: bool

    def __str__(self):
        return f'{self.target}: {self.measured}, {"reached" if self.reached else "MISSED"}'


def play_table(table, with_debut, seed):
    """Prints the figures of a table. Returns its verdicts."""
    actual, inputs = table.actual, peers.Inputs(table)
    units, seconds = peers.units_of_peers(table, inputs)
    ranges, range_seconds = peers.ranges_of_xgboost(table, inputs, QUANTILES)
    print(f'{table.name}, {table.outcome}: {len(table.train)} launches learnt, {len(table.test)} judged')
    if not with_debut:
        print_models(actual, units, seconds)
        print_ranges('XGBoost CQR', actual, ranges, range_seconds)
        return []
    predictions, taken = debut_predictions(table, seed)
    print_models(actual, {'Debut': predictions.units_expected.to_numpy()} | units, {'Debut': taken} | seconds)
    print_ranges('XGBoost CQR', actual, ranges, range_seconds)
    print_ranges('Debut', actual, predictions, taken)
    verdicts = verdicts_on(table, predictions, units, ranges)
    for verdict in verdicts:
        print(f'  {verdict}', flush=True)
    return verdicts


def debut_predictions(table, seed):
    with tempfile.TemporaryDirectory() as name:
        predictions, seconds = predictions_of(Path(name), table.train, table.test, seed, '--outcome', table.outcome)
    if list(predictions.product_id) != list(table.test.product_id.astype(str)):
        sys.exit(f'{table.name}: the predictions are not those of the rows to judge')
    return predictions, seconds


def print_models(actual, units, seconds):
    for name in sorted(units, key=lambda name: wape(actual, units[name])):
        shown = [f'WAPE {wape(actual, units[name]):.3f}', f'R² of logs {log_r2(actual, units[name]):+.3f}', f'{seconds[name]:.0f} s']
        if 'Debut' in units and name != 'Debut':
            better = share_of_resamples(actual, units['Debut'], units[name])
            shown.append(f'Debut misses less on {100 * better:.0f} % of resamples')
        print(f'  {name}: ' + ', '.join(shown), flush=True)


def print_ranges(name, actual, ranges, seconds):
    held = coverage_words(coverage(actual, ranges))
    print(f'  ranges of {name}: pinball over mean {pinball(actual, ranges) / actual.mean():.4f}; held {held}; {seconds:.0f} s', flush=True)


def share_of_resamples(actual, own, other, repeats=2000):
    """Returns the share of resampled test sets on which Debut's error is not larger."""
    rows = np.random.default_rng(0).integers(0, len(actual), (repeats, len(actual)))
    difference = np.abs(actual - other) - np.abs(actual - own)
    return float((difference[rows].sum(axis=1) >= 0).mean())


def verdicts_on(table, predictions, units, ranges):
    actual, own = table.actual, predictions.units_expected.to_numpy()
    held, loss = coverage(actual, predictions), pinball(actual, predictions) / pinball(actual, ranges)
    if table.name == SMALL_COUNTS:
        return [verdict_on_error('WAPE', wape(actual, own), {'median': wape(actual, units['median'])}, 1),
                *verdicts_on_ranges(held, COVERED_OF_SMALL_COUNTS)]
    errors = {'WAPE': wape, 'log error': unexplained}
    return [*(verdict_on_error(words, error(actual, own), {name: error(actual, theirs) for name, theirs in units.items()}, slack)
              for words, error in errors.items() for slack in (1, SLACK)),
            Verdict('pinball at most that of XGBoost CQR', f'{loss:.3f} of it', loss <= 1),
            *verdicts_on_ranges(held, COVERED)]


def unexplained(actual, predicted):
    """Returns 1 − R² of logarithms, an error that can be divided by another."""
    return 1 - log_r2(actual, predicted)


def verdict_on_error(words, own, others, slack):
    best = min(others, key=others.get)
    most = 'at most' if slack == 1 else f'at most {slack} times'
    ratio = own / others[best]
    return Verdict(f'{words} {most} that of the {"best peer" if len(others) > 1 else best}',
                   f'{own:.3f} against {others[best]:.3f} ({best}), {ratio:.3f} times', ratio <= slack)


def verdicts_on_ranges(held, covered):
    return [Verdict(f'{name} ranges hold {100 * least:.0f}–{100 * most:.0f} %', f'{100 * held[name]:.1f} %', least <= held[name] <= most)
            for name, (least, most) in covered.items()]


def read_options():
    parser = argparse.ArgumentParser()
    texts = lambda given: list(filter(None, given.split(',')))
    parser.add_argument('--only', type=texts, default='')
    parser.add_argument('--tables', type=texts, default='')
    parser.add_argument('--debut', type=lambda given: given == 'yes', default='yes')
    parser.add_argument('--seed', type=int, default=1)
    return parser.parse_args()


def main():
    options = read_options()
    if not (BENCH / 'real').exists():
        print('bench:real: skipped, for ../shared/bench/real is not here')
        return
    tables = usual_tables() | {Path(name).name: lambda name=name: in_folder(Path(name)) for name in options.tables}
    unknown = set(options.only) - set(tables)
    if unknown:
        sys.exit(f'expected --only with some of {", ".join(tables)}, got {", ".join(sorted(unknown))}')
    verdicts = [(name, verdict) for name in options.only or tables for verdict in play_table(tables[name](), options.debut, options.seed)]
    missed = [(name, verdict) for name, verdict in verdicts if not verdict.reached]
    if verdicts:
        print(f'{len(verdicts) - len(missed)} of {len(verdicts)} targets reached')
    for name, verdict in missed:
        print(f'MISSED, {name}: {verdict.target}: {verdict.measured}')
    sys.exit(1 if missed else 0)


if __name__ == '__main__':
    main()
