import { expect, it } from 'vitest';
import { storageWords } from '#components/ui/feedback/storage-words.ts';
import { inChinese } from '../../../support/in-chinese.ts';

it('says how much is stored and that the browser promised to keep it', () => {
  const words = storageWords({ usedBytes: 12_345_678, isKept: true });
  expect(words).toContain('Debut uses 12.3 MB in this browser');
  expect(words).toContain('The browser has agreed to keep it.');
});

it('says what follows where it promised nothing', () => {
  const words = storageWords({ usedBytes: 500, isKept: false });
  expect(words).toContain('has not agreed to keep it, and may remove it');
});

it('says so in words where the browser does not answer', () => {
  const words = storageWords({ usedBytes: null, isKept: null });
  expect(words).toContain('does not report its size');
  expect(words).toContain('is not known');
  expect(words).not.toMatch(/NaN|null|undefined|–/);
});

it('says all of it in Chinese', () => {
  expect(inChinese(() => storageWords({ usedBytes: 12_345_678, isKept: true }))).toBe(
    'Debut 在这个浏览器里占用 12.3 MB，含应用本身。浏览器已同意长期保留。',
  );
});

it('says how much more fits, where the browser tells', () => {
  expect(storageWords({ usedBytes: 1, roomBytes: 2_000_000_000, isKept: true })).toContain(
    '2,000 MB',
  );
});
