"""What tests/core/lesson/decision/least-squares.test.ts expects: ridge and ranges of weights by NumPy and SciPy."""

import numpy as np
from scipy.stats import t

x = np.array([[1, 0.5, -1.0], [1, 2.0, 0.0], [1, -1.5, 2.5], [1, 3.0, 1.0], [1, 0.0, 4.0], [1, -2.0, -3.0]])
y = np.array([2.0, 3.5, -1.0, 4.0, 1.5, 0.5])
for penalty in (0.0, 2.0):
    # The constant is not penalised.
    inverse = np.linalg.inv(x.T @ x + penalty * np.diag([0, 1, 1]))
    weights = inverse @ x.T @ y
    variance = ((y - x @ weights) ** 2).sum() / 3
    reach = t.ppf(0.9, 3) * np.sqrt(variance * inverse[1, 1])
    print(penalty, weights.tolist(), variance, [weights[1] - reach, weights[1] + reach])
