import { expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { splitByTime } from '#core/model/features/time-split.ts';
import type { NamesByMeaning, TextEmbeddings } from '#core/base/text/text-embeddings.ts';
import { readLaunchNames } from '#workers/model/train/read-launch-names.ts';
import type { NamesRead } from '#workers/text/read-names.ts';
import { launchTable } from '../../../support/launch-table.ts';

const FIRST_DAY = dayFromCalendar(2020, 1, 1);
const EMBEDDINGS: TextEmbeddings = new Map([['mug', new Float32Array(512)]]);

/** Launches in the reverse order of time, with names of about so many letters. */
const shop = (count: number, letters: number) =>
  launchTable(
    Array.from({ length: count }, (_, i) => ({
      day: FIRST_DAY + count - i,
      title: `Mug ${i} ${'long '.repeat(letters / 5)}`,
      units: i,
    })),
  );

function listener(reading: NamesRead['reading'] = 'embeddings') {
  const asked: (NamesByMeaning & { readonly later?: number | undefined })[] = [];
  const read = (names: NamesByMeaning): Promise<NamesRead> => {
    asked.push(names);
    const embeddings = reading === 'embeddings' ? EMBEDDINGS : undefined;
    return Promise.resolve({ reading, embeddings });
  };
  return { asked, read };
}

it('reads all titles at once where they are few or short', async () => {
  for (const table of [shop(300, 200), shop(4_000, 15)]) {
    const { asked, read } = listener();
    const found = await readLaunchNames(table, { read, mayLeave: true });
    expect(asked).toEqual([{ titles: table.title }]);
    expect(found).toEqual({ reading: 'embeddings', embeddings: EMBEDDINGS });
  }
});

it('reads first the titles that decide, and the words of all, where titles are many and long', async () => {
  const table = shop(3_000, 200);
  const { asked, read } = listener();
  const found = await readLaunchNames(table, { read, mayLeave: true });
  const { training, validation, test } = splitByTime(table);
  const deciding = [...training.slice(-1_000), ...validation];
  const titles = deciding.map((row) => table.title[row]!);
  expect(asked).toEqual([{ titles, wordsOf: table.title, later: 3_000 - deciding.length }]);
  expect(titles).not.toContain(table.title[test[0]!]);
  expect(found.embeddings).toBe(EMBEDDINGS);
  expect(await found.readOthers?.()).toBe(EMBEDDINGS);
  expect(asked[1]).toEqual({ titles: table.title });
});

it('reads a name that many launches have once', async () => {
  const table = shop(3_000, 200);
  const title = table.title.map((_, row) => table.title[row % 50]!);
  const { asked, read } = listener();
  await readLaunchNames({ ...table, title }, { read, mayLeave: true });
  expect(asked).toEqual([{ titles: title }]);
});

it('reads all titles where something else needs them', async () => {
  const table = shop(3_000, 200);
  const { asked, read } = listener();
  const found = await readLaunchNames(table, { read, mayLeave: false });
  expect(asked).toEqual([{ titles: table.title }]);
  expect(found.readOthers).toBeUndefined();
});

it('asks for no more where the language model cannot read', async () => {
  const { asked, read } = listener('unreachable');
  const found = await readLaunchNames(shop(3_000, 200), { read, mayLeave: true });
  expect(found).toEqual({ reading: 'unreachable', embeddings: undefined });
  expect(asked).toHaveLength(1);
});
