import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { splitByTime } from '#core/model/features/time-split.ts';
import { textsToEmbed, type TextEmbeddings } from '#core/base/text/text-embeddings.ts';
import { seededRandom } from '#core/base/random.ts';
import type { EngineSession } from '#learning/session.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { chooseMeaning, settleMeaning } from '#workers/model/gates/choose-meaning.ts';
import { decidingRows } from '#workers/model/gates/compare-inputs.ts';
import { fitRequest } from '../../../support/fit-request.ts';
import { launchTable } from '../../../support/launch-table.ts';

let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());

const random = seededRandom(7);
const kinds = Array.from({ length: 1_400 }, () => random());
const table = launchTable(
  kinds.map((kind, i) => ({
    day: dayFromCalendar(2020, 1, 1) + i,
    title: `thing ${i}`,
    units: Math.round(20 + 200 * kind + 20 * random()),
  })),
);
const split = splitByTime(table);

/** Embeddings that tell the units, or say nothing of them; words mean nothing. */
function embeddings(says: (row: number) => number, rows: Iterable<number>): TextEmbeddings {
  const titles = new Map(Array.from(rows, (row) => [table.title[row]!, says(row)]));
  const texts = textsToEmbed({ titles: [...titles.keys()], wordsOf: table.title });
  return new Map(
    texts.map((text) => {
      const angle = titles.get(text);
      const values = new Float32Array(512);
      if (angle !== undefined) values.set([Math.cos(angle), Math.sin(angle)]);
      return [text, values];
    }),
  );
}
const telling = (row: number) => kinds[row]!;
const idle = (row: number) => ((row * 7919) % 1_000) / 1_000;
const request = (says: (row: number) => number, rows: Iterable<number> = table.title.keys()) =>
  fitRequest({ ...table, embeddings: embeddings(says, rows) }, engine);

it.each([
  { says: telling, isKept: true },
  { says: idle, isKept: false },
])('decides by the deciding rows alone, to the last bit: $isKept', async ({ says, isKept }) => {
  const deciding = decidingRows(split);
  expect(deciding.length).toBeLessThan(table.rowCount - split.test.length + 1);
  const all = await chooseMeaning(request(says), split);
  expect(await chooseMeaning(request(says, deciding), split)).toEqual(all);
  expect(all?.isKept).toBe(isKept);
});

it('reads the other titles where meaning helps', async () => {
  const all = embeddings(telling, table.title.keys());
  const readOthers = () => Promise.resolve(all);
  const given = { ...request(telling, decidingRows(split)), readOthers };
  const settled = await settleMeaning(given, split);
  expect(settled).toMatchObject({ meaning: { isKept: true }, readOthers: undefined });
  expect(settled.table.embeddings).toBe(all);
  expect(settled.table.learnsMeaning).toBe(true);
});

it('leaves the other titles where meaning does not help', async () => {
  const readOthers = () => Promise.reject(new Error('expected not to be asked'));
  const given = { ...request(idle, decidingRows(split)), readOthers };
  const settled = await settleMeaning(given, split);
  expect(settled).toMatchObject({ meaning: { isKept: false }, readOthers });
  expect(settled.table.embeddings).toBe(given.table.embeddings);
  expect(settled.table.learnsMeaning).toBe(false);
});

it('learns no meaning where the other titles cannot be read any more', async () => {
  const readOthers = () => Promise.resolve(undefined);
  const given = { ...request(telling, decidingRows(split)), readOthers };
  const settled = await settleMeaning(given, split);
  expect(settled).toMatchObject({ meaning: null, readOthers });
  expect(settled.table.learnsMeaning).toBe(false);
});
