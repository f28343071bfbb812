import { expect, it } from 'vitest';
import { meaningFact, readingFact, readingNotice } from '#components/model/reading-words.ts';
import { inChinese } from '../../support/in-chinese.ts';

it('says why names are not read by the language model, and what to do', () => {
  expect(readingNotice({ reading: 'unreachable' })).toEqual({
    tone: 'warn',
    title: 'The language model could not be fetched, so names are read by their letters only.',
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
  expect(readingFact({ reading: 'embeddings' })).toBe('by what they mean');
  expect(readingFact({ reading: 'damaged' })).toBe('by their letters only');
  expect(readingFact({})).toBeNull();
});

it('states what learning from their meaning brings', () => {
  const meaning = { withR2: 0.482, withoutR2: 0.446, judgedOn: 700, isKept: true };
  expect(meaningFact({ meaning })).toBe(
    'helps: with it 48.2% of what sets later launches apart is explained, without 44.6%',
  );
  const left = { ...meaning, withR2: -0.1, isKept: false };
  expect(meaningFact({ meaning: left })).toMatch(/^left out, because it does not help here/);
  expect(meaningFact({ meaning: left })).toContain('with it 0%');
  const even = { ...meaning, withR2: -0.1, withoutR2: -0.2 };
  expect(meaningFact({ meaning: even })).toMatch(/^used, though it makes no difference/);
  expect(meaningFact({ meaning: { ...even, isKept: false } })).toMatch(
    /^left out: it makes no difference/,
  );
  expect(meaningFact({ meaning: null })).toBeNull();
  expect(meaningFact({})).toBeNull();
});
