import { expect, it } from 'vitest';
import { looksFact } from '#components/pages/model/looks-words.ts';
import { inChinese } from '../../../support/in-chinese.ts';

const kept = { withR2: 0.482, withoutR2: 0.446, judgedOn: 70, isKept: true };
const left = { ...kept, isKept: false };

it('states what learning from pictures brings', () => {
  expect(looksFact({ looks: kept })).toBe(
    'used: explains 48.2% of the differences between later launches, 44.6% without them',
  );
  expect(inChinese(() => looksFact({ looks: kept }))).toContain('已采用');
});

it('says that they do not help where they do not, and that a gain may be chance', () => {
  expect(looksFact({ looks: { ...left, withR2: 0.4 } })).toMatch(
    /^Pictures do not help on your launches; not used: explains 40%/,
  );
  const even = { ...left, withR2: -0.1, withoutR2: -0.2 };
  expect(looksFact({ looks: even })).toBe('Pictures do not help on your launches; not used');
  expect(looksFact({ looks: left })).toMatch(/^not used, as the gain may be chance/);
});

it('says that it was not tried with few pictures, and nothing without any', () => {
  expect(looksFact({ looks: null })).toBe('not tried: too few launches have a picture');
  expect(looksFact({})).toBeNull();
});
