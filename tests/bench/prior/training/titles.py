"""Invents titles from the vocabulary, and writes them to a file, a line each: department, title."""
import sys

import numpy as np

from vocabulary import COLOURS, MATERIALS, PACKS, STYLES, SYLLABLES, THEMES, THINGS, listed

TITLES_A_DEPARTMENT = 260
SEED = 71


def titles():
    random = np.random.default_rng(SEED)
    pick = lambda words: str(random.choice(listed(words)))
    name = lambda: ''.join(random.choice(listed(SYLLABLES), random.integers(2, 4))).title()
    return [(department, invent(random, pick, name, things)) for department, things in THINGS.items() for _ in range(TITLES_A_DEPARTMENT)]


def invent(random, pick, name, things):
    """Returns a title of one of the forms in which shops name their products."""
    thing = pick(things)
    form = random.integers(7)
    said = [pick(words) for words in (STYLES, MATERIALS, COLOURS) if random.random() < 0.45]
    theme = pick(THEMES) if random.random() < 0.4 else ''
    if form == 0:
        return f'{name()} {thing}'
    if form == 1:
        return f'{name()} {name()}: {thing}' if random.random() < 0.5 else f'{name()}'
    if form == 2:
        return ' '.join([pick(PACKS), *said, thing, theme]).strip().upper()
    if form == 3:
        others = [pick(things) for _ in range(random.integers(1, 3))]
        return f'{" ".join(said)} {thing} {theme}, {", ".join(others)}, {pick(STYLES)}'.strip().capitalize()
    if form == 4:
        return f'{name()}. A {pick(STYLES)} {thing} {theme}, made of {pick(MATERIALS)} and {pick(MATERIALS)}, in {pick(COLOURS)}.'
    return ' '.join([*said, thing, theme]).strip().title()


if __name__ == '__main__':
    lines = [f'{department}\t{title}' for department, title in titles()]
    open(sys.argv[1], 'w').write('\n'.join(lines) + '\n')
    print(f'{len(lines)} titles, {len(set(lines))} of them distinct')
