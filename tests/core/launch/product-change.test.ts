import { describe, expect, it } from 'vitest';
import type { NewProduct } from '#core/launch/new-product.ts';
import {
  productConflicts,
  withoutChanges,
  type ProductChange,
} from '#core/launch/product-change.ts';
import { sampleProduct } from '../../support/ranking.ts';

const mug = sampleProduct({ id: 'M-1', title: 'Mug', category: 'Mgus', listPrice: 5 });
const spelt: ProductChange = {
  ...{ id: 'M-1', place: 0, before: mug, after: { ...mug, category: 'Mugs' } },
};
const removed: ProductChange = { ...{ id: 'M-1', place: 0, before: mug, after: null } };
const noId = () => expect.unreachable('no ID is asked for');

interface Case {
  readonly says: string;
  readonly change: ProductChange;
  readonly now: readonly NewProduct[];
  readonly undone: readonly NewProduct[];
  readonly isAsked?: boolean;
}

const cases: readonly Case[] = [
  { says: 'as it was left', change: spelt, now: [spelt.after!], undone: [mug] },
  {
    ...{ says: 'with another price', change: spelt },
    now: [{ ...spelt.after!, listPrice: 9 }],
    undone: [{ ...mug, listPrice: 9 }],
  },
  {
    ...{ says: 'spelt anew, with another price', change: spelt, isAsked: true },
    now: [{ ...mug, category: 'Cups', listPrice: 9 }],
    undone: [{ ...mug, listPrice: 9 }],
  },
  { says: 'as it was before already', change: spelt, now: [mug], undone: [mug] },
  { says: 'gone after it was spelt', change: spelt, now: [], undone: [] },
  { says: 'gone', change: removed, now: [], undone: [mug] },
  { says: 'there again', change: removed, now: [mug], undone: [mug] },
  {
    ...{ says: 'there again with another price', change: removed, isAsked: true },
    now: [{ ...mug, listPrice: 9 }],
    undone: [mug],
  },
];

describe('a change to a product', () => {
  it.each(cases)(
    'is taken back from a product that is $says',
    ({ change, now, undone, isAsked }) => {
      expect(withoutChanges(now, [change], noId)).toEqual(undone);
      const asked = { now: now[0], undone: undone[0] };
      expect(productConflicts([change], now)).toEqual(isAsked ? [asked] : []);
    },
  );

  it('gives a product that is put back a new ID where Debut gave its own to another', () => {
    const before = { ...mug, id: 'new-1' };
    const other = sampleProduct({ id: 'new-1', title: 'Lamp' });
    const change = { ...removed, id: 'new-1', before };
    expect(productConflicts([change], [other])).toEqual([]);
    const undone = withoutChanges([other], [change], () => 'new-2');
    expect(undone).toEqual([{ ...before, id: 'new-2' }, other]);
  });
});
