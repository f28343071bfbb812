import { expect, it } from 'vitest';
import { jittered, joinRows } from '#core/model/outcomes/augment.ts';
import { buildTrainingRows } from '#core/model/outcomes/training-rows.ts';
import { seededRandom } from '#core/base/random.ts';
import { encodingOf, funnelRow } from '../../../support/encoded-launches.ts';
import { allRows, launchTable } from '../../../support/launch-table.ts';

const table = launchTable(
  Array.from({ length: 400 }, (_, i) => ({ ...funnelRow(i), title: 'Red Tea Mug 4' })),
);

it('moves launches by up to a week either way and leaves out a fifth of the words', () => {
  const moved = jittered(table, seededRandom(1));
  const days = moved.launchDay.map((day, i) => day - table.launchDay[i]!);
  expect([Math.min(...days), Math.max(...days)]).toEqual([-7, 7]);
  const words = moved.title.flatMap((title) => title.split(' ').filter(Boolean));
  expect(Math.abs(words.length / 1600 - 0.8)).toBeLessThan(0.04);
  expect(new Set(words)).toEqual(new Set(['Red', 'Tea', 'Mug', '4']));
  expect({ ...moved, launchDay: table.launchDay, title: table.title }).toEqual(table);
  expect(jittered(table, seededRandom(1))).toEqual(moved);
});

it('puts rows behind one another', () => {
  const encoding = encodingOf(table);
  const rows = allRows(table);
  const [all, first, rest] = [rows, rows.slice(0, 150), rows.slice(150)].map((some) =>
    buildTrainingRows(table, some, encoding),
  );
  expect(joinRows(first!, rest!)).toEqual(all);
});
