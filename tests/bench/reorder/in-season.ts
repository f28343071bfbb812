// What reordering a running launch costs by Debut's advice, by ordering what sold last week, and by ordering nothing. The
// first 60% of launches are learnt, as known on the day of the first of the others. The others are played week by week
// with a lead time of a week. Policies see what could be sold, not the demand; the season is foreseen from the weeks of the
// shop that are over by then. Needs the Online Retail tables in ../shared/data/online-retail.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Day } from '#core/base/dates.ts';
import { demandOutlooks } from '#core/demand/forecast/demand-outlook.ts';
import type { DemandPanel } from '#core/demand/series/demand-panel.ts';
import { sameTimeOfYear } from '#core/demand/series/same-week.ts';
import { WEEKS } from '#core/launch/weekly-headers.ts';
import { demandSeason, type DemandSeason } from '#core/ledger/correction/demand-season.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import { HORIZON_DAYS, type LaunchTable } from '#core/launch/launch-table.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import { knownForecasts } from '#core/ledger/correction/known-forecasts.ts';
import { adviseReorder, type UnitsToCome } from '#core/ledger/reorder/reorder-advice.ts';
import { reorderHistory, type ReorderHistory } from '#core/ledger/reorder/reorder-history.ts';
import { fitWeeklyCurves, knownWeeks, shareSoldBy } from '#core/model/outcomes/weekly-curve.ts';
import { mean, sum } from '#core/base/statistics/statistics.ts';
import { fitWithEvidence } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { predictLaunches } from '#workers/model/predict/predict-launches.ts';
import { launchesOf } from '../../support/launches-of.ts';
import { giftwareLaunches } from './giftware-weeks.ts';
import { playLaunch, type Policy, type PlayedLaunch } from './play-launch.ts';

const FOLDER = fileURLToPath(new URL('../../../../shared/data/online-retail', import.meta.url));
const LEARNT_SHARE = 0.6;
const LEAD_DAYS = 7;
/** Last week that is played; the first is week 2. */
const LAST_WEEK = 8;
/** Margins as shares of the price; the target applies to the first. `LEFTOVER_LOSS` is a share of a unit's cost. */
const MARGINS = [0.5, 0.3, 0.7];
const LEFTOVER_LOSS = 0.3;
/** Most cost of the advice, money a launch. */
const MOST_COST = 110;
/** Share of 80% ranges of units to come that must hold. */
const COVERAGE = { least: 0.76, most: 0.84 };

const OTHERS: Readonly<Record<string, Policy>> = {
  'what sold last week': ({ soldLastWeek }) => soldLastWeek,
  // Scaled as if there had been stock on every day, with the same bound as the advice.
  'the same by days in stock': ({ soldLastWeek, inStockLastWeek }) =>
    soldLastWeek / Math.max(0.5, inStockLastWeek),
  'what was asked last week*': ({ askedLastWeek }) => askedLastWeek,
  'what will be asked*': ({ week, stockLeft, onOrder }, { asked }) =>
    Math.max(0, asked[week]! + asked[week + 1]! - stockLeft - onOrder),
  nothing: () => 0,
};

/** Prints the figures and returns the targets that were missed. */
export async function inSeason(seed: number): Promise<readonly string[]> {
  if (!existsSync(FOLDER)) {
    console.log(`online-retail: skipped, for ${FOLDER} is not here`);
    return [];
  }
  const { table, demand } = giftwareLaunches(FOLDER);
  const learnt = await learn(table, seed);
  const seasons = seasonsOf(demand());
  const launches = launchesToPlay(learnt);
  const { past, pastForecasts, cut } = learnt;
  const known = { table: past, forecastLogs: pastForecasts };
  const lessonsWith = (season: DemandSeason | null) =>
    Array.from({ length: LAST_WEEK }, (_, week) =>
      reorderHistory(
        { ...known, season },
        { after: week + 1, leadTimeDays: LEAD_DAYS, lastWeek: LAST_WEEK },
      ),
    );
  const [lessons, plain] = [lessonsWith(seasons(cut)), lessonsWith(null)];
  const shop: Shop = { launches, seasons, lessons };
  console.log(
    `${past.rowCount} launches learnt (weeks of ${lessons[0]!.learnt?.curve.launches.length}), ${launches.length} later ones played. Margin is a share of the`,
  );
  console.log(
    'price, a piece left over loses 30 % of its cost, the lead time is a week. Money a launch; pieces unmet and left over a launch.',
  );
  console.log(row(['margin', 'policy', 'cost', 'unmet', 'left over', 'over advice']));
  const missed = MARGINS.flatMap((margin) => compareAt(margin, shop));
  const [margin] = MARGINS;
  const advice = play(launches, adviceOf(shop, margin!), margin!);
  const less: Readonly<Record<string, Policy>> = {
    'advice, whole days in stock': adviceOf(shop, margin!, wholeDays),
    'advice, sum of the weeks': adviceOf(shop, margin!, (seen) => ({ ...seen, weeks: undefined })),
    'advice, no season': adviceOf({ ...shop, lessons: plain, seasons: () => null }, margin!),
    'advice from week 2 on': (seen, launch) =>
      seen.week > 1 ? adviceOf(shop, margin!)(seen, launch) : 0,
    'all known, from week 2 on*': (seen, launch) =>
      seen.week > 1 ? OTHERS['what will be asked*']!(seen, launch) : 0,
  };
  for (const [name, policy] of Object.entries(less))
    print([margin!.toFixed(1), name], play(launches, policy, margin!), advice);
  console.log('* no rules: nobody sees what was asked for when nothing was left, or what will be');
  return missed;
}

interface Shop {
  readonly launches: readonly PlayedLaunch[];
  /** The season as it is foreseen on a day. */
  readonly seasons: (day: Day) => DemandSeason | null;
  readonly lessons: readonly ReorderHistory[];
}

type Seen = Parameters<Policy>[0];
type SeenSales = Omit<Seen, 'weeks'> & { readonly weeks?: Seen['weeks'] | undefined };

function wholeDays(seen: Seen): SeenSales {
  const weeks = seen.weeks.map(({ units, daysWithoutStock }) => ({
    units,
    daysWithoutStock: Math.round(daysWithoutStock),
  }));
  return { ...seen, weeks };
}

/** @param told gets each range of the units to come, and what they were */
function adviceOf(
  { seasons, lessons }: Shop,
  margin: number,
  seenAs: (seen: Seen) => SeenSales = (seen) => seen,
  told?: (range: UnitsToCome, units: number) => void,
): Policy {
  return (seen, { price, forecastLog, asked, launchDay, category }) => {
    const advice = adviseReorder(
      { ...lessons[seen.week - 1]!, season: seasons(launchDay + 7 * seen.week) },
      { ...seenAs(seen), forecastLog, launchDay, category, listPrice: price },
      {
        stock: { ...USUAL_STOCK_TERMS, leadTimeDays: LEAD_DAYS, leftoverLoss: LEFTOVER_LOSS },
        money: { margin: margin * price, leftover: LEFTOVER_LOSS * (1 - margin) * price },
        horizonDays: HORIZON_DAYS,
      },
    );
    for (const range of [advice.soon, advice.rest])
      told?.(range, sum(asked.slice(range.after, range.until)));
    return advice.orderUnits;
  };
}

function compareAt(margin: number, shop: Shop): string[] {
  const { launches } = shop;
  const held: number[] = [];
  const tell = ({ low80, high80 }: UnitsToCome, units: number): void => {
    held.push(Number(units >= Math.floor(low80) && units <= Math.ceil(high80)));
  };
  const byAdvice = play(launches, adviceOf(shop, margin, undefined, tell), margin);
  print([margin.toFixed(1), 'advice'], byAdvice, byAdvice);
  for (const [name, policy] of Object.entries(OTHERS))
    print([margin.toFixed(1), name], play(launches, policy, margin), byAdvice);
  if (margin !== MARGINS[0]) return [];
  const coverage = mean(held);
  console.log(
    `80% ranges of units to come hold ${(100 * coverage).toFixed(1)}% of ${held.length} times`,
  );
  const lastWeek = play(launches, OTHERS['what sold last week']!, margin).cost;
  return [
    ...(byAdvice.cost <= MOST_COST ? [] : [`the advice costs over ${MOST_COST} a launch`]),
    ...(byAdvice.cost < lastWeek ? [] : ['the advice costs as much as what sold last week']),
    ...(coverage >= COVERAGE.least && coverage <= COVERAGE.most
      ? []
      : ['80% ranges hold less than 76% or more than 84%']),
  ];
}

function launchesToPlay({ past, later, forecastLogs }: Learnt): PlayedLaunch[] {
  const curves = fitWeeklyCurves(past);
  if (!curves) throw new Error('expected enough launches with units by week');
  const { overall } = curves;
  const firstTwoWeeks = shareSoldBy(overall, 2) / shareSoldBy(overall, HORIZON_DAYS / 7);
  const rows = [...later.launchDay.keys()].filter((row) => knownWeeks(later, row) >= LAST_WEEK);
  return rows.map((row) => ({
    asked: later.weeklyUnits!.slice(0, LAST_WEEK).map((week) => week[row]!),
    firstStock: Math.max(1, Math.round(Math.expm1(forecastLogs[row]!) * firstTwoWeeks)),
    forecastLog: forecastLogs[row]!,
    price: later.listPrice[row]!,
    launchDay: later.launchDay[row]!,
    category: later.category[row]!,
  }));
}

/** Returns a function to the season as foreseen on a day, from the whole weeks that are over. */
function seasonsOf(panel: DemandPanel): (day: Day) => DemandSeason | null {
  const known = new Map<number, DemandSeason | null>();
  return (day) => {
    const over = Math.min(panel.weekCount, Math.floor((day - panel.firstDay) / 7));
    if (!known.has(over)) known.set(over, seasonAfter(panel, over));
    return known.get(over)!;
  };
}

function seasonAfter(panel: DemandPanel, weekCount: number): DemandSeason | null {
  const series = panel.series
    .map(({ name, units }) => ({ name, units: units.slice(0, weekCount) }))
    .filter(({ units }) => units.some((each) => each > 0));
  const basis = { sameWeek: sameTimeOfYear };
  const found = demandOutlooks({ ...panel, weekCount, series }, basis, WEEKS);
  const categories = series.map(({ name, units }, i) => ({
    category: name,
    units,
    weeks: found?.outlooks[i]!.weeks ?? [],
  }));
  return demandSeason({ firstDay: panel.firstDay, categories });
}

interface Cost {
  readonly cost: number;
  readonly unmet: number;
  readonly left: number;
}

function play(launches: readonly PlayedLaunch[], policy: Policy, margin: number): Cost {
  const played = launches.map((launch) => ({ ...playLaunch(launch, policy), price: launch.price }));
  return {
    cost: mean(
      played.map(
        ({ unmet, left, price }) => price * (margin * unmet + LEFTOVER_LOSS * (1 - margin) * left),
      ),
    ),
    unmet: mean(played.map(({ unmet }) => unmet)),
    left: mean(played.map(({ left }) => left)),
  };
}

function print(names: readonly string[], { cost, unmet, left }: Cost, advice: Cost): void {
  const cells = [cost.toFixed(2), unmet.toFixed(1), left.toFixed(1)];
  console.log(row([...names, ...cells, (cost / advice.cost).toFixed(2)]));
}

function row([margin, name, ...cells]: readonly string[]): string {
  return margin!.padEnd(8) + name!.padEnd(28) + cells.map((cell) => cell.padStart(13)).join('');
}

interface Learnt {
  readonly past: LaunchTable;
  readonly later: LaunchTable;
  readonly pastForecasts: Float64Array;
  readonly forecastLogs: Float64Array;
  /** Day of the first later launch. */
  readonly cut: Day;
}

/** Fits the model and returns the weeks of past launches, both as known on the day of the first later launch. */
async function learn(table: LaunchTable, seed: number): Promise<Learnt> {
  const rows = [...rowsByDate(table)];
  const cut = table.launchDay[rows[Math.round(LEARNT_SHARE * rows.length)]!]!;
  const later = launchesOf(
    table,
    rows.filter((row) => table.launchDay[row]! >= cut),
  );
  const isKnown = (row: number) => table.launchDay[row]! + HORIZON_DAYS <= cut;
  const before = launchesOf(table, rows.filter(isKnown));
  const past = {
    ...before,
    weeklyUnits: before.weeklyUnits!.map((units, week) =>
      units.map((value, row) => (before.launchDay[row]! + 7 * (week + 1) <= cut ? value : NaN)),
    ),
  };
  const engine = await openNodeEngine();
  try {
    const options = { engine, settings: { seed } };
    const { model, evidence } = await fitWithEvidence(past, options);
    const forecastLogs = await predictLaunches(model, later, { engine });
    const pastForecasts = knownForecasts(past, evidence.heldOut);
    return { past, later, forecastLogs, pastForecasts, cut };
  } finally {
    engine.dispose();
  }
}
