import { expect, it } from 'vitest';
import { outcomesInTable, splitListCsv } from '#core/evaluation/split-test/split-file.ts';
import { armOf, HELD_OUT, NO_ARM, SENT } from '#core/evaluation/split-test/split-arms.ts';

const test = { salt: 's', design: { usualShare: 0.1, uplift: 0.02, heldOutShare: 0.5, looks: 1 } };

it('writes each key with its arm, and reads the arms again', () => {
  const keys = Array.from({ length: 40 }, (_, i) => `${i}@shop.example`);
  const lines = splitListCsv(test, { header: 'Email', keys }).trim().split('\r\n');
  expect(lines[0]).toBe('Email,group');
  const cells = lines.slice(1).map((line) => line.split(','));
  const table = {
    headers: ['Email', 'group', 'Orders'],
    columns: [cells.map(([key]) => key!), cells.map(([, arm]) => arm!), keys.map(() => '1')],
  };
  const read = outcomesInTable(table, '.');
  if (typeof read === 'string') throw new Error(read);
  expect([...read.arm]).toEqual(keys.map((key) => armOf(test, key)));
});

it('reads a table of results: arms, orders, sales and segments', () => {
  const read = outcomesInTable(
    {
      headers: ['Group', 'Converted', 'Total spent', 'Segment'],
      columns: [
        ['Treatment', 'control', 'Control', 'constructor', 'treatment'],
        ['yes', '0', '2', '1', ''],
        ['€12,50', '', '8', '3', '0'],
        ['new', 'lapsed', 'new', 'new', ''],
      ],
    },
    ',',
  );
  if (typeof read === 'string') throw new Error(read);
  expect([...read.arm]).toEqual([SENT, HELD_OUT, HELD_OUT, NO_ARM, SENT]);
  expect([...read.ordered]).toEqual([1, 0, 1, 1, 0]);
  expect([...read.sales]).toEqual([12.5, 0, 8, 3, 0]);
  expect([...read.group].map((place) => read.groups[place])).toEqual([
    'new',
    'lapsed',
    'new',
    'new',
    '',
  ]);
});

it('says what a table lacks', () => {
  expect(outcomesInTable({ headers: ['a'], columns: [['send', 'send']] }, '.')).toBe('no-arms');
  expect(outcomesInTable({ headers: ['a'], columns: [['send', 'hold out']] }, '.')).toBe(
    'no-orders',
  );
});
