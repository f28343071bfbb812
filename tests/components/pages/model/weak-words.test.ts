import { expect, it } from 'vitest';
import { comparedGroups, weakWords } from '#components/pages/model/weak-words.ts';
import type { WeakGroup } from '#core/evaluation/scorecard/weak-groups.ts';
import { inChinese } from '../../../support/in-chinese.ts';

const range = (expected: number) => ({
  ...{ expected, low80: expected - 0.1, high80: expected + 0.1 },
  ...{ low50: expected - 0.05, high50: expected + 0.05 },
});
const group: WeakGroup = {
  ...{ dimension: 'channel', key: 'Email', count: 12, wape: range(0.62) },
  ...{ above: 0.5, knownCount: 12, aboveRange: [0.3, 0.7] },
};
const found = { all: range(0.38), compared: 14, weak: [group] };

it('names a weak group with its error, its range, its number of launches and the error of all', () => {
  expect(weakWords(group, found)).toBe(
    'Launches on Email: off by 62% (likely 52%⁠–⁠72%), measured on 12 launches. All unseen launches: 38%.',
  );
  expect(inChinese(() => weakWords(group, found))).toContain('“Email”上的上新：误差 62%');
  expect(weakWords({ ...group, dimension: 'month', key: '3' }, found)).toContain('Launches in Mar');
  expect(weakWords({ ...group, dimension: 'price', key: '12', to: 20 }, found)).toContain('12');
});

it('says how many groups were compared, also where none is clearly worse', () => {
  expect(comparedGroups(found)).toMatch(/^Out of 14 groups/);
  expect(comparedGroups({ ...found, weak: [] })).toMatch(/^None of 14 groups/);
});
