import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { Looks } from '#core/launch/looks.ts';
import { splitByTime } from '#core/model/features/time-split.ts';
import { seededRandom } from '#core/base/random.ts';
import type { EngineSession } from '#learning/session.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { canTryLooks, settleLooks } from '#workers/model/gates/choose-looks.ts';
import { fitRequest } from '../../../support/fit-request.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { sampleLook } from '../../../support/looks.ts';

let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());

const random = seededRandom(11);
const kinds = Array.from({ length: 400 }, () => random());
const table = launchTable(
  kinds.map((kind, i) => ({
    day: dayFromCalendar(2022, 1, 1) + i,
    title: `thing ${i}`,
    units: Math.round(20 + 200 * kind + 20 * random()),
  })),
);
const split = splitByTime(table);

function looksOf(says: (row: number) => number, rows: Iterable<number>): Looks {
  return new Map(
    Array.from(rows, (row) => {
      const angle = says(row);
      return [table.title[row]!, sampleLook(Float32Array.of(Math.cos(angle), Math.sin(angle)))];
    }),
  );
}
const telling = (row: number) => kinds[row]!;
const idle = (row: number) => ((row * 7919) % 1_000) / 1_000;
const settled = (looks: Looks | undefined) =>
  settleLooks(fitRequest({ ...table, looks }, engine), split);

it('keeps pictures that tell the units', async () => {
  const { looks, table: kept } = await settled(looksOf(telling, table.title.keys()));
  expect(looks).toMatchObject({ isKept: true, judgedOn: 3 * split.validation.length });
  expect(looks!.withR2).toBeGreaterThan(looks!.withoutR2 + 0.3);
  expect(kept.learnsLooks).toBe(true);
});

it('leaves pictures that say nothing', async () => {
  const { looks, table: left } = await settled(looksOf(idle, table.title.keys()));
  expect(looks?.isKept).toBe(false);
  expect(left.learnsLooks).toBe(false);
});

it('decides by marks alone before the image encoder has read a picture', async () => {
  const marked: Looks = new Map(
    table.title.map((title, row) => [
      title,
      sampleLook(undefined, { isPatterned: kinds[row]! > 0.5 }),
    ]),
  );
  expect((await settled(marked)).looks?.isKept).toBe(true);
});

it('does not try with few pictured launches, earlier or later, nor with none', async () => {
  const few = looksOf(telling, split.training.slice(-35));
  expect(await settled(few)).toMatchObject({ looks: null, table: { learnsLooks: false } });
  const onlyEarlier = looksOf(telling, split.training);
  expect(canTryLooks({ ...table, looks: onlyEarlier })).toBe(false);
  expect(canTryLooks({ ...table, looks: looksOf(telling, table.title.keys()) })).toBe(true);
  expect((await settled(new Map())).looks).toBeUndefined();
  expect((await settled(undefined)).looks).toBeUndefined();
});
