"""Writes associations.json: gamma-Poisson mixtures, Student fits, BH and ridge regression by SciPy, statsmodels and
NumPy. python3 associations.py"""

import json
from pathlib import Path

import numpy as np
from scipy import optimize, special, stats
from statsmodels.stats.multitest import multipletests

rng = np.random.default_rng(5)


def mixture():
    n = 600
    first = rng.random(n) < 0.8
    lift = np.where(first, rng.gamma(8, 1 / 8, n), rng.gamma(2, 1, n))
    expected = np.exp(rng.normal(1.5, 0.8, n)).round(3)
    counts = rng.poisson(lift * expected)

    def chance(shape, rate):
        return stats.nbinom.logpmf(counts, shape, rate / (rate + expected))

    start = np.log([9, 4, 4, 0.6, 0.2])

    def loss(at):
        share = special.expit(at[0])
        a, b, c, d = np.exp(at[1:])
        likelihood = special.logsumexp([np.log(share) + chance(a, b), np.log1p(-share) + chance(c, d)], axis=0)
        return -likelihood.sum() + 0.5 * 0.05 * ((at - start) ** 2).sum()

    best = min((optimize.minimize(loss, start, method=m, options=o) for m, o in
                [("BFGS", {}), ("Nelder-Mead", {"maxiter": 20000, "maxfev": 20000, "xatol": 1e-8, "fatol": 1e-10})]),
               key=lambda each: each.fun)
    return {"counts": counts.tolist(), "expected": expected.tolist(), "at": best.x.tolist(), "loss": float(best.fun)}


def belief():
    share, (a, b), (c, d), n, expected = 0.7, (5.0, 5.5), (2.0, 1.0), 30, 9.0
    like = [stats.nbinom.pmf(n, s, r / (r + expected)) for s, r in [(a, b), (c, d)]]
    post = share * like[0] / (share * like[0] + (1 - share) * like[1])
    parts = [stats.gamma(a + n, scale=1 / (b + expected)), stats.gamma(c + n, scale=1 / (d + expected))]

    def below(x):
        return post * parts[0].cdf(x) + (1 - post) * parts[1].cdf(x)

    logs = [special.digamma(p.args[0]) + np.log(p.kwds["scale"]) for p in parts]
    return {
        "share": float(post),
        "mean": float(np.exp(post * logs[0] + (1 - post) * logs[1])),
        "low": float(optimize.brentq(lambda x: below(x) - 0.05, 1e-6, 50)),
        "high": float(optimize.brentq(lambda x: below(x) - 0.95, 1e-6, 50)),
    }


def student():
    errors = (1.4 * rng.standard_t(6, 800)).round(4)
    fits = [(f, *stats.t.fit(errors, f0=f, floc=0)[1:]) for f in [3, 4, 5, 6, 8, 10, 14, 20, 30, 60]]
    freedom, _, scale = max(fits, key=lambda each: stats.t.logpdf(errors, each[0], scale=each[2]).sum())
    return {"errors": errors.tolist(), "freedom": freedom, "scale": float(scale),
            "beyond": float(2 * stats.t.sf(3 / scale, freedom)),
            "widening": float(scale * stats.t.ppf(0.95, freedom) / stats.norm.ppf(0.95))}


def regression():
    weeks = 60
    running = np.zeros(weeks, int)
    for start in [8, 20, 22, 45]:
        running[start:start + 4] += 1
    beside = np.zeros(weeks, int)
    beside[10:18] += 1
    beside[40:48] += 2
    reached = np.zeros(weeks, bool)
    for start in [8, 20, 22, 45]:
        reached[start:start + 6] = True
    compared = np.where((running > 0) | ~reached)[0]
    common = (1 + 0.2 * np.sin(np.arange(weeks) / 5)).round(4)
    level = np.linspace(50, 60, weeks).round(3)
    ratio = (common + 0.1 * running - 0.05 * beside + rng.normal(0, 0.1, weeks)).round(4)
    noise, spread, correlation = 0.01, 0.04, 0.3
    t = np.arange(weeks)
    turn = 2 * np.pi * t / (365.25 / 7)
    x = np.column_stack([running, np.ones(weeks), t / weeks - 0.5, np.cos(turn), np.sin(turn), common - common.mean(), beside])
    penalty = np.diag([1e-6] * 5 + [1.0, noise / spread**2])
    xc, y = x[compared], (ratio - common)[compared]
    # By rows added to the data, which is ridge regression.
    solve = np.linalg.solve(xc.T @ xc + penalty, xc.T)
    fitted = np.linalg.lstsq(np.vstack([xc, np.sqrt(penalty)]), np.r_[y, np.zeros(7)], rcond=None)[0]
    per_launch = (running * level).sum() / 4
    weights = np.zeros(weeks)
    weights[compared] = solve[0] * per_launch
    residuals = np.full(weeks, np.nan)
    residuals[compared] = y - xc @ fitted
    size = np.trace(xc @ solve)
    scale = 1 / (len(compared) - size)
    lagged = np.nansum(residuals**2) * scale * sum(
        weights[s] * weights[u] * correlation ** abs(s - u) for s in t for u in t)
    blocks = [np.nansum((weights * residuals)[b:b + 8]) ** 2 for b in range(0, weeks, 8)]
    blocked = sum(blocks) * len(compared) * scale
    error = np.sqrt(max(lagged, blocked) + (spread * (weights * beside).sum()) ** 2)
    return {"launches": [int(i in [8, 20, 22, 45]) for i in t], "beside": beside.tolist(), "common": common.tolist(),
            "level": level.tolist(), "ratio": ratio.tolist(), "noise": noise, "spread": spread,
            "correlation": correlation, "units": float(fitted[0] * per_launch), "parameters": float(size),
            "error": float(error)}


chances = rng.random(12).round(4) ** 3
OUT = {
    "mixture": mixture(),
    "belief": belief(),
    "student": student(),
    "regression": regression(),
    "benjaminiHochberg": {"chances": chances.tolist(), "raised": multipletests(chances, method="fdr_bh")[1].tolist()},
}
Path(__file__).with_suffix(".json").write_text(json.dumps(OUT) + "\n")
