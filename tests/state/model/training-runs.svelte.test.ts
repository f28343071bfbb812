import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, expect, it, vi } from 'vitest';
import type { RunsFile } from '#core/evaluation/runs/runs-json.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { TrainingRun } from '#core/evaluation/runs/training-run.ts';
import { Notices } from '#state/base/notices.svelte.ts';
import { TrainingRuns } from '#state/model/training-runs.svelte.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import { saveModel } from '#storage/model/models.ts';
import { database } from '#storage/database/database.ts';
import { loadRuns } from '#storage/model/trainings.ts';
import { launchTable } from '../../support/launch-table.ts';
import { noSource } from '../../support/source.ts';
import { trainingRun } from '../../support/training-run.ts';

let id: number;
let notices: Notices;
let runs: TrainingRuns;
let older: TrainingRun;
let newer: TrainingRun;

async function train(trainedAt: number): Promise<TrainingRun> {
  const { report } = trainingRun({ datasetId: id, report: { trainedAt } });
  const model = { net: null, ridges: [], trees: [], report } as unknown as TrainedModel;
  const saved = await saveModel(model);
  return (await database.trainings.get(saved.report.modelId))!;
}

beforeEach(async () => {
  await emptyDatabase();
  const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
  const report = { name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [], ...counts };
  const table = launchTable([{}]);
  id = (await saveDataset({ sample: null, importedAt: 1, report, table, ...noSource() })).datasetId;
  notices = new Notices(60_000);
  runs = new TrainingRuns(() => id, notices);
  older = await train(1);
  newer = await train(2);
});

const kept = () => loadRuns(id);

it('lists the runs newest first, and follows what becomes of them', async () => {
  const seen: (number | undefined)[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      seen.push(runs.kept?.runs.length);
    });
  });
  await expect
    .poll(() => runs.kept?.runs.map(({ modelId }) => modelId))
    .toEqual([newer.modelId, older.modelId]);
  await runs.remark(older, { name: 'First' });
  await expect.poll(() => runs.kept?.runs[1]?.name).toBe('First');
  stop();
});

it('has no runs where there is no data set', () => {
  expect(new TrainingRuns(() => undefined, notices).kept).toBeUndefined();
});

it('keeps a name, a note and tags, and says so', async () => {
  await runs.remark(older, { name: 'First', note: 'Half the rate' });
  await runs.remark(older, { tags: ['slow'] });
  expect((await kept()).runs[1]).toMatchObject({
    ...{ name: 'First', note: 'Half the rate', tags: ['slow'] },
  });
  expect(notices.spoken).toBe('Saved.');
});

it('uses an older run, and the one before again', async () => {
  await runs.use(older);
  expect((await kept()).modelInUse).toBe(older.modelId);
  expect(notices.offer?.text).toContain(String(older.modelId));
  notices.undo();
  await vi.waitFor(async () => expect((await kept()).modelInUse).toBe(newer.modelId));
});

it('offers nothing to undo where the run was in use already', async () => {
  await runs.use(newer);
  expect(notices.offer).toBeNull();
});

it('removes the run in use, and puts it back as it was', async () => {
  const before = await kept();
  await runs.remove(newer);
  expect(await kept()).toMatchObject({ modelInUse: older.modelId, runs: [older] });
  notices.undo();
  await vi.waitFor(async () => expect(await kept()).toEqual(before));
});

it('asks before another run than the one that was chosen is taken out of use', async () => {
  const third = await train(3);
  await runs.use(older);
  // As another tab does it: its own offer to undo is none of this one's.
  await new TrainingRuns(() => id, new Notices(60_000)).use(newer);
  notices.undo();
  const [now, before] = [newer.modelId, third.modelId];
  await expect
    .poll(() => notices.question?.text)
    .toBe(
      `Another model has since been put in use. Now: run ${now}. After undoing: run ${before}.`,
    );
  expect((await kept()).modelInUse).toBe(now);
  notices.undoAnyway();
  await vi.waitFor(async () => expect((await kept()).modelInUse).toBe(before));
});

it('keeps what two tabs say of one run at once', async () => {
  await runs.remark(older, { name: 'First', tags: ['slow', 'old'] });
  const base = (await database.trainings.get(older.modelId))!;
  const said = { name: base.name, note: base.note, tags: base.tags };
  const other = new TrainingRuns(() => id, new Notices(60_000));
  await other.remark(older, { ...said, note: 'Half the rate', tags: ['slow', 'old', 'b'] }, said);
  await runs.remark(older, { ...said, name: 'Best', tags: ['old'] }, said);
  expect((await kept()).runs[1]).toMatchObject({
    ...{ name: 'Best', note: 'Half the rate', tags: ['old', 'b'] },
  });
});

it('puts a run back with what another tab said of it before it was removed', async () => {
  await new TrainingRuns(() => id, new Notices(60_000)).remark(newer, { name: 'Best' });
  const before = await kept();
  await runs.remove(newer);
  notices.undo();
  await vi.waitFor(async () => expect(await kept()).toEqual(before));
});

it('writes all of them as CSV and as JSON', async () => {
  await runs.remark(older, { name: 'First' });
  const csv = (await runs.write(id, 'csv'))!;
  expect(csv.name).toBe('debut-runs.csv');
  const lines = (await csv.content.text()).trim().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[2]).toMatch(/^First,no,/);
  const json = (await runs.write(id, 'json'))!;
  expect(json.name).toBe('debut-runs.json');
  const file = JSON.parse(await json.content.text()) as RunsFile;
  expect(file.modelInUse).toBe(newer.modelId);
  expect(file.runs.map(({ name }) => name)).toEqual(['', 'First']);
});

it('tells what could not be done, until something can', async () => {
  await runs.remove(newer);
  notices.settle();
  await runs.use(newer);
  expect(runs.failure).toMatchObject({ code: 'model-missing' });
  expect(notices.offer).toBeNull();
  expect(await runs.remark(newer, { name: 'a' })).toBe(false);
  expect(await runs.remark(older, { name: 'a' })).toBe(true);
  expect(runs.failure).toBeNull();
});
