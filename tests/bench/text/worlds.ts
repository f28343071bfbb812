// Compares what plans earn in world a with names read in two ways: by their letters only, and by their meaning and the
// sales events that they suit.

import { eventPhrases } from '#core/launch/events/event-fits.ts';
import { marketEvents } from '#core/launch/events/market-events.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import type { EngineSession } from '#learning/session.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { NamesInNode } from '#workers/headless/names-in-node.ts';
import { planProducts } from '#workers/model/plan/plan-products.ts';
import { launchWorld, type LaunchWorld } from '../launch-world.ts';
import type { Report } from './report.ts';
import { inOtherWords } from './synonym-world.ts';

/** World a names no country; its feasts are those of this one. */
const MARKET = 'US';
const SEEDS_OF_FEW = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const SEEDS_OF_MANY = [1, 2, 3];
/** Mean capture with 200 launches, seeds 1–10, at 49fd4c5, when names were read by their letters only. */
const CAPTURE_OF_FEW_BEFORE = 0.161;

type Reading = 'letters' | 'meaning';

export async function worldOfFewLaunches(engine: EngineSession, report: Report): Promise<void> {
  const captures: number[] = [];
  for (const seed of SEEDS_OF_FEW) {
    const world = await launchWorld({ seed, launches: 200 });
    const [capture] = await capturesOf(engine, world, {
      seed,
      reading: 'meaning',
      plans: [world.products],
    });
    console.log(`world a, 200 launches, seed ${seed}: capture ${capture!.toFixed(3)}`);
    captures.push(capture!);
  }
  const gain = mean(captures) - CAPTURE_OF_FEW_BEFORE;
  const what = `world a, 200 launches, seeds 1–10: mean capture ${mean(captures).toFixed(3)}, before ${CAPTURE_OF_FEW_BEFORE}; gain`;
  report(what, gain.toFixed(3), gain >= 0.06, 'at least 0.06');
}

export async function worldInOtherWords(engine: EngineSession, report: Report): Promise<void> {
  const losses: Record<Reading, number[]> = { letters: [], meaning: [] };
  for (const seed of SEEDS_OF_MANY) {
    const world = await launchWorld({ seed, launches: 2_000 });
    const plans = [world.products, inOtherWords(world.products)];
    for (const reading of ['letters', 'meaning'] as const) {
      const [own, other] = await capturesOf(engine, world, { seed, reading, plans });
      console.log(
        `world a, 2000 launches, seed ${seed}, by ${reading}: capture ${own!.toFixed(3)}, in other words ${other!.toFixed(3)}`,
      );
      losses[reading].push(own! - other!);
    }
  }
  const share = mean(losses.meaning) / mean(losses.letters);
  const what = `new products in words that the history never has: capture lost by letters ${mean(losses.letters).toFixed(3)}, by meaning ${mean(losses.meaning).toFixed(3)}; share`;
  report(what, share.toFixed(2), share <= 0.4, 'at most 0.40');
}

async function capturesOf(
  engine: EngineSession,
  world: LaunchWorld,
  asked: {
    readonly seed: number;
    readonly reading: Reading;
    readonly plans: readonly (readonly NewProduct[])[];
  },
): Promise<number[]> {
  const { seed, reading, plans } = asked;
  const titles = plans.flat().map(({ title }) => title);
  const table =
    reading === 'letters' ? world.table : await withMeaning(engine, world.table, titles);
  const model = await fitInNode(table, { engine, settings: { seed } });
  const captures: number[] = [];
  for (const products of plans) {
    const planned = await planProducts({
      ...{ model, table, products, engine, aim: USUAL_AIM, space: world.space },
      onProduct: () => Promise.resolve(),
    });
    captures.push(world.judge(planned).capture);
  }
  return captures;
}

async function withMeaning(
  engine: EngineSession,
  table: LaunchTable,
  titles: readonly string[],
): Promise<LaunchTable> {
  const read = await new NamesInNode(engine).on(table, [...titles, ...eventPhrases()]);
  return { ...read, events: marketEvents(MARKET, read.embeddings) };
}
