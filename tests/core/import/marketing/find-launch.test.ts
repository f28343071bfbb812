import { describe, expect, it } from 'vitest';
import type { KnownProducts } from '#core/import/derivation/known-products.ts';
import { launchFinder } from '#core/import/marketing/find-launch.ts';
import { LaunchWindow } from '#core/import/marketing/launch-window.ts';
import type { Subject } from '#core/import/marketing/report-subjects.ts';
import { derivedLaunch } from '../../../support/derived-launch.ts';

const launches = [
  derivedLaunch({ productId: 'mug', title: 'Blue Mug', launchDay: 100 }),
  derivedLaunch({ productId: 'dress', title: 'Linen Dress', launchDay: 300 }),
];
const counted = launches.map((launch) => ({ launch, window: new LaunchWindow(launch, 28, 'ads') }));
const known: KnownProducts = {
  byName: new Map([
    ['sku-1', 'mug'],
    ['blue mug', 'mug'],
    ['old', 'lamp'],
    ['parent', null],
  ]),
  ofTitle: new Map([
    ['Blue Mug', 'mug'],
    ['Linen Dress Classic', 'classic'],
  ]),
};
const find = launchFinder({ launches: counted, known, subjects: [] });
const subject = (facts: Partial<Subject>, from = 100): Subject => ({
  ...{ key: 'x', name: 'x', ids: [], words: '' },
  entries: [{ from, until: from + 6, spend: 1, impressions: NaN, clicks: NaN }],
  ...facts,
});

describe('launchFinder', () => {
  it('knows a product by a number or by its whole name, whatever its case', () => {
    const byName = { how: 'name', counted: counted[0] };
    expect(find(subject({ ids: ['unknown', 'SKU-1'], words: 'Linen Dress' }))).toEqual(byName);
    expect(find(subject({ words: ' blue  MUG ' }))).toEqual(byName);
  });

  it('sends what is about another product, or about other days, elsewhere', () => {
    expect(find(subject({ ids: ['OLD'] }))).toEqual({ how: 'elsewhere' });
    expect(find(subject({ ids: ['SKU-1'] }, 200))).toEqual({ how: 'elsewhere' });
  });

  it('finds by words only launches whose days fit', () => {
    const words = 'Dress of linen, spring';
    expect(find(subject({ words }, 290))).toMatchObject({ how: 'words', counted: counted[1] });
    expect(find(subject({ words }, 100))).toEqual({ how: 'elsewhere' });
    expect(find(subject({ words: 'Blue mugs: mug' }, 300))).toEqual({ how: 'unmatched' });
    expect(find(subject({ words: 'Brand' }))).toEqual({ how: 'unmatched' });
  });

  it('leaves to other products what is rather about them', () => {
    const words = 'Linen dress classic / retargeting';
    expect(find(subject({ words }, 290))).toEqual({ how: 'elsewhere' });
    expect(find(subject({ words: 'Linen dress / retargeting' }, 290))).toMatchObject({
      ...{ how: 'words', counted: counted[1] },
    });
  });

  it('takes an unknown number for another product where the report numbers as the orders do', () => {
    const unknown = subject({ ids: ['SKU-7'], words: 'Blue mug, boxed' });
    expect(find(unknown)).toMatchObject({ how: 'words', isSure: true });
    const subjects = [subject({ ids: ['SKU-1'] }), unknown];
    const findNumbered = launchFinder({ launches: counted, known, subjects });
    expect(findNumbered(unknown)).toEqual({ how: 'elsewhere' });
  });

  it('is not sure of a name that several products have', () => {
    const several = subject({ ids: ['PARENT'], words: 'Blue mug, boxed' });
    expect(find(several)).toMatchObject({ how: 'words', counted: counted[0], isSure: false });
  });
});
