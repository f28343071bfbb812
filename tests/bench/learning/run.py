"""npm run bench:learning [-- --worlds a,thresholds] [--launches 60,200,2000] [--seeds 1,2,3,4,5] [--plans yes|no]
  [--play yes|no] [--dirty yes|no]

Measures forecast errors, the coverage of ranges and what plans would really earn. Competing models use the same rows in
the same run. --dirty adds a history as shops keep it, of the first world and size.

Every figure comes from the files that `npm run evaluate` writes; nothing of the app is imported. Needs Python 3 with
NumPy, pandas, scikit-learn and XGBoost. Everything but the world "thresholds" needs the outside benchmark in
../shared/bench."""
import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd

import dirty
import peers
from evaluation import (OUTCOME, QUANTILES, RANGES, coverage, coverage_words, pinball, plan_of, predictions_of, read_launches,
                        split_by_date, wape)
from worlds import BENCH, FIRST_MONDAY, read_space, write_world, years_to_plan

PEERS = ('funnel', 'XGBoost', 'ridge', 'median')
OURS_HELD, THEIRS_HELD = 'Debut held', 'XGBoost held'


def play_world(world, seed, launches, with_plans):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        judge = write_world(world, folder, seed, launches)
        history = read_launches(folder / 'history.csv')
        train, test = split_by_date(history)
        figures, seconds = judge_predictions(folder, train, test, seed)
        if with_plans:
            figures |= judge_plans(folder, judge, history, seed)
        shown = ', '.join(f'{name} {value:.3f}' for name, value in figures.items() if 'held' not in name)
        held = coverage_words({name: figures[f'{OURS_HELD} {name}'] for name in RANGES})
        print(f'world {world}, seed {seed}, {launches} launches: {shown}; held {held}; {seconds:.0f} s', flush=True)
        return {'world': world, 'launches': launches, 'seed': seed, 'rows': len(test)} | figures


def judge_predictions(folder, train, test, seed):
    actual = test[OUTCOME].to_numpy(float)
    predictions, seconds = predictions_of(folder, train, test, seed)
    quantiles = peers.quantiles_on_launches(train, test, OUTCOME, QUANTILES)
    encoder = peers.Encoder(train)
    figures = {
        'Debut WAPE': wape(actual, predictions.units_expected),
        'funnel WAPE': wape(actual, peers.XgboostFunnel(encoder, train).units(encoder.launches(test))),
        'median WAPE': wape(actual, peers.category_median(train, test, OUTCOME)),
        'ridge WAPE': wape(actual, peers.ridge_on_launches(train, test, OUTCOME)),
        'XGBoost WAPE': wape(actual, peers.xgboost_on_launches(train, test, OUTCOME)),
        'Debut pinball': pinball(actual, predictions),
        'XGBoost pinball': pinball(actual, quantiles),
    }
    figures['pinball ratio'] = figures['Debut pinball'] / figures['XGBoost pinball']
    for words, ranges in ((OURS_HELD, predictions), (THEIRS_HELD, quantiles)):
        figures |= {f'{words} {name}': share for name, share in coverage(actual, ranges).items()}
    return figures, seconds


def judge_plans(folder, judge, history, seed):
    plan_of(folder, seed)
    funnel = peers.XgboostFunnel(peers.Encoder(history), history)
    products = pd.read_csv(folder / 'new-products.csv')
    table = peers.plan(funnel, products, read_space(folder), FIRST_MONDAY, years_to_plan(history))
    table.to_csv(folder / 'plan_funnel.csv', index=False)
    return {'Debut capture': judge(folder / 'plan.csv'), 'funnel capture': judge(folder / 'plan_funnel.csv')}


def play_worlds(worlds, sizes, seeds, with_plans):
    results = []
    for world in worlds:
        for launches in sizes:
            played = [play_world(world, seed, launches, with_plans) for seed in seeds]
            means = pd.DataFrame(played).drop(columns=['world', 'launches', 'seed', 'rows']).mean()
            shown = ', '.join(f'{name} {value:.3f}' for name, value in means.items())
            print(f'world {world}, {launches} launches, mean of {len(played)}: {shown}', flush=True)
            results += played
    return pd.DataFrame(results)


def print_verdicts(results):
    """Prints Debut's figures over those of the best competing model for each world and size, from means.

    Then prints the coverage of ranges over all runs."""
    for (world, launches), played in results.groupby(['world', 'launches'], sort=False):
        means = played.mean(numeric_only=True)
        best = min(PEERS, key=lambda peer: means[f'{peer} WAPE'])
        words = [f'WAPE ours / best peer ({best}) {means["Debut WAPE"] / means[f"{best} WAPE"]:.3f}',
                 f'pinball ours / XGBoost {means["Debut pinball"] / means["XGBoost pinball"]:.3f}']
        if 'Debut capture' in means:
            words.append(f'capture ours − funnel {means["Debut capture"] - means["funnel capture"]:+.3f}')
        print(f'verdict, world {world}, {launches} launches: ' + ', '.join(words))
    print(f'verdict, all {len(results)} runs: pinball ours / XGBoost, mean of ratios {results["pinball ratio"].mean():.3f}')
    for words in (OURS_HELD, THEIRS_HELD):
        pooled = {name: np.average(results[f'{words} {name}'], weights=results.rows) for name in RANGES}
        print(f'pooled over {results.rows.sum()} unseen launches: {words} {coverage_words(pooled)}', flush=True)


def read_options():
    parser = argparse.ArgumentParser()
    texts = lambda given: list(filter(None, given.split(',')))
    numbers = lambda given: [int(number) for number in texts(given)]
    yes = lambda given: given == 'yes'
    parser.add_argument('--worlds', type=texts, default='a')
    parser.add_argument('--launches', type=numbers, default='2000')
    parser.add_argument('--seeds', type=numbers, default='1,2,3,4,5')
    for name, usual in (('plans', 'yes'), ('play', 'yes'), ('dirty', 'no')):
        parser.add_argument(f'--{name}', type=yes, default=usual)
    return parser.parse_args()


def main():
    options = read_options()
    worlds, sizes, seeds = options.worlds, options.launches, options.seeds
    if not BENCH.exists() and worlds != ['thresholds']:
        sys.exit(f'skipped: the outside benchmark is not at {BENCH}')
    if options.play and worlds:
        print_verdicts(play_worlds(worlds, sizes, seeds, options.plans))
    if options.dirty:
        dirty.play(worlds[0], seeds, sizes[0])


if __name__ == '__main__':
    main()
