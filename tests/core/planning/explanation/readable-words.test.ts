import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableWords } from '#core/planning/explanation/readable-words.ts';
import { words } from '#core/base/text/split-words.ts';

describe('the words of a title', () => {
  it('are those that the encoder reads, where they stand apart', () => {
    const found = readableWords('Linen Apron, linen');
    expect(found.map(({ word }) => word)).toEqual(['linen', 'apron']);
    expect([...found[0]!.rest]).toEqual(['apron']);
  });

  it('are whole ones in scripts without spaces, and none is a part across two', () => {
    const found = readableWords('纯棉周末旅行包');
    expect(found.map(({ word }) => word)).toEqual(expect.arrayContaining(['周末', '旅行']));
    expect(found.every(({ word }) => '纯棉周末旅行包'.includes(word))).toBe(true);
    expect(readableWords('壶')).toEqual([]);
  });

  it('leave of what the encoder reads only what is there without them', () => {
    const title = fc.string({
      unit: fc.constantFrom(...Array.from('搪瓷浇水壶亚麻 ab,')),
      maxLength: 24,
    });
    fc.assert(
      fc.property(title, (text) => {
        const all = new Set(words(text));
        for (const { word, rest } of readableWords(text)) {
          expect(text).toContain(word);
          for (const each of words(word)) if (all.has(each)) expect(rest.has(each)).toBe(false);
        }
      }),
    );
  });
});
