"""Launches as the launch Transformer reads them: fields of fixed places, and forecasts of simple experts in context.

The first launches are known with their units (context), the later ones are to be forecast. Everything is fitted to the
context. Units are read as z = (ln(1 + units) - middle) / spread of the context."""
from dataclasses import dataclass

import numpy as np
from scipy.linalg import lapack

from shops import LABELS, MISSING, MOST_FACTS, YEAR

TEXT_PARTS = 12
LABEL_PARTS = 5
EXPERTS = ('equal', 'weighed', 'words', 'labels', 'near', 'time')
ROUNDS = 4
START = 0.5  # share of the kernels in the variance, before it is learnt
CONSTANT = 0.3
LEAST_NOISE = 0.02
EXPERT_PARTS = 3
SPREAD_AT_LEAST = 0.1


@dataclass
class Launches:
    """What is known of launches, context first. Label columns are whole numbers, MISSING where unknown."""
    day: np.ndarray
    labels: dict
    log_price: np.ndarray
    log_ratio: np.ndarray
    log_spend: np.ndarray
    facts: np.ndarray
    meanings: np.ndarray  # [launches, 512]; zeros where no text was read
    words: list  # ids of the words of each launch's text
    lists: dict  # name: ids of the items of each launch, such as tags
    units: np.ndarray


@dataclass
class Fields:
    inputs: np.ndarray  # [launches, inputs]
    codes: np.ndarray  # [launches, labels], a number for each label that the context has, -1 for others
    z: np.ndarray  # [launches]
    middle: float
    spread: float


def known_of(shop, pool):
    with np.errstate(divide='ignore', invalid='ignore'):
        return Launches(shop.day, shop.labels, np.log(shop.list_price), np.log(shop.price_ratio), np.log1p(shop.ad_spend), shop.facts,
                        pool.meanings[shop.title], [pool.word_ids[title] for title in shop.title], shop.lists, shop.units)


def scaled(values, learnt):
    """Returns numbers scaled by median and quartiles of the context and bounded smoothly to 3, and where they are missing."""
    known = values[:learnt][np.isfinite(values[:learnt])]
    if len(known) < 3:
        return np.zeros(len(values)), np.ones(len(values))
    if known.min() >= 0 and known.max() > 20 * max(np.median(known), 1e-9):
        values, known = np.log1p(values), np.log1p(known)
    low, middle, high = np.quantile(known, [0.25, 0.5, 0.75])
    spread = (high - low) / 1.35 or known.std() or 1
    plain = np.where(np.isfinite(values), (values - middle) / spread, 0)
    return plain / np.sqrt(1 + (plain / 3) ** 2), (~np.isfinite(values)).astype(float)


def text_parts(meanings, learnt):
    centred = (meanings - meanings[:learnt].mean(axis=0)) * (np.abs(meanings).sum(axis=1, keepdims=True) > 0)
    size = np.sqrt((centred[:learnt] ** 2).sum(axis=1).mean())
    if size < 1e-6:
        return np.zeros((len(meanings), TEXT_PARTS)), None
    centred = centred / size
    kernel = centred @ centred[:learnt].T
    values, axes = np.linalg.eigh(kernel[:learnt])
    kept = slice(None, -TEXT_PARTS - 1, -1)
    parts = 3 * kernel @ axes[:, kept] / np.sqrt(np.maximum(values[kept], 1e-3))
    out = np.zeros((len(meanings), TEXT_PARTS))
    out[:, :parts.shape[1]] = parts
    return out, kernel


def word_kernel(words, learnt):
    counts = {}
    for ids in words[:learnt]:
        for word in ids:
            counts[word] = counts.get(word, 0) + 1
    kept = {word: i for i, word in enumerate(word for word, count in counts.items() if count > 1)}
    if not kept:
        return None
    bag = np.zeros((len(words), len(kept)))
    rarity = np.array([np.log(1 + learnt / counts[word]) for word in kept])
    for row, ids in enumerate(words):
        for word in ids:
            if word in kept:
                bag[row, kept[word]] = rarity[kept[word]]
    bag /= np.maximum(np.sqrt((bag ** 2).sum(axis=1, keepdims=True)), 1e-9)
    return bag @ bag[:learnt].T


def same(labels, learnt):
    return ((labels[:, None] == labels[None, :learnt]) & (labels[:, None] != MISSING)).astype(float)


def label_parts(labels, z, learnt):
    """Returns whether each label is missing or new, its count, and its mean z without the launch's own."""
    known = labels[:learnt]
    own_count = same(labels, learnt)
    own_count[np.arange(learnt), np.arange(learnt)] = 0
    count = own_count.sum(axis=1)
    mean = own_count @ z[:learnt] / (count + 2)
    unseen = ~np.isin(labels, known[known != MISSING])
    return np.column_stack([labels == MISSING, unseen, np.log1p(count) / 3, mean, np.ones(len(labels))])


def label_codes(labels, learnt):
    """Returns consecutive numbers of the context's labels, -1 for missing and new ones."""
    levels = np.unique(labels[:learnt][labels[:learnt] != MISSING])
    return np.array([np.searchsorted(levels, label) if label in levels else -1 for label in labels], int)


@dataclass
class Expert:
    """A Gaussian process of the context: forecasts without the launch's own units, ln of their standard error, and the share
    of variance that they explain in the context."""
    forecast: np.ndarray
    error: np.ndarray
    explained: float


def expert(kernels, z, learnt, rounds):
    """Weighs kernels, [kernels][launches, context], of mean diagonal 1, and noise by the marginal likelihood: from equal
    weights, a few rounds of the fixed point of MacKay (1992), which few launches can bear."""
    count = len(z)
    if len(kernels) == 0:
        return Expert(np.zeros(count), np.zeros(count), 0)
    own, later = kernels[:, :learnt], kernels[:, learnt:]
    weights, noise = np.full(len(kernels), START / len(kernels)), 1 - START
    for round in range(rounds + 1):
        covariance = np.tensordot(weights, own, 1) + CONSTANT
        covariance[np.diag_indices(learnt)] += noise
        inverse = inverse_of(covariance)
        alpha = inverse @ z[:learnt]
        if round == rounds:
            break
        explained = (own @ alpha) @ alpha
        spent = (own * inverse).sum(axis=(1, 2))
        weights = np.maximum(weights * np.clip(explained / (spent + 1e-9), 0.1, 10), 1e-6)
        noise = max(LEAST_NOISE, noise * np.clip(alpha @ alpha / np.trace(inverse), 0.2, 5))
    diagonal = np.diag(inverse)
    to_later = np.tensordot(weights, later, 1) + CONSTANT
    scale = z[:learnt] @ alpha / learnt
    left = np.maximum(weights.sum() + CONSTANT - ((to_later @ inverse) * to_later).sum(axis=1), 0) + noise
    unseen = z[:learnt] - alpha / diagonal
    return Expert(np.concatenate([unseen, to_later @ alpha]), 0.5 * np.log(scale * np.concatenate([1 / diagonal, left])),
                  float(np.clip(1 - np.mean((z[:learnt] - unseen) ** 2), -1, 1)))


def inverse_of(positive):
    lower = lapack.dpotri(lapack.dpotrf(positive, lower=1)[0], lower=1)[0]
    return np.tril(lower) + np.tril(lower, -1).T


def read_fields(launches, learnt, free=False):
    """Reads launches, of which the first are learnt. free: the decisions of the others are open, and were not made by the seller."""
    logs = np.log1p(np.maximum(launches.units, 0))
    middle, spread = logs[:learnt].mean(), max(SPREAD_AT_LEAST, logs[:learnt].std())
    z = (logs - middle) / spread
    count = len(z)
    t = (launches.day - launches.day[learnt - 1]) / YEAR
    length = max(-t[0], 1 / 52)
    angle = 2 * np.pi * launches.day / YEAR
    waves = [f(k * angle) for k in (1, 2, 3) for f in (np.sin, np.cos)]
    text, by_meaning = text_parts(launches.meanings, learnt)
    by_words = word_kernel(launches.words, learnt)
    numbers = [scaled(values, learnt) for values in (launches.log_price, launches.log_ratio * 5, launches.log_spend, *launches.facts.T[:MOST_FACTS])]
    numbers += [(np.zeros(count), np.ones(count))] * (3 + MOST_FACTS - len(numbers))
    crowding = scaled(np.log1p(recent(launches, learnt)), learnt)[0]
    blank = np.zeros((count, LABEL_PARTS))
    labelled = [label_parts(launches.labels[name], z, learnt) if name in launches.labels else blank for name in LABELS]
    experts = experts_of(kernels(launches, learnt, by_meaning, by_words, numbers, crowding, t), z, learnt)
    size = [np.full(count, value) for value in (np.log(learnt) - 4.5, np.log1p(length), np.log(spread), (middle - 4) / 3)]
    time = [np.clip(t, -4, 2), np.clip(t / length, -1, 1)]
    inputs = np.column_stack([*(part for each in experts for part in (each.forecast, each.error, np.full(count, each.explained))), *size, *time, *waves, crowding, *(part for number in numbers for part in number), text, *labelled,
                              np.where(np.arange(count) < learnt, 0, float(free))])
    codes = np.column_stack([label_codes(launches.labels[name], learnt) if name in launches.labels else np.full(count, -1) for name in LABELS])
    return Fields(np.clip(inputs, -10, 10).astype(np.float32), codes, np.clip(z, -6, 6).astype(np.float32), middle, spread)


def recent(launches, learnt):
    """Returns how many launches of the same category came in the four weeks before."""
    day, category = launches.day, launches.labels.get('category', np.zeros(len(launches.day), int))
    close = (day[:, None] - day[None] < 28) & (day[:, None] >= day[None]) & (category[:, None] == category[None])
    return np.tril(close, -1).sum(axis=1).astype(float)


def kernels(launches, learnt, by_meaning, by_words, numbers, crowding, t):
    """Returns the similarity of all launches to the context in each respect that is known, by name."""
    named = {'meaning': by_meaning, 'words': by_words}
    named |= {name: word_kernel(items, learnt) for name, items in launches.lists.items()}
    named |= {name: same(own, learnt) for name, own in launches.labels.items()}
    for i, (values, missing) in enumerate(numbers):
        if missing[:learnt].mean() < 0.9 and values[:learnt].std() > 1e-6:
            named[f'number {i}'] = np.exp(-(values[:, None] - values[None, :learnt]) ** 2 / 2)
            named[f'line {i}'] = np.outer(values, values[:learnt])
    named['crowding'] = np.outer(crowding, crowding[:learnt])
    apart = np.abs(t[:, None] - t[None, :learnt])
    named['time'] = np.exp(-apart / 0.4)
    if -t[0] > 1:
        named['season'] = np.exp(-2 * np.sin(np.pi * apart) ** 2 / 0.5)
    named = {name: kernel for name, kernel in named.items() if kernel is not None}
    # What suits a product: a season, a channel or a promotion may suit products that are alike.
    pairs = [(one, other) for one in ('meaning', 'words', 'category') for other in ('season', 'channel', 'promotion') if {one, other} <= set(named)]
    named |= {f'together {one} {other}': named[one] * named[other] for one, other in pairs}
    alike = np.mean([np.clip(kernel, -1, 1) for name, kernel in named.items() if not name.startswith(('line', 'crowding', 'season', 'together'))], axis=0)
    named |= {'near': np.exp(2.5 * (alike - 1)), 'nearest': np.exp(6 * (alike - 1))}
    return {name: kernel / max(np.trace(kernel[:learnt]) / learnt, 1e-6) for name, kernel in named.items()}


def experts_of(named, z, learnt):
    some = lambda *starts: np.array([kernel for name, kernel in named.items() if name.startswith(starts)])
    every = some('')
    return (expert(every, z, learnt, 0), expert(every, z, learnt, ROUNDS), expert(some('meaning', 'words', 'list'), z, learnt, 1),
            expert(some('category', 'brand', 'attribute', 'channel', 'promotion'), z, learnt, 1), expert(some('near'), z, learnt, 1),
            expert(some('time', 'season'), z, learnt, 1))
