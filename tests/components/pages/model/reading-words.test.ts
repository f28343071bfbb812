import { expect, it } from 'vitest';
import { meaningFact, readingFact, readingNotice } from '#components/pages/model/reading-words.ts';
import { inChinese } from '../../../support/in-chinese.ts';

it('says why names are not read by the language model, and what to do', () => {
  expect(readingNotice({ reading: 'unreachable' })).toEqual({
    tone: 'warn',
    title: 'The language model could not be downloaded, so names are read by letters only.',
    advice: 'Train again when you are online, or switch it off in the settings.',
  });
  expect(readingNotice({ reading: 'damaged' })?.advice).toContain('Train again.');
  expect(readingNotice({ reading: 'declined' })?.tone).toBe('note');
  expect(inChinese(() => readingNotice({ reading: 'declined' })?.title)).toBe('名称只按字符读取。');
});

it('has nothing to say where they are, or there are none', () => {
  expect(readingNotice({ reading: 'embeddings' })).toBeNull();
  expect(readingNotice({ reading: 'no-text' })).toBeNull();
  expect(readingNotice({})).toBeNull();
});

it('states how names are read', () => {
  expect(readingFact({ reading: 'embeddings' })).toBe('by meaning');
  expect(readingFact({ reading: 'damaged' })).toBe('by letters only');
  expect(readingFact({})).toBeNull();
});

it('states what learning from their meaning brings', () => {
  const meaning = { withR2: 0.482, withoutR2: 0.446, judgedOn: 700, isKept: true };
  expect(meaningFact({ meaning })).toBe(
    'used: explains 48.2% of the differences between later launches, 44.6% without it',
  );
  const left = { ...meaning, withR2: -0.1, isKept: false };
  expect(meaningFact({ meaning: left })).toMatch(/^not used, as it does not help here/);
  expect(meaningFact({ meaning: left })).toContain('explains 0%');
  const even = { ...meaning, withR2: -0.1, withoutR2: -0.2 };
  expect(meaningFact({ meaning: even })).toMatch(/^used, with no measurable effect/);
  expect(meaningFact({ meaning: { ...even, isKept: false } })).toMatch(
    /^not used: no measurable effect/,
  );
  expect(meaningFact({ meaning: null })).toBeNull();
  expect(meaningFact({})).toBeNull();
});
