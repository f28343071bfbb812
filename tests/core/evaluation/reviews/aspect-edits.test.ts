import { describe, expect, it } from 'vitest';
import {
  addWord,
  dropTopic,
  editsOf,
  MOST_TOPICS,
  NO_EDITS,
  putBackWord,
  removeWord,
  takeUpTopic,
  tidyWord,
} from '#core/evaluation/reviews/aspect-edits.ts';
import { editedAspects } from '#core/evaluation/reviews/edited-aspects.ts';
import { aspectMatcher, aspectsOf } from '#core/model/aspects/match-aspects.ts';
import { SEED_ASPECTS } from '#core/model/aspects/seed-words.ts';

const found = (text: string, edits: typeof NO_EDITS) =>
  aspectsOf(text, aspectMatcher(editedAspects(edits))).map(({ aspect }) => aspect);

describe('edits of the words of aspects', () => {
  it('are none at first', () => {
    expect(editedAspects(NO_EDITS)).toEqual(SEED_ASPECTS);
  });

  it('let an added word count and a removed one not', () => {
    const text = 'The glaze has a lovely colour';
    const added = addWord(NO_EDITS, 'material', ' Glaze, ');
    expect(editsOf(added, 'material').added).toEqual(['Glaze']);
    expect(found(text, NO_EDITS)).toEqual(['looks']);
    expect(found(text, added)).toEqual(['material', 'looks']);
    const removed = removeWord(removeWord(added, 'looks', 'colour'), 'looks', 'lovely');
    expect(found(text, removed)).toEqual(['material']);
    expect(found(text, putBackWord(removed, 'looks', 'Colours'))).toEqual(['material', 'looks']);
  });

  it('take back what they did', () => {
    const added = addWord(NO_EDITS, 'looks', '釉面');
    const removed = removeWord(added, 'looks', '釉面');
    expect(found('釉面', removed)).toEqual([]);
    expect(putBackWord(removed, 'looks', '釉面')).toEqual(added);
    expect(addWord(removed, 'looks', '釉面')).toEqual(added);
    const seedless = removeWord(NO_EDITS, 'looks', 'colour');
    expect(putBackWord(seedless, 'looks', 'colour')).toEqual(NO_EDITS);
    expect(addWord(seedless, 'looks', 'colour')).toEqual(NO_EDITS);
    expect(dropTopic(takeUpTopic(NO_EDITS, 'whistle'), 'whistle')).toEqual(NO_EDITS);
  });

  it('change nothing where nothing is new', () => {
    const once = takeUpTopic(removeWord(addWord(NO_EDITS, 'looks', 'hue'), 'price', 'cost'), 'tea');
    expect(addWord(once, 'looks', 'hues')).toBe(once);
    expect(removeWord(once, 'price', 'Costs')).toBe(once);
    expect(takeUpTopic(once, 'teas')).toBe(once);
    for (const none of ['', ' , ', '!', '😀', '$', '\uD800', '안녕'])
      expect(addWord(once, 'looks', none)).toBe(once);
  });

  it('keep a word as it was written, without the marks around it', () => {
    expect(tidyWord('  “Runs  true\nto size”!')).toBe('Runs true to size');
    expect(tidyWord('（性价比）')).toBe('性价比');
    expect(tidyWord('$5')).toBe('$5');
    expect(tidyWord('a'.repeat(5000))).toHaveLength(60);
  });
});

describe("topics of the shop's own", () => {
  it('count as aspects behind the others, with words of their own', () => {
    const edits = addWord(takeUpTopic(NO_EDITS, 'breakfast'), 'own:breakfast', 'buffet');
    expect(editedAspects(edits).at(-1)).toEqual({
      ...{ aspect: 'own:breakfast', seeds: ['breakfast'], grown: [] },
      ...{ added: ['buffet'], removed: [] },
    });
    expect(found('Breakfasts were cold, the buffet empty', edits)).toEqual(['own:breakfast']);
    expect(found('The buffet', dropTopic(edits, 'breakfast'))).toEqual([]);
    expect(takeUpTopic(dropTopic(edits, 'breakfast'), 'breakfast')).toEqual(edits);
  });

  it('are at most as many as mentions can number', () => {
    let edits = NO_EDITS;
    const signs = Array.from({ length: MOST_TOPICS + 5 }, (_, i) =>
      String.fromCodePoint(0x4e00 + i),
    );
    for (const sign of signs) edits = takeUpTopic(edits, sign);
    expect(edits.topics).toHaveLength(MOST_TOPICS);
    expect(editedAspects({ ...edits, topics: signs })).toHaveLength(
      SEED_ASPECTS.length + MOST_TOPICS,
    );
  });
});
