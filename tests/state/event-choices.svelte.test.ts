import { emptyDatabase } from '../support/database.ts';
import { beforeEach, expect, it, vi } from 'vitest';
import { EventChoices } from '#state/event-choices.svelte.ts';
import { Notices } from '#state/notices.svelte.ts';
import { loadDatasetSummary, saveDataset } from '#storage/datasets.ts';
import { launchTable } from '../support/launch-table.ts';
import { noSource } from '../support/source.ts';

let id: number;
let notices: Notices;
let choices: EventChoices;
beforeEach(async () => {
  await emptyDatabase();
  const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
  const report = { name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [], ...counts };
  const table = launchTable([{ title: 'Mug' }]);
  const saved = await saveDataset({ sample: null, importedAt: 1, report, table, ...noSource() });
  id = saved.datasetId;
  notices = new Notices();
  choices = new EventChoices(notices);
});

const said = async () => (await loadDatasetSummary(id)).events;

it('keeps where a seller sells, and undoes it', async () => {
  await choices.chooseMarket(id, 'GB');
  await choices.chooseMarket(id, null);
  expect(await said()).toEqual({ market: null });
  notices.undo();
  await vi.waitFor(async () => expect(await said()).toEqual({ market: 'GB' }));
});

it('keeps what a title suits, and undoes it', async () => {
  await choices.sayFits(id, 'Mug', ['easter']);
  expect(await said()).toEqual({ editsByTitle: { Mug: ['easter'] } });
  expect(notices.offer?.text).toContain('Mug');
  notices.undo();
  await vi.waitFor(async () => expect(await said()).toEqual({ editsByTitle: {} }));
});

it('tells what could not be kept, and offers nothing to undo', async () => {
  await choices.chooseMarket(999, 'GB');
  expect(choices.failure).toMatchObject({ code: 'dataset-missing' });
  expect(notices.offer).toBeNull();
  await choices.chooseMarket(id, 'GB');
  expect(choices.failure).toBeNull();
});
