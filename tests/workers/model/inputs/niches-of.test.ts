import { expect, it } from 'vitest';
import { nichesOf } from '#workers/model/inputs/niches-of.ts';
import { marketNiche, nichesFile } from '../../../support/niches.ts';

const files = [nichesFile([marketNiche({ name: 'table lamps' }), marketNiche({ name: 'rugs' })])];

it('gives the niche of each category that has one, sold or not', () => {
  const found = nichesOf({ files, nicheChoices: {} }, ['Rugs', 'Table lamp', 'Clocks', '', 'Rugs']);
  expect([...found].map(([category, { name }]) => [category, name])).toEqual([
    ['Rugs', 'rugs'],
    ['Table lamp', 'table lamps'],
  ]);
});

it('follows what the seller chose', () => {
  const found = nichesOf({ files, nicheChoices: { Clocks: 'rugs', Rugs: '' } }, ['Rugs', 'Clocks']);
  expect([...found].map(([category, { name }]) => [category, name])).toEqual([['Clocks', 'rugs']]);
});
