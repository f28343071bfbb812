import { expect, it } from 'vitest';
import { NO_VARIANTS } from '#core/launch/product-variants.ts';
import {
  basisWords,
  choiceOf,
  draftErrors,
  draftOf,
  packWords,
  restWords,
  shareWords,
  splitFinding,
} from '#components/pages/plan/variants/variant-words.ts';

const draft = { sizes: 'S, M, L', options: '', packSize: null, minimum: null, assortment: '' };
const row = {
  ...{ name: 'M', share: 0.42, low80: 0.31, high80: 0.53, units: 20, packs: 20, isSet: false },
};
const basis = {
  ...{ sizes: { kind: 'category', launches: 12, units: 480 } as const, knowsOptions: null },
  optionLaunches: 0,
};
const plan = {
  rows: [{ ...row, name: 'S', share: 0.2 }, row],
  units: 40,
  packs: [],
  shares: [],
  basis,
};

it('takes a draft and gives it back', () => {
  const choice = choiceOf({ ...draft, packSize: 6, assortment: '1-2-1' }, { M: 4 });
  expect(choice).toEqual({
    ...{ sizes: ['S', 'M', 'L'], options: [], packSize: 6, minimum: 0 },
    ...{ assortment: [1, 2, 1], units: { M: 4 } },
  });
  expect(draftOf(choice)).toEqual({ ...draft, packSize: 6, assortment: '1-2-1' });
  expect(draftOf(NO_VARIANTS)).toEqual({ ...draft, sizes: '' });
});

it('says why a draft cannot be taken', () => {
  const many = Array.from({ length: 201 }, (_, i) => `S${i}`).join(',');
  expect(draftErrors(draft)).toEqual({});
  expect(draftErrors({ ...draft, sizes: 'M' }).sizes).toContain('two');
  expect(draftErrors({ ...draft, sizes: many }).sizes).toContain('200');
  expect(draftErrors({ ...draft, assortment: '1-2' }).assortment).toContain('each size');
  expect(draftErrors({ ...draft, assortment: 'some' }).assortment).toContain('each size');
});

it('opens with what sells most, or that nothing is known', () => {
  expect(splitFinding(plan)).toBe('M is expected to sell most: 42% of demand');
  const none = { ...basis, sizes: { kind: 'none', launches: 0, units: 0 } as const };
  expect(splitFinding({ ...plan, basis: none })).toContain('equal shares');
  expect(splitFinding({ ...plan, basis: { ...none, knowsOptions: true } })).toContain('M');
});

it('says what shares rest on', () => {
  expect(basisWords(plan, 'Dresses')).toEqual([
    'The size curve comes from 12 launches of Dresses that sold 480 units.',
  ]);
  expect(basisWords(plan, '')).toEqual([
    'The size curve comes from 12 launches that sold 480 units.',
  ]);
  const other = { ...basis, knowsOptions: false };
  expect(basisWords({ ...plan, basis: other }, 'Dresses')[1]).toContain('count alike');
});

it('says what is left over, and what is too much', () => {
  expect(restWords(40, 40)).toBeNull();
  expect(restWords(36, 40)).toContain('36 of 40 units');
  expect(restWords(44, 40)).toContain('more than the 40');
});

it('writes shares with their range, and packs by colour', () => {
  expect(shareWords(row).replaceAll('\u2060', '')).toBe('42% (31–53%)');
  expect(packWords(plan)).toBe('');
  const packs = [
    { option: 'Red', count: 3 },
    { option: 'Blue', count: 4 },
  ];
  expect(packWords({ ...plan, packs })).toBe('Assortment packs: Red: 3 and Blue: 4');
});
