import { describe, expect, it } from 'vitest';
import { numberStyles, shownCurrency } from '#workers/dataset/file/workbook/workbook-formats.ts';

describe('shownCurrency', () => {
  it.each([
    ['[$€-407] #,##0.00', 'EUR'],
    ['_-* #,##0.00\\ [$€-1]_-;-* #,##0.00\\ [$€-1]_-', 'EUR'],
    ['[$$-409]#,##0.00', 'USD'],
    ['$#,##0.00', '$'],
    ['#,##0.00 [$kr-41D]', 'SEK'],
    ['"US$"#,##0.00', 'USD'],
    ['[$¥-804]#,##0.00;[Red]-[$¥-804]#,##0.00', 'CNY'],
    ['[$¥-411]#,##0', 'JPY'],
    ['[$USD] 0.00', 'USD'],
    ['0.00"元"', 'CNY'],
    ['General', null],
    ['#,##0.00', null],
    ['[Red]0%', null],
    ['yyyy"年"m"月"d"日"', null],
    ['[$-409]d-mmm-yy;@', null],
    ['0"件"', null],
  ])('of %s is %s', (format, currency) => {
    expect(shownCurrency(format)).toBe(currency);
  });
});

describe('numberStyles', () => {
  it('tells dates and money by the formats that styles name', () => {
    const xml = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="&quot;€&quot;0.00"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`;
    expect(numberStyles(new TextEncoder().encode(xml))).toEqual({
      dates: [false, true, false],
      money: [null, null, 'EUR'],
    });
  });
});
