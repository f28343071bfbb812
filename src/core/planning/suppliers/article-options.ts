// The best ways to launch an article: in each week that can be reached the best offer, with the stock that is worth most
// and with a smaller one, which leaves cash for other articles.

import type { Day } from '#core/base/dates.ts';
import { cellAt, offerCount, type ActionSpace } from '#core/model/features/action-space.ts';
import { demandPoints } from '../economics/demand.ts';
import { moneyOf, stockOf, type Economy } from '../economics/economics.ts';
import { partOfStock } from '../economics/first-stock.ts';
import { meanObjective, objectiveAt } from '../economics/launch-objective.ts';
import { inCents } from '../plan/tag-price.ts';
import { knownMoney, type UnitMoney } from '../plan/unit-money.ts';
import { shrunkLog, type Shrinkage } from './shrinkage.ts';
import type { ArticleOption } from './shortlist.ts';

/** Weeks that an article can be launched in, the best ones. */
const MOST_WEEKS = 4;
/** Shares of the best stock that smaller orders have; they leave cash for other articles. */
const SMALLER_STOCKS = [0.7, 0.45];

export interface OptionSearch {
  readonly space: ActionSpace;
  readonly economy: Economy;
  /** log1p(units) and objective of every cell, [cells]. */
  readonly logUnits: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  /** By cell: 1 where it may be proposed. */
  readonly allowed: Uint8Array;
  /** First day on which the article can be launched. */
  readonly firstDay: Day;
  readonly shrinkage: Shrinkage | null;
}

/** Returns the options of an article, the best first; none where no week can be reached. */
export function articleOptions(search: OptionSearch): ArticleOption[] {
  const best = bestOfWeeks(search).slice(0, MOST_WEEKS);
  return best.flatMap((cell) => optionsOfCell(search, cell)).sort((a, b) => b.value - a.value);
}

/** Returns the best cell of each week, the best week first. */
function bestOfWeeks({ space, values, allowed, firstDay }: OptionSearch): number[] {
  const offers = offerCount(space);
  const cells = space.weeks.flatMap((day, week) => {
    if (day < firstDay) return [];
    let best = -1;
    for (let cell = week * offers; cell < (week + 1) * offers; cell++) {
      if (allowed[cell] === 1 && (best < 0 || values[cell]! > values[best]!)) best = cell;
    }
    return best < 0 ? [] : [best];
  });
  return cells.sort((a, b) => values[b]! - values[a]!);
}

function optionsOfCell(search: OptionSearch, cell: number): ArticleOption[] {
  const { economy, shrinkage } = search;
  const forecast = search.logUnits[cell]!;
  const logUnits = shrinkage ? shrunkLog(shrinkage, forecast) : forecast;
  const money = moneyOf(economy, cell);
  const full = stockOf(economy, logUnits, money);
  const smaller = SMALLER_STOCKS.map((share) => partOfStock(full, share, economy.terms));
  const stocks = new Set([full, ...smaller.filter((stock) => stock < full)]);
  return Array.from(stocks, (stock) => ({
    forecastLog: forecast,
    ...optionOf(search, cell, { logUnits, money, stock }),
  }));
}

interface Stocked {
  readonly logUnits: number;
  readonly money: UnitMoney;
  readonly stock: number;
}

function optionOf(
  { space, economy }: OptionSearch,
  cell: number,
  stocked: Stocked,
): Omit<ArticleOption, 'forecastLog'> {
  const { weekIndex, channelIndex, promotionIndex, factorIndex } = cellAt(space, cell);
  const promotion = space.promotions[promotionIndex];
  const { listPrice, unitCost } = economy.economics;
  const price = listPrice * space.priceFactors[factorIndex]! * (1 - (promotion?.depth ?? 0));
  const { logUnits, money, stock } = stocked;
  const outlay = stock * unitCost + money.fixedCost;
  return {
    launchDay: space.weeks[weekIndex]!,
    channel: space.channels[channelIndex]?.name ?? null,
    promotion: promotion?.name ?? null,
    salePrice: inCents(price),
    logUnits,
    money: knownMoney(money),
    stockUnits: stock,
    ...objectiveOf(economy, stocked),
    outlay: Number.isFinite(outlay) ? outlay : null,
  };
}

/** Returns the mean and the standard deviation of the objective with a stock. */
function objectiveOf(
  { objective, spread }: Economy,
  { logUnits, money, stock }: Stocked,
): { readonly value: number; readonly spread: number } {
  const outcomes = demandPoints(spread, logUnits).map((units) =>
    objectiveAt(objective, units, { money, stock }),
  );
  const middle = outcomes.reduce((all, each) => all + each, 0) / outcomes.length;
  const square = outcomes.reduce((all, each) => all + (each - middle) ** 2, 0);
  return {
    value: meanObjective({ objective, spread }, logUnits, { money, stock }),
    spread: Math.sqrt(square / outcomes.length),
  };
}
