// Every version of the schema as the app of then stored it, opened by the app of today.
import { readdirSync, readFileSync } from 'node:fs';
import '../../support/database.ts';
import Dexie from 'dexie';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { AUTOMATIC_SETTINGS } from '#core/model/training/training-settings.ts';
import { writePart } from '#core/files/project/part-content.ts';
import type { EngineSession } from '#learning/session.ts';
import { database, SCHEMA_VERSION } from '#storage/database/database.ts';
import { listDatasets, loadLaunchTable, loadOverview } from '#storage/data/datasets.ts';
import { loadLedger } from '#storage/plan/ledger.ts';
import { loadModel } from '#storage/model/models.ts';
import { loadRanking } from '#storage/plan/plans.ts';
import { loadOrderStudy } from '#storage/data/order-studies.ts';
import { loadSplitTests } from '#storage/plan/split-tests.ts';
import { loadLooks } from '#storage/data/pictures.ts';
import { loadSuppliers } from '#storage/plan/suppliers.ts';
import { loadDemand, loadDemandKey } from '#storage/data/demand.ts';
import { loadProducts } from '#storage/data/products.ts';
import { loadOutcomesKey, loadReviewReading } from '#storage/data/reviews.ts';
import { loadHistory } from '#storage/plan/load-history.ts';
import { listProject, loadFiledSettings, recordsOf } from '#storage/project/project-listing.ts';
import { loadCalendars, loadOffers } from '#storage/plan/seasons.ts';
import { loadSetting } from '#storage/app/settings.ts';
import { loadStock } from '#storage/data/stock.ts';
import { loadUnfinishedRun } from '#storage/model/training-runs.ts';
import { loadEvidence, loadRuns } from '#storage/model/trainings.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { planLaunches } from '#workers/model/plan/plan-launches.ts';
import { trainModel } from '#workers/model/train/train-model.ts';
import { jobFor } from '../../support/csv-file.ts';
import { modelHost } from '../../support/model-host.ts';
import { restore, savedFile } from '../../support/project.ts';
import {
  fromLines,
  writeDatabase,
  type StoredDatabase,
} from '../../support/schema/stored-database.ts';

const FOLDER = 'tests/fixtures/schema';
const NAMES = readdirSync(FOLDER).sort();

type Row = Readonly<Record<string, unknown>>;

const fixtures = NAMES.map((file) => {
  const [, version = ''] = /^version-(\d\d)/.exec(file) ?? [];
  return { file, version: Number(version), stored: fromLines(read(file)) };
});
type Fixture = (typeof fixtures)[number];

function read(file: string): string {
  return readFileSync(`${FOLDER}/${file}`, 'utf8');
}

async function openStored(stored: StoredDatabase): Promise<void> {
  database.close();
  await Dexie.delete('debut');
  await writeDatabase(stored);
  await database.open();
}

function rowsOf({ stored }: Fixture, table: string): readonly Row[] {
  return (stored.tables.find(({ name }) => name === table)?.records ?? []) as Row[];
}

/** Of the first version with findings of today's form, plans and models that today's app can read, and reports apart. */
const [FINDINGS, PLANS, MODELS, REPORTS] = [6, 7, 8, 10];

/** What is to be there of each table: as it was stored, but for what is dropped or put in order on purpose. */
const BECOMES: Readonly<Record<string, (rows: readonly Row[], fixture: Fixture) => unknown>> = {
  datasets: (rows, fixture) =>
    rows.map((row) => withModelInUse(withTreatments(row, fixture), fixture)),
  models: (rows, { version }) => (version < MODELS ? [] : rows.map(withoutReport).map(withMeaning)),
  plans: (rows, { version }) => (version < PLANS ? [] : rows),
  trainings: (rows, fixture) => (rows.length > 0 ? rows : runsOfModels(fixture)).map(withEventsKey),
  evidence: (rows) => rows.map(withAllEvidence),
  reviewReadings: (rows) => rows.map(withoutOutcomes),
  reviewOutcomes: (rows, fixture) => (rows.length > 0 ? rows : outcomesOfReadings(fixture)),
};

function withTreatments(row: Row, { version }: Fixture): Row {
  const report = row.report as { issues: { sample?: string | null }[] };
  if (version >= FINDINGS) return row;
  const issues = report.issues.map(({ sample, ...rest }) => {
    return { ...rest, samples: sample == null ? [] : [sample], treatment: null };
  });
  return { ...row, report: { ...report, issues } };
}

function withModelInUse(row: Row, fixture: Fixture): Row {
  const hadOne = fixture.version >= MODELS && fixture.version < REPORTS;
  return hadOne ? { ...row, modelInUse: rowsOf(fixture, 'models')[0]!.id } : row;
}

function withoutReport(row: Row): Row {
  const model = Object.entries(row.model as Row).filter(([key]) => key !== 'report');
  return { ...row, model: Object.fromEntries(model) };
}

function withMeaning(row: Row): Row {
  const model = row.model as { readonly encoding: { readonly encoder: Row } };
  const encoder = { meaning: null, ...model.encoding.encoder };
  return { ...row, model: { ...model, encoding: { ...model.encoding, encoder } } };
}

function runsOfModels(fixture: Fixture): readonly Row[] {
  if (fixture.version < MODELS) return [];
  return rowsOf(fixture, 'models').map(({ id, datasetId, model }) => {
    const report = { ...((model as Row).report as Row), modelId: id };
    return { modelId: id, datasetId, report, comparison: null, name: '', note: '', tags: [] };
  });
}

function withEventsKey(run: Row): Row {
  const report = run.report as Row;
  return { ...run, report: { ...report, learnt: { eventsKey: '', ...(report.learnt as Row) } } };
}

function withAllEvidence({ evidence, ...row }: Row): Row {
  const nothing = { heldOut: null, learningCurve: null, logged: null, sufficiency: null };
  return { ...row, evidence: { ...nothing, ...(evidence as Row) } };
}

function withoutOutcomes({ reading, ...row }: Row): Row {
  const found = Object.entries(reading as Row).filter(([key]) => key !== 'outcomes');
  return { ...row, reading: Object.fromEntries(found) };
}

function outcomesOfReadings(fixture: Fixture): readonly Row[] {
  return rowsOf(fixture, 'reviewReadings').map(({ datasetId, reading }) => {
    return { datasetId, outcomes: (reading as Row).outcomes };
  });
}

const UNITS = Array.from({ length: 26 }, (_, i) => 20 + ((i * 7) % 13) + (i % 2 ? 25 : 0));

let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());

async function planAgain(datasetId: number): Promise<number> {
  const earliestDay = (await loadLaunchTable(datasetId)).launchDay.at(-1)! + 28;
  const asked = { datasetId, compute: 'wasm', earliestDay, aim: USUAL_AIM } as const;
  return (
    await planLaunches(
      asked,
      jobFor(),
      modelHost(() => engine),
    )
  ).plans.length;
}

/** The seller plans products again that were launched already. */
async function launchAgain(): Promise<void> {
  await database.ledger.toCollection().modify((entry) => {
    Object.assign(entry, { isPlannedAgain: true });
  });
}

async function onlyId(): Promise<number> {
  const [only] = await listDatasets();
  return only!.id;
}

describe('what was stored', () => {
  it('is at hand of every version that there was, and of the one of today', () => {
    const versions = new Set(fixtures.map(({ version }) => version));
    expect([...versions]).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, i) => i + 1));
    for (const { version, stored } of fixtures) expect(stored.version).toBe(10 * version);
  });

  it.each(fixtures)('in $file is all there, or dropped on purpose', async (fixture) => {
    await openStored(fixture.stored);
    for (const table of database.tables) {
      const rows = rowsOf(fixture, table.name);
      const wanted = BECOMES[table.name]?.(rows, fixture) ?? rows;
      expect(await table.toArray(), table.name).toEqual(wanted);
    }
  });

  it.each(fixtures)('in $file is read as it was written', async (fixture) => {
    await openStored(fixture.stored);
    const { version } = fixture;
    const [{ id, name, recipe, report }] = (await listDatasets()) as [
      Awaited<ReturnType<typeof listDatasets>>[number],
    ];
    expect(name).toBe('Spring');
    expect(recipe === null).toBe(version < FINDINGS);
    expect(report.issues.map(({ kind }) => kind)).toContain('unreadable-date');
    expect([...(await loadLaunchTable(id)).units]).toEqual(UNITS);
    expect(new Set((await loadOverview(id)).channels)).toEqual(new Set(['Market', 'Shop']));
    expect((await loadProducts(id)).map(({ title }) => title)).toEqual(['Green mug', 'White bowl']);
    expect(await loadSetting('currency')).toBe('GBP');
    expect(await loadSetting('currentDatasetId')).toBe(id);
  });

  it.each(fixtures)('in $file tells the same of its reviews', async (fixture) => {
    await openStored(fixture.stored);
    const id = await onlyId();
    const wasRead = fixture.version >= 13 && fixture.file !== 'version-13-first.jsonl';
    expect((await loadReviewReading(id))?.launch.length).toBe(wasRead ? 13 : undefined);
    const rated = [...(await loadHistory(id)).rating].filter((rating) => !Number.isNaN(rating));
    expect(rated).toEqual(wasRead ? [4, 4] : []);
    expect((await loadOutcomesKey(id)) === null).toBe(!wasRead);
  });

  it.each(fixtures)('in $file knows the same of demand', async (fixture) => {
    await openStored(fixture.stored);
    const id = await onlyId();
    const isKnown = fixture.version >= 15;
    const { own, files, choices, nicheChoices } = await loadDemand(id);
    expect(own?.series.map(({ name }) => name)).toEqual(isKnown ? ['Kitchen'] : undefined);
    expect(files.map(({ kind }) => kind)).toEqual(isKnown ? ['trends', 'niches'] : []);
    expect(choices).toEqual(isKnown ? { Kitchen: 'mug' } : {});
    expect(nicheChoices).toEqual({});
    expect((await loadDemandKey(id)) === null).toBe(!isKnown);
  });

  it.each(fixtures)('in $file has the same articles of suppliers', async (fixture) => {
    await openStored(fixture.stored);
    const { lists, articles, rates } = await loadSuppliers(await onlyId());
    const isKnown = fixture.version >= 16;
    expect(lists.map(({ supplier }) => supplier)).toEqual(isKnown ? ['acme', 'bolt'] : []);
    expect(articles.map(({ title, listPrice }) => [title, listPrice])).toEqual(
      isKnown
        ? [
            ['Stoneware mug', 8.5],
            ['Enamel tray', 12],
          ]
        : [],
    );
    expect(rates).toEqual(isKnown ? { USD: 0.75 } : {});
  });

  it.each(fixtures)('in $file says the same of orders', async (fixture) => {
    await openStored(fixture.stored);
    const id = await onlyId();
    const isKnown = fixture.version >= 17;
    const study = await loadOrderStudy(id);
    expect(study?.associations.together[0]?.firstTitle).toBe(isKnown ? 'Blue mug' : undefined);
    const tests = await loadSplitTests(id);
    expect(tests.map(({ title }) => title)).toEqual(isKnown ? ['Blue mug'] : []);
  });

  it.each(fixtures)('in $file has the same pictures', async (fixture) => {
    await openStored(fixture.stored);
    const looks = await loadLooks(await onlyId());
    expect(
      [...looks].map(([owner, { marks, embedding }]) => [owner, marks.colour, embedding?.length]),
    ).toEqual(fixture.version >= 18 ? [['Green mug', 'green', 2]] : []);
  });

  it.each(fixtures)('in $file is worked with as before', async (fixture) => {
    await openStored(fixture.stored);
    const { version } = fixture;
    const id = await onlyId();
    expect((await loadRanking(id))?.plans.length ?? 0).toBe(version < PLANS ? 0 : 2);
    const { runs, modelInUse } = await loadRuns(id);
    expect(runs.map(({ modelId }) => modelId)).toEqual(version < MODELS ? [] : [modelInUse]);
    for (const { modelId } of runs) {
      expect((await loadModel(id))?.report.modelId).toBe(modelId);
      expect(Object.keys(await loadEvidence(modelId))).toHaveLength(4);
    }
  });

  it.each(fixtures)('in $file is followed as before', async (fixture) => {
    await openStored(fixture.stored);
    const { version, file } = fixture;
    const id = await onlyId();
    expect((await loadUnfinishedRun(id))?.fraction).toBe(version < 9 ? undefined : 0.25);
    const entries = await loadLedger(id);
    expect(entries.map(({ actual }) => actual?.units ?? null)).toEqual(
      version < 10 || file === 'version-10-first.jsonl' ? [] : [30, null],
    );
    expect(await loadCalendars(id)).toHaveLength(version < 11 ? 0 : 1);
    const isEarlier = version < 11 || file === 'version-11-first.jsonl';
    expect((await loadOffers(id)) === undefined).toBe(isEarlier);
    expect((await loadStock(id)) === null).toBe(isEarlier);
  });

  it.each(fixtures)(
    'in $file leaves in a project file and comes back whole',
    async ({ stored }) => {
      await openStored(stored);
      const before = await countsOfProject();
      const file = await savedFile();
      await Promise.all(database.tables.map((table) => table.clear()));
      await restore(file);
      expect(await countsOfProject()).toEqual(before);
    },
  );

  it.each(fixtures)(
    'in $file can be planned with, after learning again where its model went',
    async (fixture) => {
      await openStored(fixture.stored);
      const datasetId = await onlyId();
      if (fixture.version < MODELS) {
        const settings = { ...AUTOMATIC_SETTINGS, searchSeconds: 0 };
        await trainModel(
          { datasetId, compute: 'wasm', settings },
          jobFor(),
          modelHost(() => engine),
        );
      }
      await launchAgain();
      expect(await planAgain(datasetId)).toBe(2);
    },
  );
});

it('a curve that gave a coverage without ranges says nothing of it', async () => {
  const { stored } = fixtures.find(({ file }) => file === 'version-09.jsonl')!;
  const models = stored.tables.find(({ name }) => name === 'models')!.records as Row[];
  const [{ model }] = models as [{ model: { report: Row } }];
  const points = [0.8, NaN].map((coverage) => ({ epoch: 1, quality: { wape: 0.5, coverage } }));
  const record = { ...models[0], model: { ...model, report: { ...model.report, curve: points } } };
  await openStored({
    ...stored,
    tables: stored.tables.map((table) =>
      table.name === 'models' ? { ...table, records: [record] } : table,
    ),
  });
  const [run] = await database.trainings.toArray();
  expect(run!.report.curve).toEqual([points[0], { ...points[1], quality: null }]);
});

/** How many records of each kind a project has, each as its form says. */
async function countsOfProject(): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const dataset of (await listProject()).datasets) {
    for await (const { kind, record } of recordsOf(dataset)) {
      writePart(kind, record);
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
  }
  writePart('settings', await loadFiledSettings());
  return counts;
}
