"""Predictions of XGBoost 3.0 that tests/core/model/trees/boosted-trees.test.ts is held to.

    python3 tests/support/references/xgboost_trees.py > tests/support/references/xgboost-trees.json

No sampling, and fewer distinct values than bins, so that every implementation must find the same splits.
"""
import json
import numpy as np
import xgboost as xgb

random = np.random.default_rng(7)
rows = 160
x = np.column_stack([
    random.integers(0, 2, rows),
    random.integers(0, 2, rows),
    random.integers(0, 30, rows) / 8,
    random.integers(-20, 20, rows) / 4,
]).astype(np.float32)
target = 2 * x[:, 0] + np.abs(x[:, 3]) * (x[:, 1] - 0.4) + np.sin(x[:, 2]) + random.normal(0, 0.3, rows)
weight = np.round(random.uniform(0.25, 3, rows), 2)
settings = dict(max_depth=3, eta=0.3, min_child_weight=3, reg_lambda=1, tree_method='exact',
                objective='reg:squarederror', base_score=float(np.average(target, weights=weight)))
model = xgb.train(settings, xgb.DMatrix(x, target, weight=weight), num_boost_round=12)
print(json.dumps({
    'x': x.ravel().tolist(), 'target': target.tolist(), 'weight': weight.tolist(),
    'predicted': model.predict(xgb.DMatrix(x)).tolist(),
}))
