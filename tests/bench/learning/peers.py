"""Competing models in worlds of launches with actions: a median, ridge, XGBoost, and XGBoost on the funnel."""
import numpy as np
import pandas as pd
import xgboost as xgb
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import RidgeCV
from sklearn.preprocessing import OneHotEncoder

from conformal import conformal_quantiles

WEEKS = 52
BUMPS = np.arange(0, WEEKS, 3)
UNITS_PER_ORDER = 1.15  # of the worlds, given to the peer


def week_of(dates):
    return ((dates.dt.dayofyear - 1) // 7).clip(0, WEEKS - 1).to_numpy()


class Encoder:
    """Encodes words, categories and prices of products, and week, channel, promotion, price and spend of actions."""

    def __init__(self, history):
        self.words = TfidfVectorizer(min_df=3, binary=True, use_idf=False, norm=None).fit(history.title)
        self.labels = [name for name in ('category', 'brand', 'material') if name in history]
        self.levels = OneHotEncoder(handle_unknown='ignore', sparse_output=False).fit(history[self.labels])
        logs = np.log(history.list_price)
        self.log_price = logs.mean()
        self.category_price = logs.groupby(history.category).mean()
        self.channels = sorted(history.channel.unique())
        self.promotions = sorted(history.promotion.unique())
        self.first_day = history.launch_date.min()

    def products(self, frame):
        logs = np.log(frame.list_price)
        usual = frame.category.map(self.category_price).fillna(self.log_price)
        numbers = np.column_stack([2 * (logs - usual), logs - self.log_price, 5 * (frame.unit_cost / frame.list_price - 0.45)])
        return np.hstack([self.words.transform(frame.title).toarray(), self.levels.transform(frame[self.labels]), numbers])

    def actions(self, week, channel, promotion, ratio, spend, years):
        apart = np.abs(week[:, None] - BUMPS)
        bumps = np.exp(-0.5 * (np.minimum(apart, WEEKS - apart) / 2) ** 2)
        angle = 2 * np.pi * week / WEEKS
        waves = np.column_stack([np.sin(angle), np.cos(angle), np.sin(2 * angle), np.cos(2 * angle)])
        one_hot = lambda values, levels: (np.asarray(values)[:, None] == np.asarray(levels)).astype(float)
        numbers = np.column_stack([5 * np.log(ratio), np.log1p(spend) - 3.5, years])
        return np.hstack([bumps, waves, one_hot(channel, self.channels), one_hot(promotion, self.promotions), numbers])

    def launches(self, frame):
        years = (frame.launch_date - self.first_day).dt.days / 365.25
        ratio = (frame.sale_price / frame.list_price).to_numpy()
        actions = self.actions(week_of(frame.launch_date), frame.channel, frame.promotion, ratio, frame.ad_spend, years)
        return np.hstack([self.products(frame), actions])


class XgboostFunnel:
    """Predicts impressions, click rate and conversion with a model each, and multiplies them."""

    def __init__(self, encoder, frame):
        self.encoder = encoder
        make = lambda: xgb.XGBRegressor(n_estimators=500, learning_rate=0.04, max_depth=5, subsample=0.8,
                                        colsample_bytree=0.5, min_child_weight=3, n_jobs=2)
        x = encoder.launches(frame)
        seen, clicked, ordered = (frame[name].to_numpy(float) for name in ('impressions', 'clicks', 'orders'))
        rate = lambda hits, tries: np.log((hits + 0.5) / (tries - hits + 0.5))
        weight = lambda hits: hits / (1 + 0.05 * hits) + 0.1
        self.seen = make().fit(x, np.log1p(seen))
        self.clicks = make().fit(x, rate(clicked, seen), sample_weight=weight(clicked))
        self.orders = make().fit(x, rate(ordered, clicked), sample_weight=weight(ordered))

    def units(self, x):
        sigmoid = lambda z: 1 / (1 + np.exp(-z))
        return np.exp(self.seen.predict(x)) * sigmoid(self.clicks.predict(x)) * sigmoid(self.orders.predict(x)) * UNITS_PER_ORDER


def action_cells(space):
    """Returns a table of every action, and each action's price as a share of the list price."""
    grid = pd.MultiIndex.from_product(
        [range(space['weeks']), space['channels'], space['promotions'], space['price_factors']],
        names=['week', 'channel', 'promotion', 'factor']).to_frame(index=False)
    return grid, (grid.factor * (1 - grid.promotion.map(space['discount']))).to_numpy()


def encoded_cells(encoder, space, years):
    grid, ratio = action_cells(space)
    spend = np.full(len(grid), space['ad_spend'])
    return encoder.actions(grid.week.to_numpy(), grid.channel, grid.promotion, ratio, spend, np.full(len(grid), years))


def plan(model, products, space, first_monday, years):
    """Returns the most profitable action for each product, as a table that the world's judge reads."""
    grid, ratio = action_cells(space)
    fee = grid.channel.map(space['channel_fee']).to_numpy()
    actions = encoded_cells(model.encoder, space, years)
    encoded = model.encoder.products(products)
    rows = []
    for i, product in products.iterrows():
        x = np.hstack([np.repeat(encoded[i:i + 1], len(grid), 0), actions])
        profit = model.units(x) * (product.list_price * ratio * (1 - fee) - product.unit_cost)
        best = grid.iloc[int(profit.argmax())]
        date = first_monday + pd.Timedelta(days=7 * int(best.week))
        rows.append((product.product_id, date.date(), best.channel, best.promotion, best.factor))
    return pd.DataFrame(rows, columns=['product_id', 'launch_date', 'channel', 'promotion', 'price_factor'])


def category_median(train, test, outcome):
    return test.category.map(train.groupby('category')[outcome].median()).fillna(train[outcome].median()).to_numpy()


def ridge_on_launches(train, test, outcome):
    encoder = Encoder(train)
    model = RidgeCV(np.logspace(-2, 3, 11)).fit(encoder.launches(train), np.log1p(train[outcome]))
    return np.maximum(0, np.expm1(model.predict(encoder.launches(test))))


def xgboost_on_launches(train, test, outcome):
    encoder = Encoder(train)
    model = xgb.XGBRegressor(n_estimators=600, learning_rate=0.04, max_depth=6, subsample=0.8, colsample_bytree=0.6,
                             min_child_weight=3, n_jobs=2)
    model.fit(encoder.launches(train), np.log1p(train[outcome]))
    return np.maximum(0, np.expm1(model.predict(encoder.launches(test))))


def quantiles_on_launches(train, test, outcome, shares):
    encoder = Encoder(train)
    return conformal_quantiles(encoder.launches(train), train[outcome].to_numpy(float), encoder.launches(test), shares,
                               learning_rate=0.04, min_child_weight=3)
