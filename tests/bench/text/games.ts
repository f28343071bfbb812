// Measures what the language model adds to forecasts for games of a store. Little but their names and tags is known.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { r2OfLog1p } from '#core/base/statistics/metrics.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { EngineSession } from '#learning/session.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { NamesInNode } from '#workers/headless/names-in-node.ts';
import { readHistory } from '#workers/headless/read-tables.ts';
import { predictLaunches } from '#workers/model/predict/predict-launches.ts';
import type { Report } from './report.ts';

/** CSV with a line for each game, by date. */
const GAMES = join(import.meta.dirname, '../../../../shared/bench/steam_launches.csv');
const LEARNT_SHARE = 0.8;

export async function gamesOfAStore(engine: EngineSession, report: Report): Promise<void> {
  if (!existsSync(GAMES)) {
    console.log(`skipped: ${GAMES} is not there`);
    return;
  }
  const [learnt, later] = await readParts();
  const without = await r2Of(engine, learnt, later);
  const language = new NamesInNode(engine);
  const read = await language.on(learnt, later.title);
  const withNames = await r2Of(engine, read, { ...later, embeddings: read.embeddings });
  const what = `games, R² of log reviews on the last fifth: ${without.toFixed(4)} without the language model, with`;
  report(what, withNames.toFixed(4), withNames >= 0.456, 'at least 0.456');
  const gain = withNames - without;
  report('games: gain', gain.toFixed(4), gain >= 0.01, 'at least 0.01');
}

async function readParts(): Promise<[LaunchTable, LaunchTable]> {
  const [head, ...lines] = readFileSync(GAMES, 'utf8').trimEnd().split('\n');
  const cut = Math.floor(lines.length * LEARNT_SHARE);
  const folder = mkdtempSync(join(tmpdir(), 'games-'));
  const readPart = async (part: readonly string[]): Promise<LaunchTable> => {
    const path = join(folder, 'part.csv');
    writeFileSync(path, [head, ...part].join('\n'));
    return (await readHistory(path, { outcome: 'reviews' })).table;
  };
  try {
    return [await readPart(lines.slice(0, cut)), await readPart(lines.slice(cut))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function r2Of(engine: EngineSession, learnt: LaunchTable, later: LaunchTable) {
  const model = await fitInNode(learnt, { engine, settings: { seed: 1 } });
  const logs = await predictLaunches(model, later, { engine });
  const units = Array.from(logs, (log) => Math.max(0, Math.expm1(log)));
  return r2OfLog1p(later.units, units);
}
