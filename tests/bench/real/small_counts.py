"""Simulates launches of which most sell one to three units.

Units are drawn from a negative binomial distribution. The logarithm of its mean is a sum over category, price, words and
season. Nothing else counts."""
import numpy as np
import pandas as pd

LAUNCHES = 2400
SEED = 20
FIRST_DAY = pd.Timestamp('2023-01-02')
DAYS = 3 * 365
USUAL_UNITS = 2.3  # the mean of a plain launch
DISPERSION = 2.5  # variance = mean + mean² / DISPERSION
PRICE_EFFECT = -0.8  # of the logarithm of price over the category's usual price
PRICE_SPREAD = 0.35
SEASON_HEIGHT = 0.5
# Usual price, what the category adds to the logarithm, the week of its peak, and its nouns.
CATEGORIES = {
    'Prints': (25, -0.2, 46, ['Art Print', 'Poster', 'Map', 'Etching']),
    'Ceramics': (34, 0.1, 47, ['Vase', 'Teapot', 'Bowl', 'Mug']),
    'Jewellery': (48, 0.3, 6, ['Ring', 'Necklace', 'Brooch', 'Earrings']),
    'Textiles': (40, 0, 44, ['Blanket', 'Scarf', 'Cushion', 'Table Runner']),
    'Garden': (29, -0.3, 18, ['Plant Pot', 'Bird Bath', 'Sundial', 'Trellis']),
    'Toys': (19, 0.4, 48, ['Wooden Train', 'Puppet', 'Kite', 'Puzzle']),
}
# Words of titles, and what each adds to the logarithm.
STYLES = {'Handmade': 0.35, 'Vintage': 0.25, 'Modern': 0, 'Rustic': -0.1, 'Miniature': -0.4, 'Limited': 0.5, 'Plain': -0.5}
COLOURS = {'Blue': 0.2, 'Green': 0.1, 'Red': 0, 'White': 0.1, 'Black': 0, 'Mustard': -0.3, 'Lilac': -0.2}
THEMES = {'': 0, 'with Birds': 0.25, 'with Stars': 0.3, 'with Leaves': 0, 'with Stripes': -0.2, 'with Foxes': 0.4}


def launches():
    random = np.random.default_rng(SEED)
    names = random.choice(list(CATEGORIES), LAUNCHES)
    usual, add, peak, nouns = (list(column) for column in zip(*(CATEGORIES[name] for name in names)))
    styles, colours, themes = (random.choice(list(words), LAUNCHES) for words in (STYLES, COLOURS, THEMES))
    days = np.sort(random.integers(0, DAYS, LAUNCHES))
    ratios = np.exp(PRICE_SPREAD * random.normal(size=LAUNCHES))
    weeks_from_peak = 2 * np.pi * (days / 7 - np.array(peak)) / (365 / 7)
    logs = (np.log(USUAL_UNITS) + np.array(add) + PRICE_EFFECT * np.log(ratios) + SEASON_HEIGHT * np.cos(weeks_from_peak)
            + [STYLES[s] + COLOURS[c] + THEMES[t] for s, c, t in zip(styles, colours, themes)])
    units = random.negative_binomial(DISPERSION, DISPERSION / (DISPERSION + np.exp(logs)))
    titles = [' '.join([s, c, random.choice(n), t]).strip() for s, c, n, t in zip(styles, colours, nouns, themes)]
    return pd.DataFrame({
        'product_id': [f'S{i:04}' for i in range(LAUNCHES)],
        'launch_date': FIRST_DAY + pd.to_timedelta(days, unit='D'),
        'title': titles,
        'category': names,
        'price': np.round(np.array(usual) * ratios, 2),
        'units_4w': units,
    })
