import { expect, it } from 'vitest';
import { looksFact } from '#components/pages/model/looks-words.ts';
import { m } from '#messages';

const kept = { withR2: 0.482, withoutR2: 0.446, judgedOn: 70, isKept: true };
const left = { ...kept, isKept: false };

it('states what learning from pictures brings', () => {
  expect(looksFact({ looks: kept })).toBe(
    'used: explains 48.2% of the differences between later launches, 44.6% without them',
  );
});

it('says that they do not help where they do not, and that a gain may be chance', () => {
  const fact = (withR2: number, withoutR2 = 0.446) =>
    looksFact({ looks: { ...left, withR2, withoutR2 } });
  expect(fact(0.4)).toBe(m.model_looks_left({ with: '40%', without: '44.6%' }));
  expect(fact(-0.1, -0.2)).toBe(m.model_looks_left_even());
  expect(fact(0.482)).toBe(m.model_looks_unclear({ with: '48.2%', without: '44.6%' }));
});

it('says that it was not tried with few pictures, and nothing without any', () => {
  expect(looksFact({ looks: null })).toBe(m.model_looks_untried());
  expect(looksFact({})).toBeNull();
});
