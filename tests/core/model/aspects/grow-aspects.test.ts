import { describe, expect, it } from 'vitest';
import { seededRandom, shuffle } from '#core/base/random.ts';
import type { AspectWords } from '#core/model/aspects/aspect.ts';
import { growAspects } from '#core/model/aspects/grow-aspects.ts';
import { ownTopics } from '#core/model/aspects/own-topics.ts';
import { wordSurvey } from '#core/model/aspects/word-survey.ts';

const words = (aspect: AspectWords['aspect'], ...seeds: string[]): AspectWords => ({
  ...{ aspect, seeds, grown: [], added: [], removed: [] },
});
const ASPECTS_OF_TESTS = [
  words('looks', 'colour', '颜色'),
  words('price', 'price', '价格'),
  words('delivery', 'delivery', '物流'),
];

/** "glaze" and 釉面 go with colour, "voucher" with price; "kettle" and 茶壶 with all alike. */
const SENTENCES = [
  ...repeat(20, 'The glazes give a deep colour', '釉面的颜色漂亮'),
  ...repeat(6, 'Glaze peeled', '釉面掉了'),
  ...repeat(15, 'The kettle for this price with a voucher', '茶壶价格便宜'),
  ...repeat(15, 'A kettle in this colour', '茶壶颜色深'),
  ...repeat(15, 'Our kettle and its delivery', '茶壶物流迅速'),
  ...repeat(60, 'We drink tea each day', '我们天天喝茶'),
  ...repeat(12, 'The whistle is loud at breakfast', '哨子很响亮'),
];

describe('words grown from the own texts of a shop', () => {
  const survey = wordSurvey(SENTENCES, ASPECTS_OF_TESTS);
  const grown = growAspects(survey);
  const grownOf = (aspect: string) =>
    grown.find((each) => each.aspect === aspect)!.grown.map(({ word }) => word);

  it('go with the aspect next to which they stand, as the shop writes them', () => {
    expect(grownOf('looks')).toContain('glazes');
    expect(grownOf('looks')).toContain('釉面');
    expect(grownOf('price')).toContain('voucher');
    expect(grown.flatMap((each) => each.grown.map(({ word }) => word))).not.toContain('kettle');
    expect(grown.flatMap((each) => each.grown.map(({ word }) => word))).not.toContain('茶壶');
  });

  it('have their count, and how many times the usual share is about the aspect', () => {
    const glaze = grown[0]!.grown.find(({ word }) => word === 'glazes')!;
    expect(glaze.count).toBe(26);
    // 20 of its 26 clauses are about colour; elsewhere it is the usual share. Two clauses of that are added.
    const usual = (grownCount('颜色') - 20 + 0.5) / (survey.clauseCount - 26 + 1);
    expect(glaze.lift).toBeCloseTo((20 + 2 * usual) / 28 / usual, 10);
  });

  it('do not come back once the seller removed them', () => {
    const edited = ASPECTS_OF_TESTS.map((each) => ({ ...each, removed: ['Glaze'] }));
    const again = growAspects(wordSurvey(SENTENCES, edited))[0]!.grown.map(({ word }) => word);
    expect(again).not.toContain('glazes');
    expect(again).toContain('釉面');
  });

  it('do not depend on the order of the texts', () => {
    const order = Uint32Array.from(SENTENCES.keys());
    shuffle(order, seededRandom(3));
    const mixed = Array.from(order, (at) => SENTENCES[at]!);
    const other = wordSurvey(mixed, ASPECTS_OF_TESTS);
    expect(growAspects(other)).toEqual(grown);
    expect(ownTopics(other)).toEqual(ownTopics(survey));
  });

  it('are none where there are few texts, or none', () => {
    for (const few of [[], ['The glaze has a colour'], ['', '😀', '|', '# #']]) {
      const small = wordSurvey(few, ASPECTS_OF_TESTS);
      expect(growAspects(small).flatMap((each) => each.grown)).toEqual([]);
      expect(ownTopics(small)).toEqual([]);
    }
  });

  function grownCount(chinese: string): number {
    return SENTENCES.filter((text) => text.includes(chinese) || text.includes('colour')).length;
  }
});

describe("a shop's own topics", () => {
  it('are what it judges and no aspect has, with their counts', () => {
    const topics = ownTopics(wordSurvey(SENTENCES, ASPECTS_OF_TESTS));
    expect(topics).toContainEqual({ word: 'whistle', count: 12 });
    expect(topics).toContainEqual({ word: '哨子', count: 12 });
    expect(topics.map(({ word }) => word)).not.toContain('tea');
  });

  it('become an aspect like any other', () => {
    const own = [...ASPECTS_OF_TESTS, words('own:whistle', 'whistle')];
    const topics = ownTopics(wordSurvey(SENTENCES, own));
    expect(topics.map(({ word }) => word)).not.toContain('whistle');
  });
});

function repeat(times: number, ...texts: string[]): string[] {
  return Array.from({ length: times }, () => texts).flat();
}
