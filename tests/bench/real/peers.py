"""Competing models on tables of launches: medians, ridge, a forest, XGBoost, and their mean.

All learn logarithms of the outcome from the same columns as Debut."""
import time

import numpy as np
import pandas as pd
import scipy.sparse as sparse
import xgboost as xgb
from sklearn.decomposition import TruncatedSVD
from sklearn.ensemble import RandomForestRegressor
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import RidgeCV
from sklearn.preprocessing import OneHotEncoder

from conformal import conformal_quantiles

MOST_TERMS = 6000
TOPICS = 64
AVERAGED = ('ridge', 'forest', 'XGBoost on words')
CAREFUL = dict(learning_rate=0.03, min_child_weight=5)
# One thread: threads of XGBoost wait for each other where other work shares the cores.
BOOSTED = dict(n_estimators=500, max_depth=5, subsample=0.8, n_jobs=1, **CAREFUL)


class Inputs:
    """The columns of both parts as numbers. Everything is fitted on the launches to learn from."""

    def __init__(self, table):
        both = pd.concat([table.train, table.test], ignore_index=True)
        self.learns = np.arange(len(both)) < len(table.train)
        text = both[table.text].fillna('').astype(str).agg(' '.join, axis=1)
        words = TfidfVectorizer(ngram_range=(1, 2), min_df=3, max_features=MOST_TERMS).fit(text[self.learns])
        bag = words.transform(text)
        topics = TruncatedSVD(min(TOPICS, bag.shape[1] - 1), random_state=0).fit(bag[self.learns]).transform(bag)
        levels = self.levels(both[table.labels])
        numbers = np.column_stack(seasons(both.launch_date) + self.numbers(both, table.numbers))
        self.on_topics = np.hstack([topics, levels, numbers])
        self.on_words = sparse.hstack([bag, sparse.csr_matrix(levels), sparse.csr_matrix(numbers)]).tocsr()

    def levels(self, labels):
        if labels.empty:
            return np.zeros((len(self.learns), 0))
        labels = labels.fillna('').astype(str)
        encoder = OneHotEncoder(handle_unknown='ignore', min_frequency=2, sparse_output=False)
        return encoder.fit(labels[self.learns]).transform(labels)

    def numbers(self, both, names):
        """Returns standardised logarithms, whether a number is missing, and the discount."""
        columns = []
        for name in names:
            logs = np.log1p(pd.to_numeric(both[name], errors='coerce').clip(lower=0))
            usual, spread = logs[self.learns].mean(), logs[self.learns].std() or 1
            columns.append(((logs - usual) / spread).fillna(0).clip(-5, 5))
            if logs.isna().any():
                columns.append(logs.isna().astype(float))
        if {'list_price', 'sale_price'} <= set(names):
            columns.append(np.log((both.sale_price + 0.01) / (both.list_price + 0.01)).fillna(0).clip(-3, 3))
        return columns


def seasons(dates):
    angle = 2 * np.pi * dates.dt.dayofyear / 365.25
    return [np.sin(angle), np.cos(angle), np.sin(2 * angle), np.cos(2 * angle), (dates - dates.min()).dt.days / 365.25]


def units_of_peers(table, inputs):
    """Returns the units that each competing model predicts for the launches to judge, and its seconds."""
    logs, learns = np.log1p(table.learnt), inputs.learns
    forest = RandomForestRegressor(300, min_samples_leaf=3, max_features=0.4, random_state=0, n_jobs=1)
    models = {
        'ridge': (inputs.on_words.toarray(), RidgeCV(np.logspace(-1, 3, 9))),
        'forest': (inputs.on_topics, forest),
        'XGBoost on topics': (inputs.on_topics, xgb.XGBRegressor(colsample_bytree=0.5, **BOOSTED)),
        'XGBoost on words': (inputs.on_words, xgb.XGBRegressor(colsample_bytree=0.3, **BOOSTED)),
    }
    predicted, seconds = {'median': np.full(len(table.test), np.median(logs))}, {'median': 0}
    if 'category' in table.labels:
        predicted['category median'], seconds['category median'] = category_median(table, logs), 0
    for name, (x, model) in models.items():
        start = time.time()
        # Outcomes cannot be negative, but lines through their logarithms can.
        predicted[name] = np.maximum(0, model.fit(x[learns], logs).predict(x[~learns]))
        seconds[name] = time.time() - start
    predicted['mean of three'] = np.mean([predicted[name] for name in AVERAGED], axis=0)
    seconds['mean of three'] = sum(seconds[name] for name in AVERAGED)
    return {name: np.expm1(values) for name, values in predicted.items()}, seconds


def category_median(table, logs):
    medians = pd.Series(logs).groupby(table.train.category.to_numpy()).median()
    return table.test.category.map(medians).fillna(np.median(logs)).to_numpy()


def ranges_of_xgboost(table, inputs, shares):
    start = time.time()
    x, learns = inputs.on_topics, inputs.learns
    quantiles = conformal_quantiles(x[learns], table.learnt, x[~learns], shares, **CAREFUL)
    return quantiles, time.time() - start
