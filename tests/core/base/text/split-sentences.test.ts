import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { splitSentences } from '#core/base/text/split-sentences.ts';

describe('splitting a review into sentences', () => {
  it.each([
    [
      'keeps heights, numbers and abbreviations',
      `I'm 5'8" and took 1.5 sizes up, e.g. a 10. It fits!`,
      2,
    ],
    ['ends at full-width signs without spaces', '质量很好。物流快！！还会买？会的；好', 5],
    ['ends at line breaks', 'Soft\nWarm\r\n\r\nCheap', 3],
    ['does not end at an ellipsis', 'Nice colour... but short… really', 1],
    ['ends at a forgotten space', 'It is great.loved it', 2],
    ['keeps addresses', 'See www.shop.com or shop.co.uk for it', 1],
    ['keeps the number of a list', '1. Soft 2.Warm', 1],
    ['ends at an ASCII full stop after a Chinese sign', '不错.记得买。12.5元', 3],
    ['ends at a wave after a Chinese sign, not within a range', '很香~ 3~5天到', 2],
    ['splits mixed languages', '颜色好看！Love it. 会回购', 3],
  ])('%s', (_, text, count) => {
    expect(splitSentences(text)).toHaveLength(count);
  });

  it('keeps signs, quotes and emoji with the sentence before', () => {
    expect(splitSentences('“Great!” 😀 Really?! 👍🏽👍 ok')).toEqual([
      '“Great!” 😀',
      'Really?! 👍🏽👍',
      'ok',
    ]);
    expect(splitSentences('😀\nnice\n!!!')).toEqual(['😀 nice !!!']);
    expect(splitSentences('👍👍')).toEqual(['👍👍']);
    expect(splitSentences(' \n ')).toEqual([]);
  });

  it('splits long texts at clauses', () => {
    const chinese = splitSentences(
      '这件衣服的面料摸起来很软，颜色也跟图片一样好看，就是袖子太长了点，不过整体还是满意的，下次还来',
    );
    expect(chinese).toEqual([
      '这件衣服的面料摸起来很软，颜色也跟图片一样好看，',
      '就是袖子太长了点，不过整体还是满意的，下次还来',
    ]);
    expect(splitSentences('word '.repeat(100)).every((part) => part.length <= 200)).toBe(true);
    expect(splitSentences('好'.repeat(130)).map((part) => part.length)).toEqual([40, 40, 40, 10]);
  });

  it('loses no character of any text', () => {
    const random = seededRandom(7);
    const signs = [
      ...Array.from('ab1 .,!?。，…~;"\')\n但好😀👍\uD800-:是/'),
      'e.g.',
      'but ',
      '1.5',
      '\u200D',
    ];
    for (let round = 0; round < 400; round++) {
      const length = Math.floor(random() * 300);
      const text = Array.from({ length }, () => signs[Math.floor(random() * signs.length)]).join(
        '',
      );
      const sentences = splitSentences(text);
      expect(sentences.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      expect(sentences.every((each) => each !== '' && each === each.trim())).toBe(true);
    }
    for (const sign of ['. ', '...', '-', '好', 'a', '"', '😀', ' but ', '，']) {
      expect(splitSentences(sign.repeat(50_000)).join('')).not.toBe('');
    }
  });
});
