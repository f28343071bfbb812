import { expect, it } from 'vitest';
import { benjaminiHochberg } from '#core/model/associations/benjamini-hochberg.ts';
import references from '../../../support/references/associations.json' with { type: 'json' };

it('adjusts chances as statsmodels does', () => {
  const { chances, raised } = references.benjaminiHochberg;
  benjaminiHochberg(chances).forEach((chance, k) => expect(chance).toBeCloseTo(raised[k]!, 12));
});

it('leaves a single chance as it is, and none where there is none', () => {
  expect(benjaminiHochberg([0.03])).toEqual([0.03]);
  expect(benjaminiHochberg([])).toEqual([]);
});
