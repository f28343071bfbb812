"""Writes drift.json: what SciPy says of samples that the tests of drift and promises use. python3 drift.py"""

import json
from pathlib import Path

import numpy as np
from scipy import special, stats

rng = np.random.default_rng(7)


def ks(m, n, shift):
    a = np.round(rng.normal(0, 1, m), 6)
    b = np.round(rng.normal(shift, 1.2, n), 6)
    d = stats.ks_2samp(a, b).statistic
    chance = special.kolmogorov(np.sqrt(m * n / (m + n)) * d)
    return {"a": a.tolist(), "b": b.tolist(), "statistic": float(d), "chance": float(chance)}


def chi(before, now):
    result = stats.chi2_contingency([before, now], correction=False)
    return {
        "before": before,
        "now": now,
        "statistic": float(result.statistic),
        "chance": float(result.pvalue),
    }


def wilson(seen, count):
    low, high = stats.binomtest(seen, count).proportion_ci(confidence_level=0.8, method="wilson")
    return {"seen": seen, "count": count, "low": float(low), "high": float(high)}


def psi(before, now):
    p = np.array(before) / sum(before)
    q = np.array(now) / sum(now)
    return {
        "before": before,
        "now": now,
        "index": float(stats.entropy(p, q) + stats.entropy(q, p)),
    }


reference = {
    "ks": [ks(30, 20, 0), ks(40, 25, 0.6), ks(120, 60, 1.5)],
    "kolmogorov": [[x, float(special.kolmogorov(x))] for x in (0.3, 0.5, 0.83, 1.0, 1.36, 2.2)],
    "chi": [chi([30, 25, 45], [20, 40, 40]), chi([200, 100], [60, 90]), chi([50] * 6, [45, 55, 50, 48, 60, 42])],
    "gamma": [[a, x, float(special.gammaincc(a, x))] for a in (0.5, 1, 2.5, 12, 40) for x in (0.1, 1.7, 9, 45, 120)],
    "wilson": [wilson(17, 20), wilson(0, 4), wilson(9, 9), wilson(1, 2)],
    "psi": [psi([30, 25, 45], [20, 40, 40]), psi([10] * 10, [4, 6, 8, 10, 10, 12, 12, 12, 12, 14])],
    "sign": [[a, b, float(stats.binomtest(a, a + b).pvalue)] for a, b in ((9, 1), (5, 5), (0, 12), (30, 12))],
    "holm": {
        "chances": [0.01, 0.04, 0.03, 0.005],
        # by hand: 4 * 0.005, 3 * 0.01, 2 * 0.03, and no less than that for the last
        "adjusted": [0.03, 0.06, 0.06, 0.02],
    },
}
Path(__file__).with_name("drift.json").write_text(json.dumps(reference) + "\n")
