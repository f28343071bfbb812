"""Writes season.json: intraclass correlations and partialled-out slopes by NumPy and scikit-learn. python3 season.py"""

import json
from pathlib import Path

import numpy as np
from sklearn.linear_model import Ridge

rng = np.random.default_rng(11)


def intraclass(sizes, between):
    """One-way random effects by mean squares, as textbooks have it."""
    groups = [rng.normal(rng.normal(0, between), 1, n).round(6) for n in sizes]
    n = sum(sizes)
    everything = np.concatenate(groups)
    msb = sum(len(g) * (g.mean() - everything.mean()) ** 2 for g in groups) / (len(groups) - 1)
    msw = sum(((g - g.mean()) ** 2).sum() for g in groups) / (n - len(groups))
    n0 = (n - sum(s * s for s in sizes) / n) / (len(groups) - 1)
    return {
        "groups": [g.tolist() for g in groups],
        "correlation": float((msb - msw) / (msb + (n0 - 1) * msw)),
    }


def partialled(rows, columns):
    """What is left of a target after ridge regression with a penalty of 5, in five folds by row number."""
    x = rng.normal(0, 1, (rows, columns)).astype(np.float32).round(4)
    y = (x @ rng.normal(0, 1, columns) + rng.normal(0, 0.5, rows) + 3).round(6)
    left = np.zeros(rows)
    for fold in range(5):
        judged = np.arange(rows) % 5 == fold
        middle = y[~judged].mean()
        fit = Ridge(alpha=5, fit_intercept=False, tol=1e-12, solver="cholesky")
        fit.fit(x[~judged].astype(float), y[~judged] - middle)
        left[judged] = y[judged] - middle - fit.predict(x[judged].astype(float))
    return {"x": x.astype(float).round(4).tolist(), "y": y.tolist(), "left": left.tolist()}


Path(__file__).with_suffix(".json").write_text(
    json.dumps(
        {
            "intraclass": [intraclass([12, 7, 9, 15, 4], 0.8), intraclass([10] * 6, 0.2)],
            "partialled": partialled(40, 6),
        }
    )
)
