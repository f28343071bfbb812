import { expect, it } from 'vitest';
import { meaningFact, readingFact, readingNotice } from '#components/pages/model/reading-words.ts';
import { m } from '#messages';

it('says why names are not read by the language model, and what to do', () => {
  expect(readingNotice({ reading: 'unreachable' })).toEqual({
    ...{ tone: 'warn', title: m.model_names_unreachable() },
    advice: m.model_names_unreachable_advice(),
  });
  expect(readingNotice({ reading: 'damaged' })).toEqual({
    ...{ tone: 'warn', title: m.model_names_damaged(), advice: m.model_names_damaged_advice() },
  });
  expect(readingNotice({ reading: 'declined' })).toEqual({
    ...{ tone: 'note', title: m.model_names_declined(), advice: m.model_names_declined_advice() },
  });
});

it('has nothing to say where they are, or there are none', () => {
  expect(readingNotice({ reading: 'embeddings' })).toBeNull();
  expect(readingNotice({ reading: 'no-text' })).toBeNull();
  expect(readingNotice({})).toBeNull();
});

it('states how names are read', () => {
  expect(readingFact({ reading: 'embeddings' })).toBe(m.model_names_by_meaning());
  expect(readingFact({ reading: 'damaged' })).toBe(m.model_names_by_letters());
  expect(readingFact({ reading: 'no-text' })).toBe(m.model_names_none());
  expect(readingFact({})).toBeNull();
});

it('states what learning from their meaning brings', () => {
  const fact = (withR2: number, withoutR2: number, isKept: boolean) =>
    meaningFact({ meaning: { withR2, withoutR2, judgedOn: 700, isKept } });
  expect(fact(0.482, 0.446, true)).toBe(
    'used: explains 48.2% of the differences between later launches, 44.6% without it',
  );
  expect(fact(-0.1, 0.446, false)).toBe(m.model_meaning_left({ with: '0%', without: '44.6%' }));
  expect(fact(-0.1, -0.2, true)).toBe(m.model_meaning_kept_even());
  expect(fact(-0.1, -0.2, false)).toBe(m.model_meaning_left_even());
  expect([meaningFact({ meaning: null }), meaningFact({})]).toEqual([null, null]);
});
