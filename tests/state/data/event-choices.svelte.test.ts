import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, expect, it, vi } from 'vitest';
import { EventChoices } from '#state/data/event-choices.svelte.ts';
import { Notices } from '#state/base/notices.svelte.ts';
import { loadDatasetSummary, saveDataset } from '#storage/data/datasets.ts';
import { launchTable } from '../../support/launch-table.ts';
import { noSource } from '../../support/source.ts';

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
  choices = new EventChoices(notices, words);
});

const words = {
  market: (market: string | null) => market ?? 'none',
  events: (events: readonly string[]) => events.join(' and ') || 'none',
};

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

it('asks before it undoes what another tab has chosen since, and says both', async () => {
  // As another tab does it: its own offer to undo is none of this one's.
  const other = new EventChoices(new Notices(), words);
  await choices.chooseMarket(id, 'GB');
  await choices.chooseMarket(id, null);
  await other.chooseMarket(id, 'DE');
  notices.undo();
  const asked = 'Another window has since changed this. Now: DE. After undoing: GB.';
  await expect.poll(() => notices.question?.text).toBe(asked);
  expect(await said()).toEqual({ market: 'DE' });
  notices.undoAnyway();
  await vi.waitFor(async () => expect(await said()).toEqual({ market: 'GB' }));

  await choices.sayFits(id, 'Mug', ['easter']);
  await other.sayFits(id, 'Jug', ['winter']);
  await other.sayFits(id, 'Mug', ['easter', 'winter']);
  notices.undo();
  await expect
    .poll(() => notices.question?.text)
    .toBe(
      'Another window has since changed this. Now: easter and winter. After undoing: the default.',
    );
  notices.undoAnyway();
  await vi.waitFor(async () => expect((await said())?.editsByTitle).toEqual({ Jug: ['winter'] }));
});

it('undoes what another tab has not touched, without asking', async () => {
  const other = new EventChoices(new Notices(), words);
  await choices.sayFits(id, 'Mug', ['easter']);
  await other.sayFits(id, 'Jug', ['winter']);
  await other.chooseMarket(id, 'DE');
  notices.undo();
  const left = { market: 'DE', editsByTitle: { Jug: ['winter'] } };
  await vi.waitFor(async () => expect(await said()).toEqual(left));
  expect(notices.question).toBeNull();
});

it('tells what could not be kept, and offers nothing to undo', async () => {
  await choices.chooseMarket(999, 'GB');
  expect(choices.failure).toMatchObject({ code: 'dataset-missing' });
  expect(notices.offer).toBeNull();
  await choices.chooseMarket(id, 'GB');
  expect(choices.failure).toBeNull();
});
