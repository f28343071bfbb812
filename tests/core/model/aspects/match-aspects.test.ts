import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { hasChinese } from '#core/base/text/chinese.ts';
import type { AspectWords } from '#core/model/aspects/aspect.ts';
import { ASPECTS } from '#core/model/aspects/aspect.ts';
import { aspectMatcher, aspectsOf, usedWords } from '#core/model/aspects/match-aspects.ts';
import { DIRECTIONS, isFiller } from '#core/model/aspects/directions.ts';
import { PhraseTrie } from '#core/model/aspects/phrase-trie.ts';
import { SEED_ASPECTS, SEED_COUNT } from '#core/model/aspects/seed-words.ts';
import { FAULTS, OTHER_MEANINGS } from '#core/model/aspects/special-phrases.ts';
import { phraseKey, textUnits } from '#core/model/aspects/text-units.ts';

const matcher = aspectMatcher(SEED_ASPECTS);
const aspects = (text: string) => aspectsOf(text, matcher).map(({ aspect }) => aspect);
const only = (text: string) => {
  const mentions = aspectsOf(text, matcher);
  expect(mentions).toHaveLength(1);
  return mentions[0]!;
};

describe('aspects of a sentence', () => {
  it.each([
    ['The fabric is soft and the stitching neat.', ['material', 'quality']],
    ['Fits well, sizing is right', ['size-and-fit']],
    ['Shipping took a week and the box was crushed', ['delivery', 'packaging']],
    ['I could not follow the instructions', ['instructions']],
    ['The battery charges in an hour', ['performance']],
    ['Customer service gave me a refund', ['service']],
    ['做工不错，价格也便宜', ['quality', 'price']],
    ['物流很快，包装完好', ['delivery', 'packaging']],
    ['说明书看不懂，客服也不回', ['instructions', 'service']],
    ['颜色 nice，尺码 small', ['looks', 'size-and-fit']],
    ['My sister wears it every day', []],
    ['I look forward to the holidays', []],
    ['这是宝贵的经验', []],
    ['保质期到什么时候', []],
  ])('are found: %s', (text, expected) => {
    expect(aspects(text)).toEqual(expected);
  });

  it.each([
    ['It runs a little small', 'smaller'],
    ['Way too tight in the arms', 'smaller'],
    ['It was shorter than I expected', 'smaller'],
    ['Much too big, sized down twice', 'larger'],
    ['True to size', 'as-expected'],
    ['有点偏小', 'smaller'],
    ['裤子太长了', 'larger'],
    ['很合身', 'as-expected'],
    ['The colour is not as pictured', 'differs'],
    ['和图片不一样', 'differs'],
    ['It came late', 'late'],
    ['物流太慢', 'late'],
  ])('have a direction: %s', (text, direction) => {
    expect(aspectsOf(text, matcher).map((mention) => mention.direction)).toContain(direction);
  });

  it.each([
    'I was worried that it might be too small',
    'If I sized down it would be too tight',
    '担心太小',
  ])('have no direction where it is only supposed: %s', (text) => {
    expect(only(text)).toMatchObject({ aspect: 'size-and-fit', direction: undefined });
  });

  it.each([
    ['声音有点小', ['performance']],
    ['香味太大', ['smell-and-taste']],
    ['和以前差别太大', []],
    ['送货时间太长', ['delivery']],
    ['内存还是有点小', ['performance']],
    ['有点小贵', ['price']],
    ['苹果有点小', ['size-and-fit']],
  ])('are not about size where another thing is large or small: %s', (text, expected) => {
    expect(aspects(text)).toEqual(expected);
  });

  it('take no two signs for a word that an adverb parts', () => {
    expect(aspectsOf('颜色也太差了', matcher)).toMatchObject([{ direction: undefined }]);
    expect(aspectsOf('快递也太慢了', matcher)).toMatchObject([{ direction: 'late' }]);
  });

  it('have no direction where it is denied or where there are two', () => {
    expect(only('It is not too small').direction).toBeUndefined();
    expect(only('Too small at the waist, too long at the legs').direction).toBeUndefined();
  });

  it.each([
    ['No smell at all', true],
    ['It does not have any strong smell', true],
    ['Odour-free', true],
    ['没有异味', true],
    ['一点都不贵', true],
    ['没有色差', true],
    ['The smell is strong', false],
    ['不但贵', false],
    ['No, the smell is strong', false],
    ['No smell of lavender, a stink of oil', false],
    ['没想到异味这么大', false],
    ['不想穿了 掉色厉害', false],
    ['是不是假货', false],
    ['没几天就坏了', false],
  ])('know a denied fault: %s', (text, isNegated) => {
    expect(only(text).isNegated).toBe(isNegated);
  });

  it('use the words that the seller added and leave those out that were removed', () => {
    const edited: AspectWords[] = [
      {
        aspect: 'looks',
        seeds: ['colour', 'style'],
        grown: [{ word: 'hue', count: 9, lift: 4 }],
        added: ['花纹'],
        removed: ['STYLES', 'hue'],
      },
      { aspect: 'own:breakfast', seeds: ['breakfast'], grown: [], added: [], removed: [] },
    ];
    expect(usedWords(edited[0]!)).toEqual(['colour', '花纹']);
    const own = aspectMatcher(edited);
    const found = ['style', 'hue', '花纹很美', 'Breakfasts', 'too small'].map((text) =>
      aspectsOf(text, own),
    );
    expect(found.map((mentions) => mentions.map(({ aspect }) => aspect))).toEqual([
      ...[[], [], ['looks'], ['own:breakfast'], []],
    ]);
  });

  it('leave out a removed word that says a direction, too', () => {
    const without = SEED_ASPECTS.map((words) => ({ ...words, removed: ['Runs small', '偏小'] }));
    for (const text of ['It runs small', '尺码偏小', '裤子偏小了']) {
      expect(only(text).direction).toBe('smaller');
      const directions = aspectsOf(text, aspectMatcher(without)).map(({ direction }) => direction);
      expect(directions).not.toContain('smaller');
    }
  });

  it('do not depend on the order of the aspects, and no text throws', () => {
    const backwards = aspectMatcher([...SEED_ASPECTS].reverse());
    const random = seededRandom(11);
    const words = SEED_ASPECTS.flatMap(({ seeds }) => seeds);
    const between = [
      ' ',
      ', ',
      ' not ',
      '没',
      '不',
      'n’t ',
      '😀',
      '\uD800',
      '__proto__',
      '\n',
      'ＡＢ ',
    ];
    for (let round = 0; round < 300; round++) {
      const parts = Array.from({ length: 8 }, () => [
        words[Math.floor(random() * words.length)],
        between[Math.floor(random() * between.length)],
      ]);
      const text = parts.flat().join('');
      const sorted = (mentions: readonly { aspect: string }[]) =>
        [...mentions].sort((a, b) => (a.aspect < b.aspect ? -1 : 1));
      expect(sorted(aspectsOf(text, backwards))).toEqual(sorted(aspectsOf(text, matcher)));
    }
    expect(aspectsOf('', matcher)).toEqual([]);
  });
});

describe('the seed words', () => {
  it('begin with ten of each language, and no word belongs to two aspects', () => {
    expect(SEED_ASPECTS.map(({ aspect }) => aspect)).toEqual(ASPECTS);
    for (const { seeds } of SEED_ASPECTS) {
      const first = seeds.slice(0, SEED_COUNT);
      expect(first.filter(hasChinese)).toHaveLength(SEED_COUNT / 2);
    }
    const keys = SEED_ASPECTS.flatMap((words) => [...new Set(usedWords(words).map(phraseKey))]);
    const seen = new Set<string>();
    const twice = keys.filter((key) => seen.size === seen.add(key).size);
    expect(twice).toEqual([]);
  });

  it('hold each fault, and each phrase with another meaning has such a word in it', () => {
    const keys = new Set(SEED_ASPECTS.flatMap((words) => usedWords(words).map(phraseKey)));
    expect(FAULTS.filter((fault) => !keys.has(phraseKey(fault)))).toEqual([]);
    const trie = new PhraseTrie<true>(isFiller);
    for (const words of SEED_ASPECTS)
      for (const word of usedWords(words)) trie.add(textUnits(word), true);
    for (const phrase of DIRECTIONS.flatMap(({ phrases }) => phrases)) {
      trie.add(textUnits(phrase), true);
    }
    const idle = OTHER_MEANINGS.filter((phrase) => trie.find(textUnits(phrase)).length === 0);
    expect(idle).toEqual([]);
    expect(OTHER_MEANINGS.flatMap(aspects)).toEqual([]);
  });
});
