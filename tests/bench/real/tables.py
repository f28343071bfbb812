"""Tables of launches: what is learnt, what is judged, and which columns are known at the launch."""
import json
from dataclasses import dataclass

import pandas as pd

import small_counts
from evaluation import ROOT, read_launches, split_by_date

BENCH = (ROOT.parent / 'shared' / 'bench').resolve()
SMALL_COUNTS = 'small-counts'


@dataclass
class Table:
    name: str
    train: pd.DataFrame
    test: pd.DataFrame
    outcome: str
    text: list  # columns of words
    labels: list  # columns of categories
    numbers: list

    @property
    def actual(self):
        return self.test[self.outcome].to_numpy(float)

    @property
    def learnt(self):
        """The outcome of the launches to learn from."""
        return self.train[self.outcome].to_numpy(float)


def giftware():
    launches = read_launches(BENCH / 'online_retail_launches.csv').drop(columns=['orders_4w', 'revenue_4w'])
    return by_date('giftware', launches, 'units_4w', ['title'], [], ['price'])


def games():
    launches = read_launches(BENCH / 'steam_launches.csv')
    return by_date('games', launches, 'reviews', ['title', 'tags', 'genres', 'features'], ['category'], ['price', 'age_limit'])


def simulated_small_counts():
    return by_date(SMALL_COUNTS, small_counts.launches(), 'units_4w', ['title'], ['category'], ['price'])


def by_date(name, launches, outcome, text, labels, numbers):
    return Table(name, *split_by_date(launches), outcome, text, labels, numbers)


def in_folder(folder):
    """Returns the table of a folder, whose split and rows stay as they lie there."""
    spec = json.loads((folder / 'spec.json').read_text())
    train, test = (read_part(folder / f'{part}.csv') for part in ('train', 'test'))
    return Table(folder.name, train, test, spec['outcome'], spec['text'], spec['cats'], spec['nums'])


def read_part(path):
    # IDs and words such as "NA" are kept as they are written.
    return pd.read_csv(path, parse_dates=['launch_date'], dtype={'product_id': str}, keep_default_na=False, na_values=[''])


def usual_tables():
    """Returns a function for each table that reads or makes it."""
    lying = {name: lambda name=name: in_folder(BENCH / 'real' / name) for name in ('meals', 'theatre', 'listings')}
    return {'giftware': giftware, 'games': games} | lying | {SMALL_COUNTS: simulated_small_counts}
