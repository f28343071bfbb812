// npm run bench:crashes [-- --trials 100] [--seed 1] [--first 0] [--works adopting] (after npm run build)
// Ends tabs, workers and whole browsers at random moments of work. The works are an import, a training, planning, a
// restored project file and an adopted season. --first skips earlier trials.
// Exits with 1 where finished work is lost, half-done work stays, a page does not open, or the work cannot be repeated.

import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { seededRandom } from '#core/base/random.ts';
import { serveSite } from '#workers/build/serve.js';
import { makeCrashShop } from '../support/crashes/crash-shop.ts';
import { CRASHES, Profiles } from '../support/crashes/crashing-browser.ts';
import { timeWork, tryCrash, type Outcome, type Planned } from '../support/crashes/trial.ts';
import { WORKS, type WorkName } from '../support/crashes/works.ts';

const { values: given } = parseArgs({
  options: {
    trials: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    works: { type: 'string', default: Object.keys(WORKS).join() },
  },
});

const WORK_NAMES = given.works.split(',') as WorkName[];
const PATHS = [
  '',
  'data/',
  'model/',
  'model/runs/',
  'plan/',
  'calendar/',
  'evidence/',
  'settings/',
];
/** Longest delay of a crash, as a multiple of the time that the work takes. Some crashes come after it is over. */
const LONGEST = 1.15;

/** Time limit in milliseconds for one crash and all that follows, even on a busy machine. */
const MOST_MS = 120_000;
/** Number of trials at once. A browser waits more than it works. */
const AT_ONCE = 2;

const started = Date.now();
let next = Number(given.first);
const shop = await makeCrashShop({ launches: 60, more: 1_500, products: 30, epochs: 60 });
const site = await serveSite({
  folder: fileURLToPath(new URL('../../build', import.meta.url)),
  port: 0,
});
const profiles = new Profiles(site.url);
const ofKind: Record<
  string,
  { trials: number; finished: number; wentOn: number; nothing: number }
> = {};
let failures = 0;
try {
  await profiles.prepare(shop.stored);
  const typicalMs = await typicalTimes();
  for (const [name, ms] of typicalMs) console.log(`${name} takes ${Math.round(ms)} ms`);
  const lanes = Array.from({ length: AT_ONCE }, () => lane(typicalMs));
  await Promise.all(lanes);
} finally {
  await site.close();
  profiles.remove();
}
console.table(ofKind);
const minutes = ((Date.now() - started) / 60_000).toFixed(1);
console.log(`${given.trials} crashes in ${minutes} min, ${failures} with something wrong`);
if (failures > 0) process.exitCode = 1;
process.exit();

async function lane(typicalMs: ReadonlyMap<WorkName, number>): Promise<void> {
  while (next < Number(given.trials)) {
    const i = next++;
    const planned = plannedTrial(i, typicalMs);
    count(planned, await tried(i, planned));
  }
}

async function typicalTimes(): Promise<Map<WorkName, number>> {
  const times = new Map<WorkName, number>();
  for (const name of WORK_NAMES) times.set(name, await timeWork(name, { profiles, shop }));
  return times;
}

/**
 * Plans a trial. Each pair of work and crash comes equally often. The delay and the page opened afterwards are random.
 */
function plannedTrial(i: number, typicalMs: ReadonlyMap<WorkName, number>): Planned {
  const random = seededRandom(Number(given.seed) * 10_007 + i);
  const work = WORK_NAMES[i % WORK_NAMES.length]!;
  const crash = CRASHES[Math.floor(i / WORK_NAMES.length) % CRASHES.length]!;
  const delayMs = random() * LONGEST * typicalMs.get(work)!;
  return { work, crash, delayMs, paths: [PATHS[Math.floor(random() * PATHS.length)]!] };
}

async function tried(i: number, planned: Planned): Promise<Outcome> {
  const { work, crash, delayMs } = planned;
  const outcome = await outcomeOf(planned);
  const { faults, wasFinished, wentOn, wasTooEarly } = outcome;
  const became = wasFinished ? 'finished' : wentOn ? 'to go on' : 'absent';
  const when = `${Math.round(delayMs)} ms${wasTooEarly ? ', nothing to end' : ''}`;
  console.log(`${i} ${work}, ${crash} after ${when}: ${became}${faults.length ? ' WRONG' : ''}`);
  for (const fault of faults) console.log(`   ${fault}`);
  if (faults.length > 0) failures += 1;
  return outcome;
}

/** Tries a crash. A page that gets stuck counts as a fault. */
async function outcomeOf(planned: Planned): Promise<Outcome> {
  try {
    return await Promise.race([tryCrash(planned, { profiles, shop }), tooLate()]);
  } catch (error) {
    const nothing = { wasFinished: false, wentOn: false, wasTooEarly: false };
    return { ...nothing, faults: [`did not get on: ${String(error)}`] };
  }
}

async function tooLate(): Promise<never> {
  await wait(MOST_MS);
  throw new Error(`${MOST_MS} ms were not enough`);
}

function count({ work, crash }: Planned, { wasFinished, wentOn, wasTooEarly }: Outcome): void {
  const kind = (ofKind[`${work}, ${crash}`] ??= { trials: 0, finished: 0, wentOn: 0, nothing: 0 });
  kind.trials += 1;
  if (wasFinished) kind.finished += 1;
  else if (wentOn) kind.wentOn += 1;
  if (wasTooEarly) kind.nothing += 1;
}
