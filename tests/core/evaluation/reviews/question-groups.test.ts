import { describe, expect, it } from 'vitest';
import QUESTIONS from '../../../fixtures/reviews/questions.json' with { type: 'json' };
import { hasChinese } from '#core/base/text/chinese.ts';
import { questionGroups } from '#core/evaluation/reviews/question-groups.ts';
import { review } from '../../../support/review.ts';

const asked = (text: string, answer = '') => review({ kind: 'question', text, answer });

describe('questions', () => {
  const reviews = [
    asked('Is this dishwasher safe?'),
    asked('Can it go in the dishwasher?', 'Yes, up to 60 °C.'),
    asked('How long does delivery to Germany take?'),
    asked('Is the mug safe for the dishwasher, please?', 'Yes.'),
    review({ text: 'Is this dishwasher safe? It is.' }),
    asked('这个杯子可以放微波炉吗？'),
    asked('请问能放微波炉加热吗', '可以。'),
    asked(''),
    asked('What colour is the lid?'),
  ];

  it('that ask the same stand together, most of them first, with the seller’s own answer', () => {
    const groups = questionGroups(reviews);
    expect(groups.map((group) => [...group.reviews].sort((a, b) => a - b))).toEqual([
      [0, 1, 3],
      [5, 6],
    ]);
    expect([1, 3]).toContain(groups[0]!.answered);
    expect(groups[1]!.answered).toBe(6);
  });

  it('have no answer where the seller gave none', () => {
    const [group] = questionGroups([
      asked('Is it heavy?'),
      asked('How heavy is it?'),
      asked('Blue?'),
    ]);
    expect(group?.answered).toBeNull();
  });

  const groupsIn = (...texts: readonly string[]) =>
    questionGroups(texts.map((text) => asked(text))).map((group) =>
      group.reviews.map((i) => texts[i]!).sort(),
    );

  it.each([
    ['有异味吗', '味道大吗'],
    ['Does it shrink?', 'Will it get smaller after washing?'],
    ['会缩水吗', '洗了会变小吗'],
    ['Does it smell?', 'Any odour when new?', '刚打开会不会很难闻'],
    ['保质期多久', '生产日期是什么时候', 'What is the expiry date?'],
    ['Is shipping free?', '运费多少'],
    ['多久能发货', '什么时候发货', 'When do you ship?'],
    ['能放冰箱吗', '需要冷藏吗', 'Can I keep it in the fridge?'],
  ])('stand together that ask for one fact in other words: %s', (...texts) => {
    expect(groupsIn(...texts, 'Is it blue?')).toEqual([texts.toSorted()]);
  });

  it.each([
    ['What size should I take?', 'Does it run small?'],
    ['穿什么码合适', '会不会偏小'],
    ['How long does delivery take?', 'What is the return address?'],
    ['几天能收到', '退货地址是哪里'],
    ['Is it cotton?', 'Is it warm?'],
    ['Is this dishwasher safe?', 'Is it safe for babies?'],
    ['保质期多久', '质量好吗'],
    ['How long does the battery last?', 'How long does it take to charge?'],
    ['多久能发货', '能发新疆吗'],
  ])('stay apart that ask for something else: %s, %s', (...texts) => {
    expect(groupsIn(...texts)).toEqual([]);
  });

  it('ask for what is said first in importance, not for the product’s colour or material', () => {
    expect(groupsIn('Does the wool pill?', 'Does it pill?', 'Is it wool?')).toEqual([
      ['Does it pill?', 'Does the wool pill?'],
    ]);
  });

  it('of many kinds of goods are mostly grouped as a reader would', () => {
    const labelled = QUESTIONS.groups.flatMap((texts, label) =>
      texts.map((text) => ({ text, label, isChinese: hasChinese(text) })),
    );
    const pairsIn = (numbers: readonly number[]) =>
      numbers.flatMap((i) => numbers.filter((j) => j < i).map((j) => [labelled[i]!, labelled[j]!]));
    const isSame = ([a, b]: readonly (typeof labelled)[number][]) =>
      a!.label === b!.label && a!.isChinese === b!.isChinese;
    const same = pairsIn(labelled.map((_, i) => i)).filter(isSame).length;
    const found = questionGroups(labelled.map(({ text }) => asked(text))).flatMap((group) =>
      pairsIn(group.reviews),
    );
    const right = found.filter(isSame).length;
    const wrong = found.filter(([a, b]) => a!.label !== b!.label).length;
    expect(right / same).toBeGreaterThan(0.38);
    expect(right / (right + wrong)).toBeGreaterThan(0.6);
  });

  it('are grouped in a moment, however many', () => {
    const many = Array.from({ length: 5_000 }, (_, i) =>
      asked(`Is part ${100 + (i % 40)} of it blue?`),
    );
    const groups = questionGroups(many);
    expect(groups).toHaveLength(40);
    expect(groups[0]!.reviews).toHaveLength(75);
  });
});
