import { expect, it } from 'vitest';
import { tally } from '#components/words/counts.ts';
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
import type { VariantPlan } from '#core/planning/variants/variant-plan.ts';
import { m } from '#messages';

const draft = { sizes: 'S, M, L', options: '', packSize: null, minimum: null, assortment: '' };
const row = {
  ...{ name: 'M', share: 0.42, low80: 0.31, high80: 0.53, units: 20, packs: 20, isSet: false },
};
const basis = {
  ...{ sizes: { kind: 'category', launches: 12, units: 480 } as const, knowsOptions: null },
  optionLaunches: 0,
};
const rows = [{ ...row, name: 'S', share: 0.2 }, row];
const plan = { rows, units: 40, packs: [], shares: [], basis };

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
  const errors = (change: Partial<typeof draft>) => draftErrors({ ...draft, ...change });
  const many = Array.from({ length: 201 }, (_, i) => `S${i}`).join(',');
  const tooMany = m.variants_error_many({ count: '201', text: '200' });
  const uneven = m.variants_error_assortment();
  expect(errors({})).toEqual({});
  expect(errors({ sizes: 'M' })).toEqual({ sizes: m.variants_error_few() });
  expect(errors({ sizes: many })).toEqual({ sizes: tooMany });
  for (const typed of ['1-2', 'some'])
    expect(errors({ assortment: typed })).toEqual({ assortment: uneven });
});

it('opens with what sells most, or that nothing is known', () => {
  const most = 'M is expected to sell most: 42% of demand';
  expect(splitFinding(plan)).toBe(most);
  const none = { ...basis, sizes: { kind: 'none', launches: 0, units: 0 } as const };
  expect(splitFinding({ ...plan, basis: none })).toBe(m.variants_equal());
  expect(splitFinding({ ...plan, basis: { ...none, sizes: null } })).toBe(m.variants_equal());
  expect(splitFinding({ ...plan, basis: { ...none, knowsOptions: true } })).toBe(most);
});

it('says what shares rest on', () => {
  const of = (change: Partial<VariantPlan['basis']>, category = 'Dresses') =>
    basisWords({ ...plan, basis: { ...basis, ...change } }, category);
  const ofSizes = (kind: 'system' | 'shape' | 'none', category?: string) =>
    of({ sizes: { ...basis.sizes, kind } }, category);
  const launches = m.format_launches(tally(12));
  const known = { launches, units: m.format_units(tally(480)) };
  expect(of({})).toEqual(['The size curve comes from 12 launches of Dresses that sold 480 units.']);
  expect(of({}, '')).toEqual([m.variants_from_shop(known)]);
  expect(ofSizes('system')).toEqual([m.variants_from_system(known)]);
  expect(ofSizes('system', '')).toEqual([m.variants_from_shop(known)]);
  expect(ofSizes('shape')).toEqual([m.variants_from_shape({ launches })]);
  expect(ofSizes('none')).toEqual([m.variants_from_none()]);
  const coloured = { sizes: null, knowsOptions: true, optionLaunches: 12 };
  expect(of(coloured)).toEqual([m.variants_colours_known({ launches })]);
  expect(of({ ...coloured, knowsOptions: false })).toEqual([m.variants_colours_none()]);
});

it('says what is left over, and what is too much', () => {
  expect(restWords(40, 40)).toBeNull();
  expect(restWords(36, 40)).toBe(m.variants_rest({ text: '36', stock: '40' }));
  expect(restWords(44, 40)).toBe(m.variants_over({ text: '44', stock: '40' }));
});

it('writes shares with their range, and packs by colour', () => {
  expect(shareWords(row)).toBe('42% (31\u2060–\u206053%)');
  expect(packWords(plan)).toBe('');
  const packs = (...options: string[]) =>
    packWords({ ...plan, packs: options.map((option, i) => ({ option, count: 3 + i })) });
  expect(packs('Red', 'Blue')).toBe('Assortment packs: Red: 3 and Blue: 4');
  expect(packs('')).toBe(m.variants_packs_of({ list: '3' }));
});
