"""Competing models on the same tables: a median, ridge, neighbours, forests, and XGBoost on the funnel."""
import numpy as np
import pandas as pd
import xgboost as xgb
from sklearn.decomposition import TruncatedSVD
from sklearn.ensemble import RandomForestRegressor
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import RidgeCV
from sklearn.neighbors import KNeighborsRegressor
from sklearn.preprocessing import OneHotEncoder

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
    if 'category' not in train:
        return np.full(len(test), train[outcome].median())
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
    """Returns XGBoost's quantiles, corrected on the latest fifth of the training rows.

    The correction is one-sided conformalised quantile regression."""
    encoder = Encoder(train)
    x, logs = encoder.launches(train), np.log1p(train[outcome].to_numpy(float))
    cut = int(len(train) * 0.8)
    model = xgb.XGBRegressor(objective='reg:quantileerror', quantile_alpha=np.array(list(shares.values())), n_estimators=300,
                             learning_rate=0.04, max_depth=5, subsample=0.8, colsample_bytree=0.5, min_child_weight=3, n_jobs=2)
    model.fit(x[:cut], logs[:cut])
    misses = np.sort(logs[cut:, None] - model.predict(x[cut:]), axis=0)
    shifts = [misses[conformal_rank(len(misses), share), i] for i, share in enumerate(shares.values())]
    corrected = np.sort(model.predict(encoder.launches(test)) + shifts, axis=1)
    return pd.DataFrame(np.maximum(0, np.expm1(corrected)), columns=list(shares))


def conformal_rank(count, share):
    """Returns the index of the sorted miss that an unseen launch stays below with at least this probability.

    For shares below 0.5, the probability is at most the share."""
    rank = np.ceil((count + 1) * share) if share >= 0.5 else np.floor((count + 1) * share)
    return int(np.clip(rank, 1, count)) - 1


def real_peers(train, test, outcome):
    """Returns the units that strong competing models predict for the test rows of a table without actions."""
    both = pd.concat([train, test], ignore_index=True)
    learns = np.arange(len(both)) < len(train)
    text = both[[c for c in ('title', 'tags', 'genres', 'features') if c in both]].fillna('').agg(' '.join, axis=1)
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=3).fit(text[learns])
    bag = words.transform(text)
    topics = TruncatedSVD(min(64, bag.shape[1] - 1), random_state=0).fit(bag[learns]).transform(bag)
    angle = 2 * np.pi * both.launch_date.dt.dayofyear / 365.25
    numbers = [np.sin(angle), np.cos(angle), np.sin(2 * angle), np.cos(2 * angle),
               (both.launch_date - both.launch_date.min()).dt.days / 365.25]
    numbers += [np.log1p(both.price)] if 'price' in both else []
    numbers += [both.age_limit] if 'age_limit' in both else []
    numbers = np.column_stack(numbers)
    labels = [c for c in ('category', 'brand') if c in both]
    levels = np.zeros((len(both), 0))
    if labels:
        levels = OneHotEncoder(handle_unknown='ignore', sparse_output=False).fit(both.loc[learns, labels]).transform(both[labels])
    dense = np.hstack([topics, levels, numbers])
    wide = np.hstack([bag.toarray(), levels, numbers])
    boosted = dict(n_estimators=500, learning_rate=0.03, max_depth=5, subsample=0.8, min_child_weight=5, n_jobs=2)
    models = {
        'ridge': (wide, RidgeCV(np.logspace(-1, 3, 9))),
        'neighbours': (np.hstack([3 * topics, 2 * levels, numbers]), KNeighborsRegressor(15, weights='distance')),
        'forest': (dense, RandomForestRegressor(300, min_samples_leaf=3, max_features=0.4, random_state=0, n_jobs=2)),
        'XGBoost on topics': (dense, xgb.XGBRegressor(colsample_bytree=0.5, **boosted)),
        'XGBoost on words': (wide, xgb.XGBRegressor(colsample_bytree=0.3, **boosted)),
    }
    target = np.log1p(train[outcome].to_numpy(float))
    units = {name: np.maximum(0, np.expm1(model.fit(x[learns], target).predict(x[~learns]))) for name, (x, model) in models.items()}
    units['median'] = np.full(len(test), np.median(train[outcome]))
    units['category median'] = category_median(train, test, outcome)
    return units
