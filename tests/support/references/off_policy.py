"""What tests/core/evaluation/off-policy/estimators.test.ts is held to. Run with NumPy (recorded: 2.2.4).

    python3 tests/support/references/off_policy.py > tests/support/references/off-policy.json

Each formula as its paper writes it, one launch after another, without the sums that the app shares between them.
"""
import json
import numpy as np

random = np.random.default_rng(11)
n, k, temperature, floor = 40, 6, 0.6, 0.02

propensities = random.dirichlet(np.full(k, 0.7), n).astype(np.float32).round(4).astype(float)
expected = random.gamma(2, 40, (n, k)).astype(np.float32).round(3).astype(float)
taken = np.array([random.choice(k, p=row / row.sum()) for row in propensities])
reward = (expected[np.arange(n), taken] * random.gamma(4, 0.25, n) - 10).round(3)


def softened(q, p):
    allowed = p >= floor
    kept = q[allowed]
    z = np.exp((kept - kept.max()) / (temperature * kept.std()))
    policy = np.zeros(k)
    policy[allowed] = z / z.sum()
    return policy


policy = np.array([softened(q, p) for q, p in zip(expected, propensities)])
chance = policy[np.arange(n), taken]
weight = np.minimum(np.sqrt(n), chance / propensities[np.arange(n), taken])
direct = np.mean([np.dot(policy[i], expected[i]) for i in range(n)])
ips = np.mean(weight * reward)
snips = np.average(reward, weights=weight)
dr = np.mean([np.dot(policy[i], expected[i]) + weight[i] * (reward[i] - expected[i, taken[i]]) for i in range(n)])
print(json.dumps(dict(
    actions=k,
    propensities=propensities.round(4).ravel().tolist(), expected=expected.round(3).ravel().tolist(),
    taken=taken.tolist(), reward=reward.tolist(), policy=policy.ravel().tolist(), weight=weight.tolist(),
    effective=weight.sum() ** 2 / np.sum(weight ** 2),
    values=dict(direct=direct, ips=ips, snips=snips, dr=dr), done=reward.mean(),
)))
