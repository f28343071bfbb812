import { expect, it } from 'vitest';
import { comparedGroups, weakWords } from '#components/pages/model/weak-words.ts';
import { tally } from '#components/words/counts.ts';
import type { WeakGroup } from '#core/evaluation/scorecard/weak-groups.ts';
import { m } from '#messages';

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
    'Launches on Email: off by 62% (likely 52%\u2060–\u206072%), measured on 12 launches. All unseen launches: 38%.',
  );
});

it('names a group by what it is of', () => {
  const errors = { share: '62%', range: '52%\u2060–\u206072%', all: '38%' };
  const of = (name: string) =>
    m.model_weak_group({ ...errors, group: name, launches: m.format_launches(tally(12)) });
  const said = (change: Partial<WeakGroup>) => weakWords({ ...group, ...change }, found);
  const price = m.model_weak_price({ name: '12.00\u2060–\u206020.00' });
  expect(said({ dimension: 'category' })).toBe(of(m.model_weak_category({ name: 'Email' })));
  expect(said({ dimension: 'month', key: '3' })).toBe(of(m.model_weak_month({ month: 'Mar' })));
  expect(said({ dimension: 'price', key: '12', to: 20 })).toBe(of(price));
});

it('says how many groups were compared, also where none is clearly worse', () => {
  expect(comparedGroups(found)).toBe(m.model_weak_note(tally(14)));
  expect(comparedGroups({ ...found, weak: [] })).toBe(m.model_weak_none(tally(14)));
});
