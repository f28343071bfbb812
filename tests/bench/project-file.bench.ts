// npm run bench:project-file [-- --mutations 10000] [--launches 100000] [--seed 1]
// Opens thousands of damaged project files, seeded. Each must end in an answer of the app's own in time, with nothing
// written. Then measures what saving and restoring cost with and without a passphrase, and their memory on top of what
// is stored. Throws where a file takes too long, crashes or leaves something behind.

import { everythingStored, emptyDatabase } from '../support/database.ts';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import {
  bytesOf,
  fileOf,
  partsOf,
  projectOf,
  withTrueChecksums,
} from '../support/changed-project.ts';
import { jobFor } from '../support/csv-file.ts';
import { damagedManifest, mutated, mutatedRecord } from '../support/mutated-project.ts';
import { restore, savedFile, storeDataset } from '../support/project.ts';
import { launchOverview } from '#core/import/columns/launch-overview.ts';
import { promisesOf } from '#core/ledger/entries/promise-record.ts';
import { listDatasets, loadReading } from '#storage/data/datasets.ts';
import { loadHistory } from '#storage/plan/load-history.ts';
import { loadLedger } from '#storage/plan/ledger.ts';
import { loadModel } from '#storage/model/models.ts';
import { loadRanking } from '#storage/plan/plans.ts';
import { loadCalendars, loadOffers } from '#storage/plan/seasons.ts';
import { loadSource } from '#storage/data/sources.ts';
import { loadStock } from '#storage/data/stock.ts';
import { loadRuns } from '#storage/model/trainings.ts';
import { median } from '#core/base/statistics/statistics.ts';
import type { Job } from '#protocol/job.ts';
import { saveProject } from '#workers/dataset/project-file/save-project.ts';

const { values } = parseArgs({
  options: {
    mutations: { type: 'string', default: '10000' },
    launches: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
});
const [mutations, launches, seed] = [values.mutations, values.launches, values.seed].map(
  Number,
) as [number, number, number];
/** Time limit for a file. Refusing or restoring one takes a tenth of a second, and longer on a busy machine. */
const LONGEST_MS = 5_000;
const MB = 1e6;

type Fate = Readonly<Record<string, number>>;

/**
 * Counts the outcomes of damaged files by code. Throws where one takes too long, crashes or leaves something behind.
 */
async function fates(
  files: fc.Arbitrary<File>,
  { count, mayRestore }: { readonly count: number; readonly mayRestore: boolean },
): Promise<{ readonly fate: Fate; readonly slowestMs: number }> {
  const fate: Record<string, number> = {};
  let slowestMs = 0;
  for (const file of fc.sample(files, { numRuns: count, seed })) {
    const begun = performance.now();
    const code = await restore(file).then(
      () => 'restored',
      (error: unknown) => (error as { code?: string }).code ?? `crash: ${String(error)}`,
    );
    const ms = performance.now() - begun;
    slowestMs = Math.max(slowestMs, ms);
    if (ms > LONGEST_MS) throw new Error(`a file took ${Math.round(ms)} ms`);
    const isAnswer = code.startsWith('project-file-') || (mayRestore && code === 'restored');
    if (!isAnswer) throw new Error(`expected an answer, got ${code}`);
    fate[code] = (fate[code] ?? 0) + 1;
    if (code === 'restored') {
      await readEverything();
      await emptyDatabase();
    } else if (Object.values(await everythingStored()).flat().length > 0)
      throw new Error(`something was left behind by a file that was refused: ${code}`);
  }
  return { fate, slowestMs };
}

/** Reads what pages read first, which must not fail on restored data. */
async function readEverything(): Promise<void> {
  for (const { id } of await listDatasets()) {
    const [history, entries] = [await loadHistory(id), await loadLedger(id)];
    launchOverview(history);
    promisesOf(entries);
    const { source, recipe } = await loadReading(id);
    await loadSource(source, [...source.headers, ...recipe.mapping.attributes]);
    for (const { modelId } of (await loadRuns(id)).runs) await loadModel(id, modelId);
    await Promise.all([loadRanking(id), loadOffers(id), loadCalendars(id), loadStock(id)]);
  }
}

function tell(what: string, { fate, slowestMs }: Awaited<ReturnType<typeof fates>>): void {
  const total = Object.values(fate).reduce((sum, count) => sum + count, 0);
  const each = Object.entries(fate).map(([code, count]) => `${code} ${count}`);
  console.log(`${what}: ${total} files, slowest ${slowestMs.toFixed(0)} ms; ${each.join(', ')}`);
}

async function fuzz(): Promise<void> {
  await emptyDatabase();
  await storeDataset();
  const plain = await savedFile();
  const bytes = await bytesOf(plain);
  const parts = await partsOf(plain);
  await emptyDatabase();
  const share = (part: number) => Math.round(part * mutations);
  const damaged = mutated(bytes).map(fileOf);
  tell('bytes', await fates(damaged, { count: share(0.6), mayRestore: false }));
  const manifests = damagedManifest(parts).map(projectOf);
  tell('manifests', await fates(manifests, { count: share(0.1), mayRestore: true }));
  const records = mutatedRecord(parts).map((changed) => {
    withTrueChecksums(changed);
    return projectOf(changed);
  });
  tell(
    'records, checksums made to fit',
    await fates(records, { count: share(0.3), mayRestore: true }),
  );
}

/** Returns a file handle that counts written bytes and keeps none, like a file on disk. */
function countingTarget(): {
  readonly target: FileSystemFileHandle;
  readonly written: () => number;
} {
  let written = 0;
  const stream = {
    write: (chunk: Uint8Array) => Promise.resolve(void (written += chunk.length)),
    close: () => Promise.resolve(),
    abort: () => Promise.resolve(),
  } satisfies Record<'write' | 'close' | 'abort', unknown>;
  const target = { createWritable: () => Promise.resolve(stream) };
  return { target: target as unknown as FileSystemFileHandle, written: () => written };
}

interface Cost {
  readonly seconds: number;
  /** Peak memory above that at the start, in MB, sampled ten times a second. */
  readonly heldMb: number;
}

type Work = (job: Job) => Promise<unknown>;

/**
 * Measures the time (median of three runs) and then, in another run, the memory, because sampling memory takes time.
 */
async function cost(
  work: Work,
  before: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Cost> {
  const seconds: number[] = [];
  for (let i = 0; i < REPEATS; i++) {
    await before();
    const begun = performance.now();
    await work(jobFor());
    seconds.push((performance.now() - begun) / 1000);
  }
  await before();
  const held = memoryHeld();
  let most = held;
  await work(jobFor(() => (most = Math.max(most, memoryHeld()))));
  return { seconds: median(seconds), heldMb: (most - held) / MB };
}
const REPEATS = 3;

function memoryHeld(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const SECRET = 'correct horse battery staple';
const HOW = [
  { how: 'plain', passphrase: null },
  { how: 'under a passphrase', passphrase: SECRET },
] as const;

/** Measures saving and restoring. This bench's database is in memory, too, so restored data counts as held. */
async function speed(count: number): Promise<void> {
  await emptyDatabase();
  await storeDataset({ launches: count });
  const told = (what: string, { seconds, heldMb }: Cost, beside?: Cost) => {
    const ratio = beside ? ` (${(seconds / beside.seconds).toFixed(2)} times plain)` : '';
    console.log(`${what}: ${seconds.toFixed(2)} s${ratio}, ${heldMb.toFixed(1)} MB held`);
  };
  let plain: Cost | undefined;
  for (const { how, passphrase } of HOW) {
    const { target, written } = countingTarget();
    const saving = await cost((job) => saveProject({ target, passphrase }, job));
    const size = (written() / (REPEATS + 1) / MB).toFixed(1);
    told(`saving ${count} launches ${how}, ${size} MB`, saving, plain);
    plain ??= saving;
  }
  const files = await Promise.all(HOW.map(({ passphrase }) => savedFile(passphrase)));
  plain = undefined;
  for (const [i, { how, passphrase }] of HOW.entries()) {
    const restoring = await cost((job) => restore(files[i]!, passphrase, job), emptyDatabase);
    told(`restoring them ${how}`, restoring, plain);
    plain ??= restoring;
  }
}

await fuzz();
for (const times of [1, 4]) await speed(times * launches);
