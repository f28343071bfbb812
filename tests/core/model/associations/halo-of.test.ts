import { describe, expect, it } from 'vitest';
import type { Associations, HaloEffect } from '#core/model/associations/associations.ts';
import { haloOf } from '#core/model/associations/halo-of.ts';

const effect = (launched: string, other: string): HaloEffect => ({
  ...{ launched, other, units: 18, low90: 4, high90: 35 },
  ...{ launchCount: 12, otherPrice: 5 },
});

const study: Associations = {
  ...{ orderCount: 900, basketCount: 400, firstDay: 0, lastDay: 700, grouping: 'category' },
  ...{ together: [], groupsTogether: [] },
  halo: {
    ...{ launchCount: 40, weeks: 8, testedPairs: 12 },
    effects: [effect('Mugs', 'Tea'), effect('Tea', 'Mugs'), effect('Mugs', 'Spoons')],
    launchedGroups: [
      {
        name: 'Mugs',
        words: [
          { word: 'mug', weight: 0.9 },
          { word: 'blue', weight: 0.2 },
        ],
      },
      {
        name: 'Tea',
        words: [
          { word: 'tea', weight: 0.9 },
          { word: 'green', weight: 0.4 },
        ],
      },
    ],
  },
};

describe('the halo of a new product', () => {
  const others = (category: string, title: string, of = study): string[] =>
    haloOf(of, { category, title }).map(({ other }) => other);

  it('is that of its category, however it is spelt', () => {
    expect(others('mugs ', 'Green tea for two')).toEqual(['Tea', 'Spoons']);
  });

  it('is that of the launches its title is like where its category was not launched', () => {
    expect(others('Drinks', 'Green tea')).toEqual(['Mugs']);
    expect(others('', 'Blue mug')).toEqual(['Tea', 'Spoons']);
  });

  it('is none where no launches are like it', () => {
    expect(others('Lamps', 'Desk lamp with a blue shade')).toEqual([]);
    expect(others('', '')).toEqual([]);
  });

  it('goes by the last word of the title where groups are themes', () => {
    const { halo } = study;
    const effects = [effect('mug', 'pot'), effect('tea', 'mug')];
    const themes: Associations = {
      ...study,
      grouping: 'theme',
      halo: { ...halo, effects, launchedGroups: [] },
    };
    expect(others('Tea', 'Two MUGS', themes)).toEqual(['pot']);
  });
});
