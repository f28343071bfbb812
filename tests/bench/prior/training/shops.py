"""Invents shops: products, decisions and sales, in many forms. Nothing here knows any test world or real table.

A shop's logarithm of units is a weighted sum of some effects, each of variance one. Which effects, of which form and how
large, differs from shop to shop. Decisions may follow a hidden quality of the product, so that they mislead."""
from dataclasses import dataclass

import numpy as np

YEAR = 365.25
MISSING = -1
LABELS = ('category', 'brand', 'channel', 'promotion', 'attribute 1', 'attribute 2', 'attribute 3', 'attribute 4')
MOST_FACTS = 5


@dataclass
class Shop:
    """Launches in order of time. Labels are whole numbers, MISSING where unknown; numbers are NaN where unknown."""
    day: np.ndarray
    title: np.ndarray  # row of the pool of titles
    labels: dict  # name: whole numbers; columns that the shop lacks are not there
    list_price: np.ndarray
    price_ratio: np.ndarray
    ad_spend: np.ndarray
    facts: np.ndarray  # [launches, facts]
    lists: dict  # name: a list of items for each launch, such as tags
    units: np.ndarray
    sold_out: np.ndarray


class Pool:
    """Titles with their words, and what they mean."""

    def __init__(self, titles, meanings):
        departments, texts = zip(*titles)
        names = sorted(set(departments))
        self.departments = np.array([names.index(name) for name in departments])
        self.words = [words_of(text) for text in texts]
        vocabulary = {word: i for i, word in enumerate(sorted({word for words in self.words for word in words}))}
        self.word_ids = [np.array([vocabulary[word] for word in words], int) for words in self.words]
        self.word_count = len(vocabulary)
        self.meanings = meanings
        centred = meanings - meanings.mean(axis=0)
        _, values, axes = np.linalg.svd(centred[::4], full_matrices=False)
        self.latent = centred @ axes[:24].T
        self.latent /= self.latent.std(axis=0) ** 0.7  # smaller directions stay smaller
        self.latent /= self.latent.std()


def words_of(text):
    return sorted({word for word in ''.join(c.lower() if c.isalnum() else ' ' for c in text).split() if len(word) > 1})


def invent_shop(random, pool, learnt, later, free):
    """Returns a shop of so many launches, of which the later ones are to be forecast.

    If they are free, their days, channels, promotions, prices and ads are drawn at random, whatever the seller would have
    done: who learns to forecast them learns what decisions do, not what they go with."""
    count = learnt + later
    span = np.exp(random.uniform(np.log(0.15), np.log(7))) * YEAR
    day = np.sort(random.random(count) ** random.choice([0.6, 1, 1, 1]) * span)
    if random.random() < 0.3:  # launched in batches
        day = np.sort(random.choice(day, count) + random.random(count) * 3)
    day = np.floor(day + random.integers(0, 365))
    return Maker(random, pool, day, learnt if free else count).shop()


def standard(values):
    """Returns values with mean 0 and variance 1, or zeros where they do not differ."""
    spread = values.std(axis=0)
    return (values - values.mean(axis=0)) / np.where(spread > 1e-9, spread, 1) * (spread > 1e-9)


class Maker:
    def __init__(self, random, pool, day, decided):
        self.random, self.pool, self.day, self.count = random, pool, day, len(day)
        self.choose_products()
        self.choose_facts()
        self.choose_days(decided)
        self.season = 2 * np.pi * self.day / YEAR
        self.decide()
        if decided < self.count:
            self.draw_decisions(decided)
        recent = (np.abs(self.day[:, None] - self.day[None]) < 28) & (self.category[:, None] == self.category[None])
        self.crowding = np.log1p(np.tril(recent, -1).sum(axis=1))

    def heavy(self, size):
        """Returns effects of which a few may be large."""
        values = self.random.standard_t(3, size) if self.random.random() < 0.4 else self.random.normal(size=size)
        return values * (self.random.random(size) < 0.35) if self.random.random() < 0.3 else values

    def level_effect(self, labels):
        return self.heavy(labels.max() + 2)[labels]

    def choose_products(self):
        random, pool = self.random, self.pool
        some = random.choice(pool.departments.max() + 1, random.integers(1, 7), replace=False)
        rows = np.flatnonzero(np.isin(pool.departments, some))
        kept = max(2, int(len(rows) * random.choice([0.1, 0.3, 1])))
        rows = random.choice(rows, kept, replace=False)
        if random.random() < 0.15:  # the same products again and again
            rows = rows[:max(3, self.count // random.integers(4, 20))]
        distinct = len(rows) > self.count and random.random() < 0.5
        self.title = random.choice(rows, self.count, replace=not distinct)
        self.latent = pool.latent[self.title]
        own = random.normal(size=len(pool.departments))
        self.quality = own[self.title] if random.random() < 0.5 else random.normal(size=self.count)
        self.department = np.unique(pool.departments[self.title], return_inverse=True)[1]

    def labels_like(self, values, levels):
        """Returns labels that follow a number, more or less closely."""
        noisy = standard(values) + self.random.choice([0.1, 0.5, 2]) * self.random.normal(size=self.count)
        cuts = np.quantile(noisy, np.sort(self.random.random(levels - 1)))
        return self.random.permutation(levels)[np.searchsorted(cuts, noisy)]

    def rare_and_frequent(self, levels):
        weights = 1 / np.arange(1, levels + 1) ** self.random.uniform(0.3, 1.5)
        return self.random.choice(levels, self.count, p=weights / weights.sum())

    def some_labels(self, levels):
        """Returns labels that depend on the department, on the meaning of the title, on one of its words, or on nothing."""
        form = self.random.integers(4)
        if form == 0:
            return self.labels_like(self.latent @ self.random.normal(size=self.latent.shape[1]), levels)
        if form == 1:
            own = self.random.integers(levels, size=(self.department.max() + 1, max(2, levels // 3)))
            return own[self.department, self.random.integers(own.shape[1], size=self.count)]
        return self.rare_and_frequent(levels)

    def some_items(self):
        """Returns which items each launch lists, [launches, items]: some go with a meaning, others with nothing."""
        random, count = self.random, self.random.integers(6, 60)
        leaning = random.choice([0, 0.5, 1.5]) * standard(self.latent @ random.normal(size=(self.latent.shape[1], count)))
        leaning = leaning + random.choice([0, 0.5]) * self.quality[:, None] * random.normal(size=count) - random.exponential(1, count)
        return leaning + random.normal(size=leaning.shape) > random.uniform(0, 1.5)

    def choose_facts(self):
        random = self.random
        self.category = self.department if random.random() < 0.6 else self.some_labels(random.integers(2, 14))
        self.brand = self.some_labels(random.integers(2, 40))
        self.attributes = [self.some_labels(int(np.exp(random.uniform(np.log(2), np.log(40))))) for _ in range(random.integers(0, 5))]
        self.lists = [self.some_items() for _ in range(random.choice([0, 0, 0, 1, 2]))]
        anchors = [self.latent[:, 0], self.quality, self.level_effect(self.category), self.level_effect(self.brand)]
        mixed = lambda: sum(random.normal() * (random.random() < 0.4) * standard(each) for each in anchors) + random.normal(size=self.count)
        self.facts_raw = np.column_stack([standard(mixed()) for _ in range(random.integers(0, MOST_FACTS + 1))] or [np.zeros((self.count, 0))])
        self.log_price = np.log(random.choice([5, 15, 40, 200])) + random.choice([0.2, 0.5, 1]) * standard(mixed())

    def choose_days(self, decided):
        """Gives products the days that suit their season, more or less, and free launches any day of the year to come."""
        random = self.random
        self.own_peak = np.angle(self.latent @ random.normal(size=(self.latent.shape[1], 2)) @ np.array([1, 1j]))
        if random.random() < 0.4:
            noisy = self.own_peak + random.choice([0.5, 1.5]) * random.normal(size=self.count)
            turn = np.argsort(np.argsort((noisy + random.uniform(0, 6)) % (2 * np.pi)))
            self.day = self.day[np.argsort(self.day % YEAR)][turn]
            self.reorder(np.argsort(self.day, kind='stable'))
        if decided < self.count:
            self.day[decided:] = np.sort(self.day[decided - 1] + np.floor(random.random(self.count - decided) * YEAR))

    def reorder(self, order):
        for name in ('day', 'title', 'latent', 'quality', 'department', 'category', 'brand', 'facts_raw', 'log_price', 'own_peak'):
            setattr(self, name, getattr(self, name)[order])
        self.attributes, self.lists = ([own[order] for own in each] for each in (self.attributes, self.lists))

    def draw_decisions(self, decided):
        drawn = lambda values: np.concatenate([values[:decided], self.random.choice(values[:decided], self.count - decided)])
        self.channel, self.promotion = (None if own is None else drawn(own) for own in (self.channel, self.promotion))
        self.log_ratio, self.log_spend = drawn(self.log_ratio), drawn(self.log_spend)

    def decide(self):
        """Chooses channel, promotion, price and ad spend as a seller would, who may see the hidden quality."""
        random = self.random
        seen = random.choice([0, 0.4, 1]) * self.quality + random.choice([0, 0.5]) * standard(self.level_effect(self.category))
        noise = lambda: random.normal(size=self.count)
        self.channel = self.labels_like(seen + noise(), random.integers(2, 7)) if random.random() < 0.7 else None
        self.promotion = self.labels_like(random.normal() * seen + np.cos(self.season + random.uniform(0, 6)) * random.choice([0, 1]) + noise(),
                                          random.integers(2, 5)) if random.random() < 0.6 else None
        depth = random.uniform(0, 0.35, 8)[self.promotion] if self.promotion is not None else np.zeros(self.count)
        self.log_ratio = np.log1p(-depth) + random.choice([0, 0.03, 0.1]) * noise()
        self.log_spend = random.uniform(2, 7) + random.choice([0.3, 0.8]) * standard(random.choice([0, 1]) * seen + noise())

    # Effects: each returns a number for each launch, which is then standardised.

    def inputs(self):
        """Returns what effects of unknown form may depend on, [launches, inputs]."""
        random = self.random
        parts = [self.latent @ random.normal(size=(self.latent.shape[1], 4)), self.facts_raw, self.log_price[:, None],
                 np.cos(self.season)[:, None], np.sin(self.season)[:, None], self.day[:, None]]
        named = [self.category, self.brand, *self.attributes, self.channel, self.promotion]
        parts += [own.astype(float) for own in self.lists]
        parts += [random.normal(size=(labels.max() + 2, 2))[labels] for labels in named if labels is not None]
        x = standard(np.hstack(parts))
        return x[:, random.random(x.shape[1]) < random.choice([0.2, 0.5, 1])] if x.shape[1] > 4 else x

    def by_line(self, x):
        return x @ self.heavy(x.shape[1])

    def by_net(self, x):
        width = self.random.integers(3, 16)
        bend = [np.tanh, np.sin, lambda z: np.maximum(z, 0), np.abs][self.random.integers(4)]
        scale = self.random.uniform(0.5, 2) / np.sqrt(max(1, x.shape[1]))
        return bend(scale * x @ self.random.normal(size=(x.shape[1], width)) + self.random.normal(size=width)) @ self.random.normal(size=width)

    def by_trees(self, x):
        total = np.zeros(self.count)
        for _ in range(self.random.integers(1, 7)):
            leaf = np.zeros(self.count, int)
            for _ in range(self.random.integers(1, 5)):
                column = x[:, self.random.integers(x.shape[1])] if x.shape[1] else np.zeros(self.count)
                leaf = 2 * leaf + (column > np.quantile(column, self.random.uniform(0.1, 0.9)))
            total += self.random.normal(size=leaf.max() + 1)[leaf]
        return total

    def by_products(self, x):
        if not x.shape[1]:
            return np.zeros(self.count)
        pairs = self.random.integers(x.shape[1], size=(self.random.integers(1, 5), 2))
        return sum(self.random.normal() * x[:, a] * x[:, b] for a, b in pairs)

    def by_neighbours(self, x):
        centres = x[self.random.integers(self.count, size=self.random.integers(3, 16))]
        apart = ((x[:, None] - centres[None]) ** 2).sum(axis=2)
        return np.exp(-apart / (self.random.uniform(0.2, 1) * max(1, x.shape[1]))) @ self.random.normal(size=len(centres))

    def by_words(self):
        own = self.heavy(self.pool.word_count)
        in_season = self.heavy(self.pool.word_count) * (self.random.random(self.pool.word_count) < self.random.choice([0, 0.1, 0.3]))
        peak = self.random.uniform(0, 2 * np.pi, self.pool.word_count)
        told = [self.pool.word_ids[title] for title in self.title]
        return np.array([own[ids].sum() + (in_season[ids] * np.cos(self.season[i] - peak[ids])).sum() for i, ids in enumerate(told)])

    def by_meaning(self):
        return self.latent @ self.random.normal(size=self.latent.shape[1]) if self.random.random() < 0.5 else self.by_net(self.latent)

    def by_season(self):
        random = self.random
        groups = self.category if random.random() < 0.6 else np.zeros(self.count, int)
        phase = random.uniform(0, 2 * np.pi) + random.choice([0, 0.5, 2]) * random.normal(size=groups.max() + 1)
        height = np.abs(random.normal(size=groups.max() + 1))
        angle = self.season - phase[groups]
        sharp = random.choice([1, 4, 12])
        return height[groups] * np.exp(sharp * (np.cos(angle) - 1)) if random.random() < 0.5 else height[groups] * np.cos(angle)

    def by_own_season(self):
        return np.exp(self.random.choice([0.5, 1, 4]) * (np.cos(self.season - self.own_peak + self.random.uniform(-0.7, 0.7)) - 1))

    def by_time(self):
        random, t = self.random, (self.day - self.day[0]) / (self.day[-1] - self.day[0] + 1)
        form = random.integers(4)
        if form == 0:
            return t * random.choice([-1, 1])
        if form == 1:
            return (t > random.uniform(0.2, 1.1)) * random.choice([-1.0, 1.0])
        if form == 2:
            return np.interp(t, np.linspace(0, 1, 12), random.normal(size=12).cumsum())
        return self.level_effect(self.category) * (t - random.random())

    def by_choice(self):
        """Returns what decisions do. Prices only lower sales, and ads never lower them."""
        random = self.random
        total = -random.uniform(0, 3.5) * self.log_ratio + random.choice([0, 0, 0.1, 0.3]) * random.random() * self.log_spend
        total -= random.choice([0, 0.1, 0.4]) * random.random() * self.crowding
        size = random.choice([0.1, 0.3, 0.8])
        for labels, meets in ((self.channel, self.category), (self.promotion, (self.season % (2 * np.pi) // (np.pi / 2)).astype(int))):
            if labels is not None:
                total = total + size * random.normal(size=labels.max() + 1)[labels]
                together = random.normal(size=(labels.max() + 1, meets.max() + 1))
                total = total + random.choice([0, 0.5]) * size * together[labels, meets]
        return total

    def logs(self):
        random = self.random
        labels = [self.category, self.brand, *self.attributes]
        listed = lambda items: items @ self.heavy(items.shape[1])
        effects = [*(lambda own=own: self.level_effect(own) for own in labels), *(lambda own=own: listed(own) for own in self.lists), self.by_words, self.by_meaning, self.by_season, self.by_own_season, self.by_time,
                   lambda: self.by_line(standard(self.facts_raw)), lambda: self.by_line(self.log_price[:, None]),
                   *(lambda make=make: make(self.inputs()) for make in (self.by_line, self.by_net, self.by_trees, self.by_products, self.by_neighbours))]
        weights = random.gamma(random.choice([0.15, 0.4, 1]), 1, len(effects))
        weights = np.sqrt(weights / (weights.sum() + 1e-9)) * random.choice([-1, 1], len(effects))
        return sum(weight * standard(effect()) for weight, effect in zip(weights, effects) if abs(weight) > 0.05)

    def shop(self):
        random = self.random
        size = np.exp(random.uniform(np.log(0.2), np.log(1.5)))
        logs = size * standard(np.nan_to_num(self.logs() + np.zeros(self.count))) + self.by_choice()
        for season in (self.by_season, self.by_own_season):
            logs = logs + random.choice([0, 0, 0.3, 0.6]) * random.random() * standard(season())
        noise = size * np.exp(random.uniform(np.log(0.2), np.log(2)))
        hidden = random.choice([0, 0.3, 0.8]) * noise
        noise_of = noise * (np.exp(0.5 * standard(self.level_effect(self.category))) if random.random() < 0.25 else 1)
        errors = random.standard_t(4, self.count) / np.sqrt(2) if random.random() < 0.35 else random.normal(size=self.count)
        if random.random() < 0.15:  # flops
            errors = errors - random.uniform(1, 3) * (random.random(self.count) < 0.1)
        logs = logs - logs.mean() + random.uniform(0.3, 9) + hidden * self.quality + noise_of * errors
        units, sold_out = self.counted(np.exp(np.clip(logs, -4, 14)))
        return self.as_known(units, sold_out)

    def counted(self, expected):
        random, form = self.random, self.random.random()
        if form < 0.45:
            units = random.poisson(expected).astype(float)
        elif form < 0.65:
            shape = np.exp(random.uniform(0, 3))
            units = random.poisson(expected * random.gamma(shape, 1 / shape, self.count)).astype(float)
        else:
            units = np.round(expected)
        if random.random() < 0.08:
            units *= random.random(self.count) > random.uniform(0.05, 0.3)
        if random.random() < 0.08:  # told in coarse steps
            steps = np.array([1, 2, 5]) if random.random() < 0.5 else np.array([1, 5])
            ladder = np.sort(np.outer(10.0 ** np.arange(6), steps).ravel())
            units = ladder[np.clip(np.searchsorted(ladder, units), 0, len(ladder) - 1)] * (units > 0)
        sold_out = np.zeros(self.count, bool)
        if random.random() < 0.2:
            stock = np.ceil(np.exp(np.median(np.log1p(units)) + random.uniform(0, 1.2) + 0.5 * random.normal(size=self.count)))
            sold_out, units = units >= stock, np.minimum(units, stock)
        return units, sold_out

    def as_known(self, units, sold_out):
        """Returns the shop as its table tells of it: some columns and cells are missing."""
        random = self.random
        has = lambda chance: random.random() < chance
        with_gaps = lambda labels: np.where(random.random(self.count) < random.choice([0, 0, 0.1]), MISSING, labels)
        labels = {}
        for name, own, chance in (('category', self.category, 0.75), ('brand', self.brand, 0.5), ('channel', self.channel, 0.95),
                                  ('promotion', self.promotion, 0.95)):
            if own is not None and has(chance):
                labels[name] = with_gaps(own)
        for i, own in enumerate(self.attributes):
            if has(0.8):
                labels[f'attribute {i + 1}'] = with_gaps(own)
        lists = {f'list {i + 1}': [np.flatnonzero(row) for row in own] for i, own in enumerate(self.lists)}
        nothing = np.full(self.count, np.nan)
        facts = self.facts_raw[:, random.random(self.facts_raw.shape[1]) < 0.8].copy()
        for column in facts.T:
            form = random.integers(4)
            column[:] = np.exp(column) if form == 0 else np.round(column * 2) if form == 1 else column > random.normal() if form == 2 else column
            column[random.random(self.count) < random.choice([0, 0, 0.15])] = np.nan
        return Shop(self.day, self.title, labels, np.exp(self.log_price) if has(0.75) else nothing, np.exp(self.log_ratio) if has(0.6) else nothing,
                    np.exp(self.log_spend) if has(0.35) else nothing, facts, lists, units, sold_out)
