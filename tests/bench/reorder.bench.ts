// npm run bench:reorder [-- --seed 1]
// Measures what reordering a running launch costs by Debut's advice, by ordering what sold last week, and by ordering
// nothing. The first 60% of launches are learnt, as known on the day of the first of the others. The others are played
// week by week with a lead time of a week. Policies see what could be sold, not the demand.
// Needs the Online Retail tables in ../shared/data/online-retail.
// Exits with 1 where the advice costs as much as ordering last week's sales, or more.

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { rowsByDate } from '#core/model/features/time-split.ts';
import { HORIZON_DAYS, type LaunchTable } from '#core/launch/launch-table.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import { knownForecasts } from '#core/ledger/reorder/known-forecasts.ts';
import { adviseReorder } from '#core/ledger/reorder/reorder-advice.ts';
import { reorderHistory } from '#core/ledger/reorder/reorder-history.ts';
import { fitWeeklyCurves, knownWeeks, shareSoldBy } from '#core/model/outcomes/weekly-curve.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { fitWithEvidence } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { predictLaunches } from '#workers/model/predict/predict-launches.ts';
import { launchesOf } from '../support/launches-of.ts';
import { giftwareLaunches } from './reorder/giftware-weeks.ts';
import { playLaunch, type Policy, type PlayedLaunch } from './reorder/play-launch.ts';

const { values: given } = parseArgs({ options: { seed: { type: 'string', default: '1' } } });
const FOLDER = fileURLToPath(new URL('../../../shared/data/online-retail', import.meta.url));
const LEARNT_SHARE = 0.6;
const LEAD_DAYS = 7;
/** Last week that is played; the first is week 2. */
const LAST_WEEK = 8;
/** Margins as shares of the price; the target applies to the first. `LEFTOVER_LOSS` is a share of a unit's cost. */
const MARGINS = [0.5, 0.3, 0.7];
const LEFTOVER_LOSS = 0.3;

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

if (existsSync(FOLDER)) await compare();
else console.log(`online-retail: skipped, for ${FOLDER} is not here`);

async function compare(): Promise<void> {
  const { past, later, forecastLogs, pastForecasts } = await learn(giftwareLaunches(FOLDER));
  const curves = fitWeeklyCurves(past);
  if (!curves) throw new Error('expected enough launches with units by week');
  const { overall } = curves;
  const firstTwoWeeks = shareSoldBy(overall, 2) / shareSoldBy(overall, HORIZON_DAYS / 7);
  const rows = [...later.launchDay.keys()].filter((row) => knownWeeks(later, row) >= LAST_WEEK);
  const launches = rows.map((row): PlayedLaunch => ({
    asked: later.weeklyUnits!.slice(0, LAST_WEEK).map((week) => week[row]!),
    firstStock: Math.max(1, Math.round(Math.expm1(forecastLogs[row]!) * firstTwoWeeks)),
    forecastLog: forecastLogs[row]!,
    price: later.listPrice[row]!,
  }));
  const lessons = Array.from({ length: LAST_WEEK }, (_, week) =>
    reorderHistory(
      { table: past, forecastLogs: pastForecasts },
      { after: week + 1, leadTimeDays: LEAD_DAYS, lastWeek: LAST_WEEK },
    ),
  );
  const advice =
    (margin: number): Policy =>
    ({ week, ...seen }, { price, forecastLog }) =>
      adviseReorder(
        lessons[week - 1]!,
        { ...seen, forecastLog },
        {
          stock: { ...USUAL_STOCK_TERMS, leadTimeDays: LEAD_DAYS, leftoverLoss: LEFTOVER_LOSS },
          money: { margin: margin * price, leftover: LEFTOVER_LOSS * (1 - margin) * price },
          horizonDays: HORIZON_DAYS,
        },
      ).orderUnits;
  console.log(
    `${past.rowCount} launches learnt (the rest of ${lessons[0]!.learnt?.rest.launchCount} by units in week 1), ${launches.length} later ones played. Margin is a share of the`,
  );
  console.log(
    'price, a piece left over loses 30 % of its cost, the lead time is a week. Money a launch; pieces unmet and left over a launch.',
  );
  console.log(row(['margin', 'policy', 'cost', 'unmet', 'left over', 'over advice']));
  for (const margin of MARGINS) compareAt(margin, launches, advice(margin));
  console.log('* no rules: nobody sees what was asked for when nothing was left, or what will be');
}

function compareAt(margin: number, launches: readonly PlayedLaunch[], advice: Policy): void {
  const byAdvice = play(launches, advice, margin);
  print([margin.toFixed(1), 'advice'], byAdvice, byAdvice);
  for (const [name, policy] of Object.entries(OTHERS))
    print([margin.toFixed(1), name], play(launches, policy, margin), byAdvice);
  if (margin !== MARGINS[0]) return;
  const isBetter = byAdvice.cost < play(launches, OTHERS['what sold last week']!, margin).cost;
  console.log(`advice costs less than what sold last week: ${isBetter ? 'PASS' : 'FAIL'}`);
  if (!isBetter) process.exitCode = 1;
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

/** Fits the model and returns the weeks of past launches, both as known on the day of the first later launch. */
async function learn(table: LaunchTable): Promise<{
  readonly past: LaunchTable;
  readonly later: LaunchTable;
  readonly pastForecasts: Float64Array;
  readonly forecastLogs: Float64Array;
}> {
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
    const options = { engine, settings: { seed: Number(given.seed) } };
    const { model, evidence } = await fitWithEvidence(past, options);
    const forecastLogs = await predictLaunches(model, later, { engine });
    return { past, later, forecastLogs, pastForecasts: knownForecasts(past, evidence.heldOut) };
  } finally {
    engine.dispose();
  }
}
