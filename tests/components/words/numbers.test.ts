import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatFactor,
  formatFigures,
  formatFileSize,
  formatFinePercent,
  formatPercent,
  formatRough,
  formatUnits,
} from '#components/words/numbers.ts';

describe('numbers', () => {
  const cases: { says: string; shown: string; expected: string }[] = [
    { says: 'units to two figures', shown: formatUnits(119.7), expected: '120' },
    { says: 'many units to two figures', shown: formatUnits(12_345), expected: '12,000' },
    { says: 'few units whole', shown: formatUnits(7.3), expected: '7' },
    { says: 'no minus before a zero', shown: formatUnits(-0.2), expected: '0' },
    { says: 'a share', shown: formatPercent(0.574), expected: '57%' },
    { says: 'a share to compare', shown: formatFinePercent(0.8749), expected: '87.5%' },
    { says: 'a count', shown: formatCount(2000), expected: '2,000' },
    { says: 'a rough number', shown: formatRough(0.000_716), expected: '0.00072' },
    { says: 'a multiple', shown: formatFactor(1.2), expected: '×\u00A01.20' },
    { says: 'a size', shown: formatFileSize(64_300), expected: '64.3 kB' },
  ];
  it.each(cases)('show $says', ({ shown, expected }) => expect(shown).toBe(expected));

  it('show a missing value as a dash, whatever the format', () => {
    for (const format of [formatCount, formatUnits, formatPercent, formatFinePercent]) {
      for (const value of [NaN, Infinity, null, undefined]) expect(format(value)).toBe('–');
    }
    expect(formatFactor(NaN)).toBe('–');
  });

  it('never show NaN or a hyphen for a minus', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        for (const format of [formatUnits, formatPercent, formatFinePercent]) {
          expect(format(value)).not.toMatch(/NaN|Infinity|-/);
        }
      }),
    );
  });
});

it('is written with every figure it has where it was chosen so', () => {
  const written = [1e-5, 0.003, 0.1 + 0.2, 1_000_000, null].map(formatFigures);
  expect(written).toEqual(['0.00001', '0.003', '0.3', '1,000,000', '–']);
});
