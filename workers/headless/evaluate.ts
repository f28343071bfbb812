// npm run evaluate -- --history H.csv --products P.csv [--actions A.json] --out plan.csv [--report r.json]
//   [--outcome COLUMN] [--horizon 28] [--mapping m.json] [--test ROWS.csv --predictions P.csv] [--seed 1]
//   [--search-seconds 20] [--from YYYY-MM-DD] [--market GB|none] [--language no]
// --from: first day that may be planned; else the day after the last launch. With --actions, their weeks count.
// --market: market whose sales events are learnt; else that of the history's currency, else US.
// --language no: names are read by their letters only, without the language model.
// Runs the app without its pages: the same reading, training and planning in Node, on the WASM backend.

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkedDay, type Day } from '#core/base/dates.ts';
import { deriveActionSpace } from '#core/model/features/action-space.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { defaultMarket } from '#core/launch/events/default-market.ts';
import { MARKETS, marketOfRegion, type Market } from '#core/launch/events/markets.ts';
import { HORIZON_DAYS, lastLaunchDay } from '#core/launch/launch-table.ts';
import { fitShrinkage } from '#core/evaluation/picks/fit-shrinkage.ts';
import type { TrainingEvidence } from '#core/evaluation/scorecard/training-evidence.ts';
import { planCsv } from '#core/planning/plan/plan-csv.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { AUTOMATIC_SETTINGS } from '#core/model/training/training-settings.ts';
import type { EngineSession } from '#learning/session.ts';
import { planProducts } from '../model/plan/plan-products.ts';
import { predictLaunches } from '../model/predict/predict-launches.ts';
import { fitWithEvidence } from './fit-in-node.ts';
import { NamesInNode } from './names-in-node.ts';
import { openNodeEngine } from './node-engine.ts';
import { PhaseTimer } from './phase-timer.ts';
import { predictionsCsv } from './predictions-csv.ts';
import { readActions } from './read-actions.ts';
import { readAsApp } from './read-as-app.ts';
import { readHistory, readProducts, readRowsToPredict, type History } from './read-tables.ts';

const { values: given } = parseArgs({
  options: {
    history: { type: 'string' },
    products: { type: 'string' },
    actions: { type: 'string' },
    out: { type: 'string' },
    report: { type: 'string' },
    outcome: { type: 'string' },
    horizon: { type: 'string', default: String(HORIZON_DAYS) },
    mapping: { type: 'string' },
    test: { type: 'string' },
    predictions: { type: 'string' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string' },
    language: { type: 'string', default: 'yes' },
    market: { type: 'string' },
    'search-seconds': { type: 'string', default: String(AUTOMATIC_SETTINGS.searchSeconds) },
  },
});

interface Run {
  readonly history: History;
  readonly model: TrainedModel;
  readonly evidence: TrainingEvidence;
  readonly engine: EngineSession;
  /** undefined: names are read by their letters only. */
  readonly language: NamesInNode | undefined;
  readonly market: Market | null;
}

const earliestDay = dayOf(given.from);
const timer = new PhaseTimer();
const engine = await openNodeEngine();
try {
  const history = await timer.time('read', () =>
    readHistory(needed('history'), { mappingPath: given.mapping, outcome: given.outcome }),
  );
  const language = given.language === 'no' ? undefined : new NamesInNode(engine);
  const market = marketFor(history);
  const { model, evidence } = await fitWithEvidence(history.table, {
    ...{ engine, language, market },
    settings: { seed: Number(given.seed), searchSeconds: Number(given['search-seconds']) },
    // The files have already been read; this phase reads names.
    onProgress: ({ phase }) => timer.enter(phase === 'read' ? 'read names' : phase),
  });
  timer.enter('after training');
  const run = { history, model, evidence, engine, language, market };
  if (given.test) await timer.time('predict', () => predict(run));
  if (given.products) await timer.time('plan', () => plan(run));
  if (given.report) writeReport(run);
} finally {
  engine.dispose();
}

async function predict({ history, model, evidence, language, market }: Run): Promise<void> {
  const unread = await readRowsToPredict(needed('test'), history.mapping, history.table);
  const rows = await readAsApp(unread, { language, market });
  const logs = await predictLaunches(model, rows, { engine });
  const lines = rows.productId.map((productId, row) => ({
    productId,
    logUnits: logs[row]!,
    firstStock: rows.firstStock[row]!,
  }));
  const { heldOut } = evidence;
  const shrinkage = heldOut && fitShrinkage(heldOut);
  const { residuals, rangeWidth } = model;
  writeFileSync(needed('predictions'), predictionsCsv(lines, { residuals, rangeWidth, shrinkage }));
}

async function plan({ history, model, language, market }: Run): Promise<void> {
  const products = await readProducts(needed('products'), history);
  const moreTitles = products.map(({ title }) => title);
  const table = await readAsApp(history.table, { language, market, moreTitles });
  const firstDay = earliestDay ?? lastLaunchDay(table) + 1;
  const space = given.actions
    ? readActions(given.actions)
    : deriveActionSpace(table, model.encoding.basis, firstDay);
  const onProduct = () => Promise.resolve();
  const planned = await planProducts({
    ...{ model, table, products, space, engine, market, onProduct },
    aim: USUAL_AIM,
  });
  const ranking = { ...planned, datasetId: 0, modelId: 0, plannedAt: 0, earliestDay: firstDay };
  writeFileSync(needed('out'), planCsv(ranking, history.currencies?.main));
}

/** Returns the market to learn from, or null where sales events are switched off. Throws for an unknown one. */
function marketFor({ currencies }: History): Market | null {
  if (given.market === 'none') return null;
  if (given.market === undefined) return defaultMarket({ currency: currencies?.main });
  const market = marketOfRegion(given.market);
  if (market) return market;
  throw new Error(`expected --market none or one of ${MARKETS.join(', ')}, got ${given.market}`);
}

/** Returns the day, or null where none is given. */
function dayOf(text: string | undefined): Day | null {
  if (text === undefined) return null;
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const day = checkedDay(Number(year), Number(month), Number(date));
  if (Number.isNaN(day)) throw new Error(`expected --from as YYYY-MM-DD, got ${text}`);
  return day;
}

function writeReport({ history, model, market }: Run): void {
  const { report } = model;
  writeFileSync(
    needed('report'),
    JSON.stringify(
      {
        horizonDays: Number(given.horizon),
        mapping: history.mapping,
        rowsRead: history.rowsRead,
        rowsUsed: history.rowsUsed,
        issues: history.issues,
        method: report.method,
        split: report.rows,
        heads: report.heads,
        holdout: report.holdout,
        coverage: report.coverage,
        headScores: report.headScores,
        pinballUnits: report.pinballUnits,
        blend: report.blend,
        memberWorths: report.memberWorths ?? null,
        limits: report.limits,
        reading: report.reading,
        market,
        settings: report.settings,
        net: report.net,
        meaning: report.meaning ?? null,
        looks: report.looks ?? null,
        crossValidation: report.crossValidation,
        settingsTried: report.settingsTried,
        parameterCount: report.parameterCount,
        secondsByPhase: timer.seconds(),
        stepsPerSecond: report.stepsPerSecond,
      },
      null,
      1,
    ),
  );
}

function needed(name: keyof typeof given): string {
  const value = given[name];
  if (value === undefined) throw new Error(`expected --${name} with a file, got none`);
  return value;
}
