# Recorded in tests/core/planning/variants/dirichlet-multinomial.test.ts: python3 tests/support/references/dirichlet_multinomial.py
# scipy's own probabilities of the Dirichlet-multinomial, and the concentration that maximises them by scipy's optimiser.

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import gammaln
from scipy.stats import dirichlet_multinomial

counts = np.array([[9, 8, 2, 1], [0, 14, 9, 4], [2, 1, 7, 0], [10, 22, 38, 3], [6, 0, 6, 9]])
means = np.array([0.15, 0.4, 0.35, 0.1])


def without_coefficient(row, concentration):
    whole = dirichlet_multinomial.logpmf(row, means * concentration, row.sum())
    return whole - gammaln(row.sum() + 1) + gammaln(row + 1).sum()


def negative(log_concentration):
    return -sum(without_coefficient(row, np.exp(log_concentration)) for row in counts)


print("log probabilities at 20:", [round(float(without_coefficient(row, 20)), 10) for row in counts])
best = minimize_scalar(negative, bounds=(0, np.log(2000)), method="bounded", options={"xatol": 1e-10})
print("concentration:", round(float(np.exp(best.x)), 4))
