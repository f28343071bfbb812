import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, expect, it, vi } from 'vitest';
import { CurrencyChoice } from '#state/data/currency-choice.svelte.ts';
import { Notices } from '#state/base/notices.svelte.ts';
import { loadDatasetSummary, saveDataset } from '#storage/data/datasets.ts';
import { launchTable } from '../../support/launch-table.ts';
import { noSource } from '../../support/source.ts';

let id: number;
let notices: Notices;
let choice: CurrencyChoice;
beforeEach(async () => {
  await emptyDatabase();
  const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
  const report = { name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [], ...counts };
  const table = launchTable([{ title: 'Mug' }]);
  const saved = await saveDataset({ sample: null, importedAt: 1, report, table, ...noSource() });
  id = saved.datasetId;
  notices = new Notices();
  choice = new CurrencyChoice(notices, (currency) => currency);
});

const kept = async () => (await loadDatasetSummary(id)).currency;

it('keeps what amounts are, and undoes it', async () => {
  expect(await kept()).toBeUndefined();
  await choice.choose(id, 'GBP');
  await choice.choose(id, 'EUR');
  expect(await kept()).toBe('EUR');
  notices.undo();
  await vi.waitFor(async () => expect(await kept()).toBe('GBP'));
  await choice.choose(id, null);
  expect(await kept()).toBeUndefined();
});

it('asks before it undoes what another tab has chosen since, and says both', async () => {
  await choice.choose(id, 'GBP');
  await new CurrencyChoice(new Notices(), (currency) => currency).choose(id, 'EUR');
  notices.undo();
  const asked = 'Another window has since changed this. Now: EUR. After undoing: the default.';
  await expect.poll(() => notices.question?.text).toBe(asked);
  expect(await kept()).toBe('EUR');
  notices.undoAnyway();
  await vi.waitFor(async () => expect(await kept()).toBeUndefined());
});

it('tells what could not be kept, and offers nothing to undo', async () => {
  await choice.choose(999, 'GBP');
  expect(choice.failure).toMatchObject({ code: 'dataset-missing' });
  expect(notices.offer).toBeNull();
  await choice.choose(id, 'GBP');
  expect(choice.failure).toBeNull();
});
