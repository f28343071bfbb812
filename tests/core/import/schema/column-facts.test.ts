import { describe, expect, it } from 'vitest';
import { columnFacts } from '#core/import/schema/column-facts.ts';

const factsOf = (...cells: readonly string[]) =>
  columnFacts(
    ['column'],
    cells.map((cell) => [cell]),
  ).get('column');
const times = (count: number, cell: string) => Array<string>(count).fill(cell);

describe('columnFacts', () => {
  it('gives the range of numbers, in their unit, and the share of rows that have one', () => {
    expect(factsOf('0,1 kg', '3,4 kg', '', '1,2 kg')).toEqual({
      ...{ kind: 'numbers', filledShare: 0.75, lack: null },
      range: { low: 0.1, high: 3.4, unit: 'kg' },
    });
  });

  it('counts the different texts', () => {
    const facts = { kind: 'texts', valueCount: 2, filledShare: 0.75, lack: null };
    expect(factsOf('Oak', ' Oak ', 'Elm', '')).toEqual(facts);
  });

  it('tells a column that is the same in 99% of rows, numbers too, and one that is empty', () => {
    expect(factsOf(...times(99, '4'), '5')).toEqual({ kind: 'same', text: '4', share: 0.99 });
    expect(factsOf(...times(99, ''), 'Oak')).toEqual({ kind: 'same', text: '', share: 0.99 });
    expect(factsOf(...times(98, 'Oak'), 'Elm', 'Elm')).toMatchObject({ kind: 'texts' });
  });

  it('gives the range of dates that the proposal found', () => {
    const range = { first: 19_000, last: 19_100, lack: null };
    const rows = [['2022-01-08'], [''], ['2022-04-18'], ['2022-02-01']];
    expect(columnFacts(['made'], rows, { dates: new Map([['made', range]]) }).get('made')).toEqual({
      ...{ kind: 'dates', range, filledShare: 0.75 },
    });
  });

  it('reads short rows as empty cells, and no rows as nothing', () => {
    const facts = columnFacts(['a', '__proto__'], [['Oak', '1'], ['Elm']]);
    expect(facts.get('__proto__')).toMatchObject({ kind: 'numbers', filledShare: 0.5 });
    expect(columnFacts(['a'], [])).toEqual(new Map());
  });
});
