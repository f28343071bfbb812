import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  axisFormat,
  formatMoney,
  formatPrice,
  formatPricesIn,
  labelInCurrency,
} from '#components/words/money.ts';
import {
  formatCount,
  formatHundredths,
  formatPercent,
  formatUnits,
} from '#components/words/numbers.ts';
import { formatDifference, formatRange } from '#components/words/ranges.ts';
import { showFor } from '#components/words/shown-for.ts';
import { inChinese } from '../../support/in-chinese.ts';

describe('amounts', () => {
  const cases: { says: string; shown: string; expected: string }[] = [
    { says: 'money to three figures', shown: formatMoney(2254.3), expected: '2,250' },
    { says: 'small money to the cent', shown: formatMoney(3.654), expected: '3.65' },
    { says: 'small money with both decimals', shown: formatMoney(5.4), expected: '5.40' },
    { says: 'nearly ten as ten', shown: formatMoney(9.998), expected: '10' },
    { says: 'less than a cent as nothing', shown: formatMoney(-0.004), expected: '0' },
    { says: 'a loss with a true minus', shown: formatMoney(-120), expected: '−120' },
    { says: 'a price as on a label', shown: formatPrice(42), expected: '42.00' },
  ];
  it.each(cases)('show $says', ({ shown, expected }) => expect(shown).toBe(expected));

  it('show a missing value as a dash', () => {
    for (const format of [formatMoney, formatPrice]) {
      for (const value of [NaN, Infinity, null, undefined]) expect(format(value)).toBe('–');
    }
  });

  it('never show NaN or a hyphen for a minus', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        for (const format of [formatMoney, formatPrice]) {
          expect(format(value)).not.toMatch(/NaN|Infinity|-/);
        }
      }),
    );
  });
});

describe('prices in a currency of their own', () => {
  afterEach(() => showFor({}));

  it('have its unit once and its decimals, whatever the shop counts in', () => {
    showFor({ currency: () => 'EUR' });
    const plain = (text: string) => text.replaceAll('\u2060', '');
    expect(plain(formatPricesIn('USD', 18, 45.5))).toBe('$18.00–45.50');
    expect(plain(formatPricesIn('JPY', 1980, 2980))).toBe('¥1,980–2,980');
    expect(plain(formatPricesIn('kr', 5))).toBe('5.00\u00A0kr');
    expect(formatPricesIn(null, 5, 5.001)).toBe('5.00');
    expect(formatPricesIn('USD', NaN, 4)).toBe('–');
  });
});

describe('amounts of a shop that counts in', () => {
  afterEach(() => showFor({}));

  it.each([
    { currency: 'GBP', price: '£42.00', money: '£2,250', loss: '−£120', range: '£80–190' },
    { currency: 'EUR', price: '€42.00', money: '€2,250', loss: '−€120', range: '€80–190' },
    { currency: 'JPY', price: '¥42', money: '¥2,250', loss: '−¥120', range: '¥80–190' },
    { currency: '$', price: '$42.00', money: '$2,250', loss: '−$120', range: '$80–190' },
    { currency: 'kr', price: '42.00 kr', money: '2,250 kr', loss: '−120 kr', range: '80–190 kr' },
    { currency: null, price: '42.00', money: '2,250', loss: '−120', range: '80–190' },
  ])('$currency are written so', ({ currency, price, money, loss, range }) => {
    showFor({ currency: () => currency });
    const read = (text: string) => text.replaceAll('\u00A0', ' ').replaceAll('\u2060', '');
    expect(read(formatPrice(42))).toBe(price);
    expect(read(formatMoney(2254.3))).toBe(money);
    expect(read(formatMoney(-120))).toBe(loss);
    expect(read(formatRange(80, 190, formatMoney))).toBe(range);
    expect(read(formatRange(-120, 190, formatMoney))).toContain(' to ');
    expect(formatMoney(NaN)).toBe('–');
    expect(formatUnits(12)).toBe('12');
  });

  it.each([
    { currency: 'GBP', small: '£5.40', range: '£7.30–7.40' },
    { currency: 'JPY', small: '¥5', range: '¥7' },
    { currency: 'KWD', small: 'KWD 5.400', range: 'KWD 7.300–7.400' },
    { currency: null, small: '5.40', range: '7.30–7.40' },
  ])('$currency have its usual decimals below ten', ({ currency, small, range }) => {
    showFor({ currency: () => currency });
    const read = (text: string) => text.replaceAll('\u00A0', ' ').replaceAll('\u2060', '');
    expect(read(formatMoney(5.4))).toBe(small);
    expect(read(formatRange(7.3, 7.4, formatMoney))).toBe(range);
  });

  it('have the currency at each place of an axis, and the same decimals', () => {
    showFor({ currency: () => 'GBP' });
    const texts = (...ticks: number[]) => ticks.map(axisFormat(formatMoney, ticks));
    expect(texts(-2000, 0, 2000)).toEqual(['−£2,000', '£0', '£2,000']);
    expect(texts(0, 5, 10)).toEqual(['£0', '£5', '£10']);
    expect(texts(7.5, 10, 12.5)).toEqual(['£7.50', '£10.00', '£12.50']);
    expect(texts(0, 0.005)).toEqual(['£0.000', '£0.005']);
    expect([0, 5].map(axisFormat(formatCount, [0, 5]))).toEqual(['0', '5']);
    showFor({ currency: () => 'JPY' });
    expect(texts(0, 0.5, 1)).toEqual(['¥0.0', '¥0.5', '¥1.0']);
  });

  it('are named in the label of a field', () => {
    expect(labelInCurrency('Ad budget')).toBe('Ad budget');
    showFor({ currency: () => 'GBP' });
    expect(labelInCurrency('Ad budget')).toBe('Ad budget (£)');
    expect(inChinese(() => labelInCurrency('广告预算'))).toBe('广告预算（£）');
    showFor({ currency: () => 'kr' });
    expect(labelInCurrency('Ad budget')).toBe('Ad budget (kr)');
  });

  it('are not mistaken for other figures', () => {
    showFor({ currency: () => 'GBP' });
    expect([formatHundredths(4.3), formatCount(42), formatPercent(0.5)]).toEqual([
      ...['4.30', '42', '50%'],
    ]);
    expect(formatDifference(910, formatMoney)).toBe('£910 more');
    expect(formatDifference(0.01, formatPrice)).toBe('£0.01 more');
    expect(inChinese(() => formatMoney(120))).toBe('£120');
  });
});
