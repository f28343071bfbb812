import { describe, expect, it } from 'vitest';
import { launchFinder } from '#core/reports/find-launch.ts';
import { LaunchWindow } from '#core/reports/launch-window.ts';
import type { Subject } from '#core/reports/subjects.ts';
import { derivedLaunch } from '../../support/derived-launch.ts';

const launches = [
  derivedLaunch({ productId: 'mug', title: 'Blue Mug', launchDay: 100 }),
  derivedLaunch({ productId: 'dress', title: 'Linen Dress', launchDay: 300 }),
];
const counted = launches.map((launch) => ({ launch, window: new LaunchWindow(launch, 28, 'ads') }));
const find = launchFinder(
  counted,
  new Map([
    ['sku-1', 'mug'],
    ['blue mug', 'mug'],
    ['old', 'lamp'],
  ]),
);
const subject = (facts: Partial<Subject>, from = 100): Subject => ({
  ...{ name: 'x', ids: [], words: '' },
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
    expect(find(subject({ words }, 100))).toEqual({ how: 'unmatched' });
    expect(find(subject({ words: 'Brand' }))).toEqual({ how: 'unmatched' });
  });
});
