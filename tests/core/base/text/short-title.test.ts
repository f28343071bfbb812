import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortTitle, wholeTitle } from '#core/base/text/short-title.ts';

const story =
  'In this best play, a playwright celebrates the personal and professional intricacies of a pastime';

describe('a title that heads something', () => {
  it('is whole where it is short', () => {
    for (const title of ['', 'Red mug', 'x'.repeat(80), '红色'.repeat(20)])
      expect(shortTitle(title)).toBe(title);
  });

  it('ends after a sentence, where one is long enough to say what it is', () => {
    expect(shortTitle(`Take Me Out 2023. ${story}`)).toBe('Take Me Out 2023…');
    expect(shortTitle(`Who did it? Nobody knows. ${story}`)).toBe('Who did it? Nobody knows…');
    expect(shortTitle(`${'长青'.repeat(10)}。${'四季常绿的盆栽'.repeat(6)}`)).toBe(
      `${'长青'.repeat(10)}…`,
    );
    expect(shortTitle(`Take Me Out (2023). ${story}`)).toBe('Take Me Out (2023)…');
    expect(shortTitle(`Mr. Smith, ${story}`)).toMatch(/^Mr\. Smith, In this best play, .*…$/);
    expect(shortTitle(`Bottle of 2.5 litres with ${story}`)).toMatch(/^Bottle of 2\.5 litres with/);
  });

  it('ends else after a word, and in the middle of a text without spaces', () => {
    expect(shortTitle(story)).toBe(
      'In this best play, a playwright celebrates the personal and professional…',
    );
    expect(shortTitle(`${'a'.repeat(79)}, ${story}`)).toBe(`${'a'.repeat(79)}…`);
    expect(shortTitle('红'.repeat(60))).toBe(`${'红'.repeat(40)}…`);
    expect(shortTitle('x'.repeat(100))).toBe(`${'x'.repeat(80)}…`);
  });

  it('is told in full next to it only where it is cut', () => {
    expect(wholeTitle('Red mug')).toBeUndefined();
    expect(wholeTitle(story)).toBe(story);
  });

  it('is the beginning of the whole, with no half of a sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const short = shortTitle(title);
        if (short === title) return;
        expect(short.endsWith('…')).toBe(true);
        expect(title.startsWith(short.slice(0, -1))).toBe(true);
        expect(Array.from(short).length).toBeLessThanOrEqual(81);
        expect(short).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
      }),
    );
  });
});
