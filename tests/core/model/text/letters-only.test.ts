import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lettersOnly } from '#core/model/text/letters-only.ts';

it.each([
  ['ＷＩＲＥＬＥＳＳ　ｅａｒｂｕｄｓ', 'wireless earbuds'],
  ['  Tab\there\r\nand\u0000 there ', 'tab here and there'],
  ['ﬁne 20℃', 'fine 20°c'],
  ['zero\u200Bwidth', 'zero width'],
  ['\u0007\u0001', ''],
  ['', ''],
])('of %j is %j', (text, plain) => {
  expect(lettersOnly(text)).toBe(plain);
});

it('stays as it is when it is made plain again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(lettersOnly(lettersOnly(text))).toBe(lettersOnly(text));
    }),
  );
});
