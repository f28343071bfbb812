"""Prints the reference values that the unit tests record. Run with NumPy and scikit-learn (recorded: 2.2.4, 1.4.2)."""
import numpy as np
from sklearn.metrics import mean_pinball_loss, r2_score

print('r2 of log1p', r2_score(np.log1p([10, 20, 30]), np.log1p([12, 20, 24])))
print('pinball', [mean_pinball_loss([10, 20, 30], [12, 20, 24], alpha=q) for q in (0.9, 0.25)])
print('quantiles', [float(np.quantile([3, 1, 4, 1, 5, 9, 2, 6], q)) for q in (0, 0.1, 0.25, 0.5, 0.9, 1)])
