"""Checks what should change little.

These are predictions after a few spoiled rows, predictions and plans under rewritten titles, and plans under another
seed of the training."""
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd

import peers
from evaluation import OUTCOME, plan_of, predictions_of, read_launches, split_by_date, wape
from worlds import write_world

SPOILED_SHARE = 0.01
SPOILED_BY = 100
SPOILED = {'units alone': [OUTCOME], 'the whole funnel': ['impressions', 'clicks', 'orders', OUTCOME, 'revenue_4w']}
RETITLED_PRODUCTS = 50
SEEDS = (1, 2, 3)
DECISIONS = ('channel', 'promotion', 'price_factor')


def play(world, seed, launches):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_world(world, folder, seed, launches)
        print(f'robust, world {world}, seed {seed}, {launches} launches:', flush=True)
        train, test = split_by_date(read_launches(folder / 'history.csv'))
        clean = retitled_predictions(folder, train, test, seed)
        spoiled_rows(folder, train, test, seed, clean)
        plans = plans_by_seed(folder)
        retitled_plans(plans[0])
        agreement(plans)


def spoiled_rows(folder, train, test, seed, clean):
    """Prints how far the error on clean rows moves when 1% of the training rows are multiplied by 100.

    The funnel reads no units, so spoiled units alone cannot move it."""
    actual = test[OUTCOME].to_numpy(float)
    before = {'Debut': wape(actual, clean)} | peers_wape(train, test)
    chosen = np.random.default_rng(seed).choice(len(train), max(1, round(SPOILED_SHARE * len(train))), replace=False)
    for kind, columns in SPOILED.items():
        spoiled = train.copy()
        spoiled.loc[chosen, columns] *= SPOILED_BY
        predictions, _ = predictions_of(folder / 'spoiled', spoiled, test, seed)
        after = {'Debut': wape(actual, predictions.units_expected)} | peers_wape(spoiled, test)
        moves = [f'{who} WAPE {before[who]:.3f} → {now:.3f} ({100 * (now / before[who] - 1):+.1f} %)' for who, now in after.items()]
        print(f'  {len(chosen)} of {len(train)} rows × {SPOILED_BY}, {kind}: ' + ', '.join(moves), flush=True)


def peers_wape(train, test):
    actual, encoder = test[OUTCOME].to_numpy(float), peers.Encoder(train)
    return {'funnel': wape(actual, peers.XgboostFunnel(encoder, train).units(encoder.launches(test))),
            'XGBoost': wape(actual, peers.xgboost_on_launches(train, test, OUTCOME))}


def with_typo(title, random):
    """Swaps two neighbouring letters of one word."""
    words = title.split()
    long = [i for i, word in enumerate(words) if len(word) >= 4 and word.isalpha()]
    i = random.choice(long)
    at = random.integers(1, len(words[i]) - 2)
    words[i] = words[i][:at] + words[i][at + 1] + words[i][at] + words[i][at + 2:]
    return ' '.join(words)


def title_changes():
    random = np.random.default_rng(0)
    return {
        'as it is': lambda title: title,
        'upper case': str.upper,
        'spacing': lambda title: f' {"  ".join(title.split())} ',
        'word order': lambda title: ' '.join(reversed(title.split())),
        'typo': lambda title: with_typo(title, random),
    }


def retitled(rows):
    """Returns the rows once for each way to write their titles. The end of each ID names the way."""
    return pd.concat([rows.assign(product_id=rows.product_id + f'/{name}', title=rows.title.map(change))
                      for name, change in title_changes().items()], ignore_index=True)


def retitled_predictions(folder, train, test, seed):
    """Prints how far the expected units move. Returns those under the unchanged titles."""
    predictions, _ = predictions_of(folder / 'retitled', train, retitled(test), seed)
    names = list(title_changes())
    units = dict(zip(names, predictions.units_expected.to_numpy().reshape(len(names), len(test))))
    own = units['as it is']
    for name in names[1:]:
        moves = np.abs(units[name] - own) / np.maximum(own, 1e-9)
        print(f'  titles, {name}: expected units of {len(test)} launches move by {100 * np.median(moves):.1f} % in the median, '
              f'{100 * np.quantile(moves, 0.9):.1f} % at the 90th percentile', flush=True)
    return own


def plans_by_seed(folder):
    """Returns a plan for each seed, by product ID. The first also covers products under other titles."""
    products = pd.read_csv(folder / 'new-products.csv')
    everything = folder / 'retitled-products.csv'
    pd.concat([products, retitled(products[:RETITLED_PRODUCTS])]).to_csv(everything, index=False)
    plan = lambda seed: plan_of(folder, seed, everything if seed == SEEDS[0] else None)[0].set_index('product_id')
    return [plan(seed) for seed in SEEDS]


def week_of(plan):
    return (plan.launch_date - pd.Timestamp('2025-12-29')).dt.days.to_numpy() // 7


def weeks_apart(first, second):
    apart = np.abs(week_of(first) - week_of(second)) % 52
    return np.minimum(apart, 52 - apart)


def retitled_plans(plan):
    """Prints the share of plans that change with the title."""
    way = lambda name: plan[plan.index.str.endswith(f'/{name}')].sort_index()
    own, names = way('as it is'), list(title_changes())[1:]
    for name in names:
        other = way(name)
        flips = {'week': weeks_apart(own, other) > 0}
        flips |= {decision: own[decision].to_numpy() != other[decision].to_numpy() for decision in DECISIONS}
        flips['any of them'] = np.any(list(flips.values()), axis=0)
        shown = ', '.join(f'{what} {100 * flipped.mean():.0f} %' for what, flipped in flips.items())
        print(f'  titles, {name}: plans of {len(own)} new products flip in {shown}', flush=True)


def agreement(plans):
    """Prints the share of products on which all seeds agree. Weeks count as equal within two."""
    ids = [product_id for product_id in plans[-1].index if '/' not in product_id]
    plans = [plan.loc[ids] for plan in plans]
    pairs = [(a, b) for i, a in enumerate(plans) for b in plans[i + 1:]]
    same = {decision: np.all([a[decision] == b[decision] for a, b in pairs], axis=0) for decision in DECISIONS}
    same['week ± 2'] = np.all([weeks_apart(a, b) <= 2 for a, b in pairs], axis=0)
    same['all of them'] = np.all(list(same.values()), axis=0)
    shown = ', '.join(f'{what} {100 * agreed.mean():.0f} %' for what, agreed in same.items())
    print(f'  seeds {SEEDS[0]}–{SEEDS[-1]} agree for {len(ids)} new products on {shown}', flush=True)
