"""What tests/core/model/ridge/marginal-likelihood.test.ts is held to. Run with NumPy and scikit-learn (recorded: 2.2.4, 1.4.2).

    python3 tests/support/references/evidence.py > tests/support/references/evidence.json

`one`: scikit-learn's BayesianRidge where one group is penalised, so that both must find the same penalty.
`several`: MacKay's fixed point over several groups, with exact traces and run to its end.
"""
import json
import numpy as np
from sklearn.linear_model import BayesianRidge

random = np.random.default_rng(11)


def drawn(rows, inputs, basis, batches):
    x = np.where(random.random((rows, inputs)) < 0.5, 0, random.normal(0, 1, (rows, inputs)))
    phi = np.column_stack([np.ones(rows), random.normal(0, 1, (rows, basis - 1))])
    weight = random.uniform(0.5, 1.5, rows)
    numbers = dict(x=x, phi=phi, weight=weight * rows / weight.sum())
    return {**{name: values.astype(np.float32).astype(float).round(4) for name, values in numbers.items()},
            'batch': np.sort(random.integers(0, batches, rows))}


def interactions(x, phi):
    product = np.column_stack([np.ones(len(x)), x])
    return (product[:, :, None] * phi[:, None, :]).reshape(len(x), -1)


def listed(values):
    return {name: np.asarray(value).ravel().round(6).tolist() for name, value in values.items()}


def one_group(rows=100, inputs=12):
    known, new = drawn(rows, inputs, 1, 1), drawn(40, inputs, 1, 1)
    truth = random.normal(0, 0.4, inputs)
    target = known['x'] @ truth + 3 + random.normal(0, 1, rows) / np.sqrt(known['weight'])
    target = target.round(4)
    model = BayesianRidge(max_iter=1000, tol=1e-9).fit(known['x'], target, sample_weight=known['weight'])
    return listed({**known, 'target': target, 'newX': new['x'], 'newPhi': new['phi'],
                   'penalty': model.lambda_, 'noise': 1 / model.alpha_, 'predicted': model.predict(new['x'])})


PRODUCT_GROUPS, ACTION_GROUPS = [0, 0, 0, 0, 1, 1, 1, 1], [0, 1, 1, 1]
SHARED_PENALTY, BOUNDS, TAIL = 1, (0.05, 1e4), 30
PRIOR_LAUNCHES, PRIOR_NOISE_SHARE = 10, 0.3


def several_groups(rows=160, batches=16):
    inputs, basis = len(PRODUCT_GROUPS), len(ACTION_GROUPS)
    known, new = drawn(rows, inputs, basis, batches), drawn(40, inputs, basis, batches)
    products, action_count = [0] + [1 + group for group in PRODUCT_GROUPS], 1 + max(ACTION_GROUPS)
    groups = np.array([product * action_count + action for product in products for action in ACTION_GROUPS])
    group_count = 1 + groups.max()
    # What all share, what words say of the level, and what the other inputs say of the action; else nothing.
    spread = np.select([groups < action_count, groups == 2, groups == 5], [0.7, 0.5, 0.4], 0)
    truth = random.normal(0, 1, len(groups)) * spread
    marks = np.eye(batches)[known['batch']]
    matrix = np.column_stack([interactions(known['x'], known['phi']), marks])
    target = matrix @ np.append(truth, random.normal(0, 0.5, batches)) - 2
    target = (target + random.normal(0, 0.6, rows) / np.sqrt(known['weight'])).round(4)
    of = np.append(groups, np.full(batches, group_count))
    base = np.average(target, weights=known['weight'])
    y, weight = target - base, known['weight']
    variance = np.mean(weight * y ** 2)
    noise, trust = variance, np.ones(rows)
    penalties = np.full(group_count + 1, 30.0)
    penalties[:action_count] = SHARED_PENALTY
    for _ in range(2000):
        precision = trust * weight / noise
        spreads = np.linalg.inv(matrix.T @ (precision[:, None] * matrix) + np.diag(penalties[of]))
        w = spreads @ (matrix.T @ (precision * y))
        learnt = np.array([np.sum(1 - penalties[of[of == g]] * np.diag(spreads)[of == g]) for g in range(group_count + 1)])
        for g in range(1, group_count + 1):
            penalties[g] = np.clip(learnt[g] / max(np.sum(w[of == g] ** 2), 1e-12), *BOUNDS)
        squares = weight * (y - matrix @ w) ** 2
        trust = (TAIL + 1) / (TAIL + squares / noise)
        prior = PRIOR_LAUNCHES * PRIOR_NOISE_SHARE * variance
        noise = (np.sum(trust * squares) + prior) / (rows - learnt.sum() + PRIOR_LAUNCHES)
    return listed({**known, 'target': target, 'newX': new['x'], 'newPhi': new['phi'],
                   'productGroups': PRODUCT_GROUPS, 'actionGroups': ACTION_GROUPS,
                   'penalties': penalties, 'noise': noise,
                   'predicted': base + interactions(new['x'], new['phi']) @ w[:len(groups)]})


print(json.dumps({'one': one_group(), 'several': several_groups()}))
