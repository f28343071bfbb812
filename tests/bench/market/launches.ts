// Launches of shops with a hidden market: the last fifth is foreseen from the others, with no market file, with the right one
// and with one of unrelated markets. Files end where the first of these launches is planned.

import { mean } from '#core/base/statistics/statistics.ts';
import { wape } from '#core/base/statistics/metrics.ts';
import { demandIndex } from '#core/demand/forecast/expected-demand.ts';
import { fitPanel } from '#core/demand/forecast/demand-outlook.ts';
import type { DemandPanel } from '#core/demand/series/demand-panel.ts';
import { sameTimeOfYear } from '#core/demand/series/same-week.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { predictLaunches } from '#workers/model/predict/predict-launches.ts';
import { someLaunches } from '../../support/some-launches.ts';
import { hiddenMarket, until, weekOf } from './hidden-market.ts';

const SHOPS = 6;
const LAUNCHES = 400;
const TEACHING_SHARE = 0.8;
const LESS = 0.95;
const NOT_WORSE = 1.005;

export async function launches(): Promise<string[]> {
  const errors = { none: [] as number[], right: [] as number[], unrelated: [] as number[] };
  for (let seed = 1; seed <= SHOPS; seed++) {
    const { table, market, unrelated } = hiddenMarket(seed, LAUNCHES);
    errors.none.push(await laterError(table, null));
    errors.right.push(await laterError(table, market));
    errors.unrelated.push(await laterError(table, unrelated));
    const told = Object.entries(errors).map(([name, all]) => `${name} ${all.at(-1)!.toFixed(4)}`);
    console.log(`  shop ${seed}: ${told.join(', ')}`);
  }
  const [none, right, wrong] = [mean(errors.none), mean(errors.right), mean(errors.unrelated)];
  console.log(
    `WAPE ${none.toFixed(4)} without a file; ${(100 * (right / none - 1)).toFixed(1)}% with the right one, ${(100 * (wrong / none - 1)).toFixed(1)}% with an unrelated one`,
  );
  return [
    ...(right > LESS * none ? ['WAPE 5% lower with the market file'] : []),
    ...(wrong > NOT_WORSE * none ? ['WAPE at most 0.5% higher with an unrelated file'] : []),
  ];
}

async function laterError(given: LaunchTable, panel: DemandPanel | null): Promise<number> {
  const rows = rowsByDate(given);
  const count = Math.round(TEACHING_SHARE * rows.length);
  const later = rows.slice(count);
  const table = panel
    ? { ...given, demand: indexUntil(panel, weekOf(given.launchDay[later[0]!]!)) }
    : given;
  const earlier = { ...someLaunches(given, rows.slice(0, count)), demand: table.demand };
  const engine = await openNodeEngine();
  const model = await fitInNode(earlier, { engine, market: null, settings: { seed: 1 } });
  const logs = await predictLaunches(model, table, { engine, rows: later });
  engine.dispose();
  const actual = Float64Array.from(later, (row) => table.units[row]!);
  return wape(actual, Float64Array.from(logs, Math.expm1));
}

function indexUntil(panel: DemandPanel, week: number) {
  const known = until(panel, week);
  return demandIndex(known, fitPanel(known, { sameWeek: sameTimeOfYear })!.fit);
}
