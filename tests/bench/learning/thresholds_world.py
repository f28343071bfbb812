"""A world of launches that does not have the network's form.

Demand falls in steps of the price, spend saturates, and a promotion works on some channels only. Seasons open and close
from one week to the next. Past promotions went to products that were weaker than any column shows. The files have the
columns of the outside benchmark's world."""
import json
from dataclasses import dataclass

import numpy as np
import pandas as pd

WEEKS = 52
SPEND = 40
UNITS_PER_ORDER = 1.15
FIRST_MONDAYS = pd.to_datetime(['2023-01-02', '2024-01-01', '2024-12-30', '2025-12-29'])
CHANNELS = ['marketplace', 'own store', 'social', 'search ads', 'influencer']
FEES = np.array([0.15, 0.03, 0.05, 0.05, 0.12])
PROMOTIONS = ['none', '10% off', '20% off', 'bundle', 'coupon']
DISCOUNTS = np.array([0, 0.1, 0.2, 0.12, 0.08])
PRICE_FACTORS = [0.85, 1, 1.15]
CATEGORIES = {
    'Home Decor': (14, ['Lantern', 'Cushion', 'Wall Clock', 'Photo Frame', 'Doormat']),
    'Kitchen': (11, ['Mug', 'Tea Towel', 'Cake Stand', 'Mixing Bowl', 'Apron']),
    'Garden': (17, ['Plant Pot', 'Bird Feeder', 'Wind Chime', 'Watering Can']),
    'Toys': (13, ['Jigsaw Puzzle', 'Building Blocks', 'Doll House', 'Board Game']),
    'Stationery': (6, ['Notebook', 'Gift Wrap', 'Greeting Card Set', 'Pencil Case']),
    'Bags': (18, ['Tote Bag', 'Backpack', 'Shopper', 'Wash Bag']),
    'Jewellery': (24, ['Necklace', 'Bracelet', 'Earrings', 'Brooch']),
    'Pets': (12, ['Dog Bowl', 'Cat Bed', 'Pet Lead', 'Chew Toy']),
}
CATEGORY_PRICES = np.array([price for price, _ in CATEGORIES.values()])
# The words of a theme, and the first and last week of its season.
THEMES = [('', 0, 51), ('Christmas', 41, 49), ('Valentine', 2, 6), ('Easter', 9, 15), ('Summer', 17, 29), ('Halloween', 36, 43)]
STYLES = {'': 0.9, 'Handmade': 1.35, 'Luxury': 1.2, 'Budget': 0.8, 'Organic': 1.25, 'Vintage': 1.1, 'Professional': 1.0}
MATERIALS = ['Ceramic', 'Cotton', 'Wooden', 'Glass', 'Metal', 'Leather', 'Plastic', 'Bamboo']
BRANDS = ['Northbrook', 'Lumen & Co', 'Oakfield', 'Pixie Lane', 'Harbour', 'Tansy', 'Moss', 'Kestrel', 'Fable', 'Juniper']
RATIO_STEPS = np.array([0.65, 0.8, 0.95, 1.1, 1.3, 1.6])  # of the price to the category's
ROUND_PRICES = np.array([5, 10, 15, 20, 25, 30, 40, 50])
KEPT_AT_ROUND = 0.82


@dataclass
class World:
    """What a launch really depends on."""
    reach: np.ndarray  # by category and channel
    brand: np.ndarray
    material: np.ndarray  # by category and material
    season: np.ndarray  # by category: first week and length
    kept: np.ndarray  # by category: the share of buyers who stay at each step of the price
    lift: np.ndarray  # by promotion and channel
    spend_cap: np.ndarray  # by channel
    spend_half: np.ndarray


@dataclass
class Truth:
    """A world, its new products, and how often the past took each channel and promotion."""
    world: World
    products: pd.DataFrame
    channel_share: np.ndarray
    promotion_share: np.ndarray


def make_world(seed):
    random = np.random.default_rng([seed, 1])
    categories, channels = len(CATEGORIES), len(CHANNELS)
    lift = np.ones((len(PROMOTIONS), channels))
    for promotion in range(1, len(PROMOTIONS)):
        works = random.choice(channels, 2, replace=False)
        lift[promotion, works] = random.uniform(1.5, 2.2, 2)
    return World(
        reach=np.exp(random.normal(8.3, 0.35, (categories, 1)) + random.normal(0, 0.35, (categories, channels))),
        brand=np.exp(random.normal(0, 0.25, len(BRANDS))),
        material=np.exp(random.normal(0, 0.3, (categories, len(MATERIALS)))),
        season=np.column_stack([random.integers(0, WEEKS, categories), random.integers(10, 21, categories)]),
        kept=random.uniform(0.6, 0.95, (categories, len(RATIO_STEPS))),
        lift=lift,
        spend_cap=random.uniform(0.5, 2, channels),
        spend_half=random.uniform(8, 40, channels),
    )


def make_products(random, count, prefix):
    category, theme, style, material, brand, word = (
        random.integers(0, size, count)
        for size in (len(CATEGORIES), len(THEMES), len(STYLES), len(MATERIALS), len(BRANDS), 60))
    theme = np.where(random.random(count) < 0.5, theme, 0)
    nouns, styles = [nouns for _, nouns in CATEGORIES.values()], list(STYLES)
    titles = [' '.join(filter(None, [THEMES[t][0], styles[s], MATERIALS[m], nouns[c][w % len(nouns[c])]]))
              for t, s, m, c, w in zip(theme, style, material, category, word)]
    price = np.maximum(1, np.round(CATEGORY_PRICES[category] * np.exp(0.3 * random.normal(size=count))) - 0.01)
    return pd.DataFrame({
        'product_id': [f'{prefix}{i:05d}' for i in range(count)], 'title': titles, 'category': category, 'brand': brand,
        'material': material, 'list_price': price.round(2), 'unit_cost': (price * random.uniform(0.35, 0.55, count)).round(2),
        'theme': theme, 'style_word': style, 'hidden': 0.0})


def in_window(week, first, length):
    return (week - first) % WEEKS < length


def funnel(world, products, week, channel, promotion, price, spend):
    """Returns the expected impressions, click rate and conversion. `products` is a table or one row of it."""
    category = products.category
    opened, closed = (np.array([theme[i] for theme in THEMES])[products.theme] for i in (1, 2))
    themed = np.where(products.theme == 0, 1, np.where(in_window(week, opened, closed - opened + 1), 2.2, 0.35))
    seasonal = np.where(in_window(week, world.season[category, 0], world.season[category, 1]), 1.6, 0.8)
    bought = 1 + world.spend_cap[channel] * spend / (spend + world.spend_half[channel])
    seen = world.reach[category, channel] * world.brand[products.brand] * themed * seasonal * bought
    price = np.asarray(price, float)
    passed = (price / CATEGORY_PRICES[category])[..., None] >= RATIO_STEPS
    stays = np.exp((passed * np.log(world.kept[category])).sum(axis=-1))
    stays = stays * KEPT_AT_ROUND ** (price[..., None] >= ROUND_PRICES).sum(axis=-1)
    quality = np.array(list(STYLES.values()))[products.style_word] * world.material[category, products.material]
    quality = quality * np.exp(products.hidden)
    clicked = np.minimum(0.3, 0.03 * np.sqrt(quality))
    ordered = np.minimum(0.5, 0.14 * quality * stays * world.lift[promotion, channel])
    return seen, clicked, ordered


def choose(random, logits):
    """Draws one column for each row, by the softmax of its logits."""
    return (logits + random.gumbel(size=logits.shape)).argmax(axis=1)


def what_was_done(random, world, products):
    """Draws the weeks, channels, promotions, spend and price factors of the past. Weak products were promoted."""
    count = len(products)
    opened = np.array([theme[1] for theme in THEMES])[products.theme]
    near = (opened + random.integers(-6, 13, count)) % WEEKS
    week = np.where((products.theme > 0) & (random.random(count) < 0.6), near, random.integers(0, WEEKS, count))
    channel = choose(random, np.array([1.2, 0.8, 0.4, 0.2, 0]) + 0.5 * np.log(world.reach[products.category]))
    weak = -2 * products.hidden.to_numpy()[:, None] * (np.arange(len(PROMOTIONS)) > 0)
    promotion = choose(random, np.array([0.8, 0.4, 0.2, 0, 0.1]) + weak)
    spend = np.exp(3.2 + 0.9 * random.normal(size=count)).round()
    factor = np.exp(0.1 * random.normal(size=count))
    return week, channel, promotion, spend, factor


def make_history(seed, world, count):
    random = np.random.default_rng([seed, 2])
    products = make_products(random, count, 'P')
    products['hidden'] = random.normal(0, 0.4, count)
    week, channel, promotion, spend, factor = what_was_done(random, world, products)
    price = (products.list_price * factor * (1 - DISCOUNTS[promotion])).round(2).to_numpy()
    seen, clicked, ordered = funnel(world, products, week, channel, promotion, price, spend)
    impressions = random.poisson(seen * random.gamma(8, 1 / 8, count))
    clicks = random.binomial(impressions, clicked)
    orders = random.binomial(clicks, ordered)
    units = orders + random.poisson((UNITS_PER_ORDER - 1) * orders)
    days = pd.to_timedelta(7 * week + random.integers(0, 7, count), unit='D')
    table = named(products).assign(
        launch_date=FIRST_MONDAYS[random.integers(0, 3, count)] + days, channel=np.array(CHANNELS)[channel],
        promotion=np.array(PROMOTIONS)[promotion], ad_spend=spend.astype(int), sale_price=price, impressions=impressions,
        clicks=clicks, orders=orders, units_sold_4w=units, revenue_4w=(units * price).round(2))
    return table.sort_values('launch_date', kind='stable'), channel, promotion


def named(products):
    """Returns the columns that a shop knows, with names instead of indexes."""
    known = products[['product_id', 'title', 'category', 'brand', 'material', 'list_price', 'unit_cost']].copy()
    for column, names in (('category', list(CATEGORIES)), ('brand', BRANDS), ('material', MATERIALS)):
        known[column] = np.array(names)[products[column]]
    return known


def write(folder, seed, launches, new_count):
    """Writes history.csv, new-products.csv and actions.json; returns the truth, for the judge only."""
    world = make_world(seed)
    history, channel, promotion = make_history(seed, world, launches)
    products = make_products(np.random.default_rng([seed, 3]), new_count, 'N')
    history.to_csv(folder / 'history.csv', index=False)
    named(products).to_csv(folder / 'new-products.csv', index=False)
    (folder / 'actions.json').write_text(json.dumps({
        'launch_year': 2026, 'weeks': WEEKS, 'channels': CHANNELS, 'promotions': PROMOTIONS,
        'discount': dict(zip(PROMOTIONS, DISCOUNTS.tolist())), 'price_factors': PRICE_FACTORS, 'ad_spend': SPEND,
        'channel_fee': dict(zip(CHANNELS, FEES.tolist()))}))
    share = lambda chosen, names: np.bincount(chosen, minlength=len(names)) / len(chosen)
    return Truth(world, products, share(channel, CHANNELS), share(promotion, PROMOTIONS))


def profits(truth):
    """Returns the expected profit of each new product: [products × weeks × channels × promotions × price factors]."""
    week, channel, promotion, factor = (axis.ravel() for axis in np.meshgrid(
        range(WEEKS), range(len(CHANNELS)), range(len(PROMOTIONS)), PRICE_FACTORS, indexing='ij'))
    cells = []
    for product in truth.products.itertuples(index=False):
        price = product.list_price * factor * (1 - DISCOUNTS[promotion])
        seen, clicked, ordered = funnel(truth.world, product, week, channel, promotion, price, SPEND)
        margin = price * (1 - FEES[channel]) - product.unit_cost
        cells.append(seen * clicked * ordered * UNITS_PER_ORDER * margin - SPEND)
    return np.reshape(cells, (len(cells), WEEKS, len(CHANNELS), len(PROMOTIONS), len(PRICE_FACTORS)))


def worth(truth):
    """Returns the total profit of the baseline policy (habit), of the best fixed action, and of the oracle.

    The baseline policy uses the past shares of channels and promotions, any week, and list price."""
    table = profits(truth)
    usual = table[..., PRICE_FACTORS.index(1)].mean(axis=1)
    habit = np.einsum('pcm,c,m->', usual, truth.channel_share, truth.promotion_share)
    return float(habit), float(table.sum(axis=0).max()), float(table.reshape(len(table), -1).max(axis=1).sum())


def capture(truth, plan):
    """Returns how far a plan goes from the baseline policy (0) to the oracle (1).

    The plan is a table: product_id, launch_date, channel, promotion, price_factor."""
    rows = plan.set_index('product_id').loc[truth.products.product_id]
    week = (pd.to_datetime(rows.launch_date) - FIRST_MONDAYS[3]).dt.days.to_numpy() // 7 % WEEKS
    place = lambda values, names: np.array([names.index(value) for value in values])
    earned = profits(truth)[np.arange(len(rows)), week, place(rows.channel, CHANNELS), place(rows.promotion, PROMOTIONS),
                            place(rows.price_factor, PRICE_FACTORS)].sum()
    habit, _, oracle = worth(truth)
    return float((earned - habit) / (oracle - habit))
