import { describe, expect, it } from 'vitest';
import { movedBy } from '#components/ui/tables/grid-movement.ts';

const view = { rowCount: 100, columnCount: 5, pageRows: 10, isRightToLeft: false };
const from = (row: number, column: number) => ({ row, column });

describe('movedBy', () => {
  it.each([
    { key: 'ArrowDown', start: from(3, 2), gives: from(4, 2) },
    { key: 'ArrowUp', start: from(0, 2), gives: from(-1, 2) },
    { key: 'ArrowUp', start: from(-1, 2), gives: from(-1, 2) },
    { key: 'ArrowDown', start: from(99, 2), gives: from(99, 2) },
    { key: 'ArrowRight', start: from(3, 4), gives: from(3, 4) },
    { key: 'ArrowLeft', start: from(3, 2), gives: from(3, 1) },
    { key: 'Home', start: from(3, 2), gives: from(3, 0) },
    { key: 'End', start: from(3, 2), gives: from(3, 4) },
    { key: 'PageDown', start: from(95, 2), gives: from(99, 2) },
    { key: 'PageUp', start: from(3, 2), gives: from(0, 2) },
    { key: 'PageUp', start: from(-1, 2), gives: from(-1, 2) },
  ])('goes with $key from $start to $gives', ({ key, start, gives }) => {
    expect(movedBy({ key, withControl: false }, start, view)).toEqual(gives);
  });

  it('goes to the first and the last cell of all with Control', () => {
    expect(movedBy({ key: 'Home', withControl: true }, from(7, 3), view)).toEqual(from(0, 0));
    expect(movedBy({ key: 'End', withControl: true }, from(7, 3), view)).toEqual(from(99, 4));
  });

  it('turns left and right over where text runs from right to left', () => {
    const turned = { ...view, isRightToLeft: true };
    expect(movedBy({ key: 'ArrowLeft', withControl: false }, from(0, 1), turned)).toEqual(
      from(0, 2),
    );
  });

  it('stays in the header of a table without rows', () => {
    const empty = { ...view, rowCount: 0 };
    expect(movedBy({ key: 'ArrowDown', withControl: false }, from(-1, 0), empty)).toEqual(
      from(-1, 0),
    );
    expect(movedBy({ key: 'End', withControl: true }, from(-1, 0), empty)).toEqual(from(-1, 4));
  });

  it('leaves other keys to the page', () => {
    expect(movedBy({ key: 'a', withControl: false }, from(0, 0), view)).toBeNull();
    expect(movedBy({ key: 'toString', withControl: false }, from(0, 0), view)).toBeNull();
  });
});
