import { describe, expect, it } from 'vitest';
import { columnFactWords, columnUseWords } from '#components/pages/data/import/column-words.ts';
import type { DateLack } from '#core/import/schema/column-facts.ts';
import { inChinese } from '../../../../support/in-chinese.ts';

const weights = {
  kind: 'numbers',
  filledShare: 0.9651,
  range: { low: 0.1, high: 3400.25, unit: 'kg' },
} as const;
const plain = (text: string) => text.replaceAll('\u2060', '').replaceAll('\u00A0', ' ');

describe('columnFactWords', () => {
  it('gives the range of numbers, with their unit once', () => {
    expect(plain(columnFactWords(weights))).toBe('Numbers: 0.1–3,400.25 kg · 97% filled');
  });

  it('gives the range of dates, and whether they are learnt', () => {
    const range = { first: 19_000, last: 19_400, lack: null };
    const dates = { kind: 'dates', filledShare: 0.97, range } as const;
    const found = 'Dates: 8 January 2022 to 12 February 2023 · 97% filled';
    expect(plain(columnFactWords(dates))).toBe(`${found} · learnt as days before the launch`);
    const lacking = (lack: DateLack) =>
      plain(columnFactWords({ ...dates, range: { ...range, lack } }));
    expect(lacking('afterwards')).toBe(`${found} · seems to be known only after a launch`);
    expect(lacking('launch-date')).toBe(`${found} · nearly always the launch date`);
    expect(lacking('calendar')).toMatch(/follows from the launch date/);
    expect(lacking('record')).toMatch(/when a row was written/);
  });

  it('counts the different values', () => {
    const texts = { kind: 'texts', valueCount: 1200, filledShare: 1 } as const;
    expect(columnFactWords(texts)).toBe('1,200 different values · 100% filled');
    expect(columnFactWords({ ...texts, valueCount: 1 })).toBe('1 value · 100% filled');
  });

  it('never rounds a share up to all rows', () => {
    const texts = { kind: 'texts', valueCount: 12, filledShare: 0.9996 } as const;
    expect(columnFactWords(texts)).toBe('12 different values · 99% filled');
    const same = { kind: 'same', text: '4', share: 0.9996 } as const;
    expect(columnFactWords(same)).toBe('The same in 99% of rows: little to learn from');
  });

  it('tells a column that is the same everywhere, or empty', () => {
    const same = { kind: 'same', text: 'matt', share: 1 } as const;
    expect(columnFactWords(same)).toBe('The same in all rows: nothing to learn from');
    expect(columnFactWords({ ...same, text: '' })).toBe('Empty in all rows: nothing to learn from');
    expect(columnFactWords({ ...same, text: '', share: 0.991 })).toBe(
      'Empty in 99% of rows: little to learn from',
    );
  });

  it('says the same in Chinese', () =>
    inChinese(() => {
      expect(plain(columnFactWords(weights))).toBe('数值：0.1–3,400.25 kg · 97% 有值');
    }));
});

const none = { attributes: [], weekly: [], personal: [], unused: [] };

it('names the columns that hold no field, and what becomes of them', () => {
  expect(columnUseWords(none)).toBe('');
  expect(columnUseWords({ ...none, attributes: ['Glaze'], personal: ['Buyer'] })).toBe(
    'Used as product attributes: “Glaze”. Left out as personal data: “Buyer”.',
  );
});

it('names the first few of many', () => {
  const unused = Array.from({ length: 9 }, (_, i) => `c${i}`);
  expect(columnUseWords({ ...none, unused })).toContain('“c5” and 3 more.');
});
