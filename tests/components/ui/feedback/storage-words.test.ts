import { expect, it } from 'vitest';
import { storageWords } from '#components/ui/feedback/storage-words.ts';
import { m } from '#messages';

it('says how much is stored and that the browser promised to keep it', () => {
  expect(storageWords({ usedBytes: 12_345_678, isKept: true })).toBe(
    'Debut uses 12.3 MB in this browser, including the app itself. The browser has agreed to keep it.',
  );
});

it('says how much more fits, and that nothing was promised', () => {
  const used = m.feedback_storage_used({ size: '12.3 MB' });
  const room = m.feedback_storage_room({ size: '2,000 MB' });
  const facts = { usedBytes: 12_345_678, roomBytes: 2_000_000_000, isKept: false };
  const not = m.feedback_storage_not_promised();
  expect(storageWords(facts)).toBe(`${used} ${room} ${not}`);
});

it('says so in words where the browser does not answer', () => {
  expect(storageWords({ usedBytes: null, isKept: null })).toBe(
    `${m.feedback_storage_unknown()} ${m.feedback_storage_promise_unknown()}`,
  );
});
