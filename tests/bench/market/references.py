"""Records how well known methods foresee weekly demand: errors by shop, method and horizon, as forecast.ts scales them.

npm run bench:market -- --parts forecast --write-weeks /tmp/weeks.json
/usr/bin/python3 tests/bench/market/references.py /tmp/weeks.json > tests/bench/market/references.json
Needs statsmodels (0.14.4 was used).
"""
import json
import sys
import warnings

import numpy as np
from statsmodels.tsa.exponential_smoothing.ets import ETSModel
from statsmodels.tsa.forecasting.theta import ThetaModel
from statsmodels.tsa.seasonal import MSTL

HORIZONS, MOST, STEP, YEAR, QUARTER = (4, 13), 13, 4, 52, 13


def naive(units):
    return np.repeat(units[-1], MOST)


def seasonal_naive(units):
    return units[len(units) - YEAR:][:MOST] if len(units) >= YEAR else naive(units)


def ets(units):
    """The best of no, linear and damped trend, by corrected AIC."""
    best = None
    for trend, damped in ((None, False), ('add', False), ('add', True)):
        fit = ETSModel(units, error='add', trend=trend, damped_trend=damped).fit(disp=False, maxiter=200)
        if best is None or fit.aicc < best.aicc:
            best = fit
    return np.asarray(best.forecast(MOST))


def theta(units):
    return np.asarray(ThetaModel(units, period=1, deseasonalize=False).fit().forecast(MOST))


def mstl_ets(units):
    """A season needs more than two of its periods: a year, else a quarter, else none."""
    period = YEAR if len(units) > 2 * YEAR else QUARTER
    if len(units) <= 2 * period + 1:
        return ets(units)
    season = np.asarray(MSTL(units, periods=[period]).fit().seasonal).ravel()
    return ets(units - season) + season[-period:][:MOST]


METHODS = {'seasonal naive': seasonal_naive, 'naive': naive, 'ETS': ets, 'Theta': theta, 'MSTL and ETS': mstl_ets}
MEAN = ('ETS', 'Theta', 'MSTL and ETS')


def errors_of(shop):
    weeks = len(shop[0])
    errors = {}
    for origin in range(56 if weeks > 100 else 26, weeks - MOST + 1, STEP):
        for series in shop:
            units = np.array([np.nan if each is None else each for each in series], float)
            known = units[:origin][~np.isnan(units[:origin])]
            scale = np.abs(np.diff(known)).mean() if len(known) > 1 else 0
            if not scale > 0:
                continue
            told = {name: np.maximum(0, method(known)) for name, method in METHODS.items()}
            told['their mean'] = np.mean([told[name] for name in MEAN], axis=0)
            for name, forecast in told.items():
                for horizon in HORIZONS:
                    error = np.abs(forecast[:horizon] - units[origin:origin + horizon]).mean() / scale
                    errors.setdefault(name, {}).setdefault(horizon, []).append(error)
    return {name: {h: round(float(np.mean(each)), 4) for h, each in by.items()} for name, by in errors.items()}


if __name__ == '__main__':
    warnings.filterwarnings('ignore')
    shops = json.load(open(sys.argv[1]))
    print(json.dumps({name: errors_of(shop) for name, shop in shops.items()}, indent=2))
