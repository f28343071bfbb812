"""Quantiles by XGBoost with conformal correction."""
import numpy as np
import pandas as pd
import xgboost as xgb


def conformal_quantiles(learnt, outcome, unseen, shares, **boosting):
    """Returns XGBoost's quantiles of the unseen rows, corrected on the last fifth of the learnt rows.

    The correction is conformalised quantile regression (Romano, Patterson and Candès 2019): both ends of a range move by
    the same amount, and the median stays. Logarithms of outcomes are learnt. `shares` are symmetric about 0.5."""
    logs = np.log1p(outcome)
    cut = int(len(logs) * 0.8)
    levels = np.array(list(shares.values()))
    model = xgb.XGBRegressor(objective='reg:quantileerror', quantile_alpha=levels, n_estimators=300, max_depth=5,
                             subsample=0.8, colsample_bytree=0.5, n_jobs=1, **boosting)
    model.fit(learnt[:cut], logs[:cut])
    held_out, corrected = (np.sort(model.predict(rows), axis=1) for rows in (learnt[cut:], unseen))
    for low in range(len(levels) // 2):
        high = len(levels) - 1 - low
        misses = np.maximum(held_out[:, low] - logs[cut:], logs[cut:] - held_out[:, high])
        shift = np.sort(misses)[conformal_rank(len(misses), levels[high] - levels[low])]
        corrected[:, low] -= shift
        corrected[:, high] += shift
    return pd.DataFrame(np.maximum(0, np.expm1(np.sort(corrected, axis=1))), columns=list(shares))


def conformal_rank(count, share):
    """Returns the index of the sorted miss that an unseen row stays below with at least this probability."""
    return min(count, int(np.ceil((count + 1) * share))) - 1
