"""Writes split-test.json: what statsmodels and SciPy say of sizes, powers and ranges of split tests. python3 split_test.py"""

import json
from itertools import product
from pathlib import Path

import numpy as np
from scipy import stats
from statsmodels.stats.proportion import (
    confint_proportions_2indep,
    power_proportions_2indep,
    samplesize_proportions_2indep_onetail,
)
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW


def size(usual, uplift, held):
    """Buyers that get it; the held out are `ratio` times as many."""
    ratio = held / (1 - held)
    sent = samplesize_proportions_2indep_onetail(uplift, usual, 0.8, ratio=ratio, alpha=0.05)
    power = power_proportions_2indep(uplift, usual, 5000, ratio=ratio, alpha=0.05)
    return {"usual": usual, "uplift": uplift, "held": held, "sent": float(sent), "power5000": float(power.power)}


def newcombe(sent, sent_of, held, held_of):
    low, high = confint_proportions_2indep(sent, sent_of, held, held_of, compare="diff", method="newcomb", alpha=0.05)
    return {"sent": sent, "sentOf": sent_of, "held": held, "heldOf": held_of, "low": float(low), "high": float(high)}


def welch(seed, m, n):
    rng = np.random.default_rng(seed)
    sent = np.round(rng.lognormal(3, 1, m) * (rng.random(m) < 0.3), 2)
    held = np.round(rng.lognormal(3, 1, n) * (rng.random(n) < 0.2), 2)
    low, high = CompareMeans(DescrStatsW(sent), DescrStatsW(held)).tconfint_diff(alpha=0.05, usevar="unequal")
    return {"sent": sent.tolist(), "held": held.tolist(), "low": float(low), "high": float(high)}


def crossing(bounds):
    """Chance that |z| crosses any bound without an effect, looks at equal parts of the information."""
    looks = np.arange(1, len(bounds) + 1)
    cov = np.sqrt(np.minimum.outer(looks, looks) / np.maximum.outer(looks, looks))
    inside = 0.0
    for signs in product((-1, 1), repeat=len(bounds)):
        corner = np.array([s * b for s, b in zip(signs, bounds)])
        is_one = len(bounds) == 1
        share = stats.norm.cdf(corner[0]) if is_one else stats.multivariate_normal.cdf(corner, cov=cov)
        inside += np.prod(signs) * share
    return float(1 - inside)


def obrien_fleming(looks, final):
    return crossing([final * np.sqrt(looks / k) for k in range(1, looks + 1)])


reference = {
    "sizes": [size(*each) for each in [(0.1, 0.03, 0.5), (0.04, 0.01, 0.2), (0.3, -0.05, 0.4), (0.02, 0.02, 0.1)]],
    "newcombe": [newcombe(*each) for each in [(56, 700, 40, 690), (12, 300, 30, 310), (0, 40, 3, 45)]],
    "welch": [welch(1, 60, 50), welch(2, 200, 40)],
    "ratio": [
        {"sent": s, "heldOut": h, "share": share, "chance": float(stats.chisquare([s, h], [(s + h) * (1 - share), (s + h) * share]).pvalue)}
        for s, h, share in [(820, 780, 0.5), (900, 780, 0.5), (1650, 350, 0.2)]
    ],
    "falseAlarms": [{"looks": k, "chance": obrien_fleming(k, c)} for k, c in [(1, 1.96), (2, 1.977), (3, 2.004), (4, 2.024), (5, 2.04)]],
}
Path(__file__).with_name("split-test.json").write_text(json.dumps(reference, indent=2) + "\n")
