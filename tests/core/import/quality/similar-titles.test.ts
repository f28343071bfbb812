import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarTitles } from '#core/import/quality/similar-titles.ts';
import { titleWords } from '#core/import/quality/title-words.ts';

const pairs = (...titles: string[]) => similarTitles(titles).map((each) => [each.same, each.title]);

describe('names that look like one product’s', () => {
  it.each([
    ['other word order', 'Wicker heart lamp', 'Heart lamp, wicker'],
    ['case, accents and punctuation', 'Café crème bowl', 'CAFE CREME BOWL!'],
    ['a plural', 'Party balloon box', 'Party balloons box'],
    ['how a measure is written', 'Olive oil 1.5 l', 'Olive Oil 1,5L'],
    ['words as one likes', 'The box of fruit straws', 'Box fruit straws'],
    ['a Chinese order', '手工陶瓷杯 红色', '红色手工陶瓷杯'],
    ['a slip of the pen', 'Ceramic storage jar', 'Cermaic storage jar'],
    ['a slip beside another order', 'Ceramic storage jar', 'Storage jar ceramci'],
  ])('differ by %s', (_, first, second) => {
    expect(pairs(first, 'Beach towel', second)).toEqual([[first, second]]);
  });

  it.each([
    ['a number', 'Puzzle castle 2', 'Puzzle castle 3'],
    ['two colours', 'Lunch bag red doily', 'Lunch bag blue doily'],
    ['a colour', 'Lunch bag doily', 'Lunch bag red doily'],
    ['a size and a colour', 'Olive Small Tea Towel', 'Olive Blue Tea Towel'],
    ['a size', 'Party balloon', 'Party balloon XL'],
    ['two sizes', 'Large Large Tea Towel', 'Large Small Tea Towel'],
    ['two letters of size', 'Party balloon S', 'Party balloon L'],
    ['a measure', 'Soap dish', 'Soap dish 12 cm'],
    ['another measure', 'Olive oil 1.5 l', 'Olive oil 15 l'],
    ['the order of numbers', '2 mugs, 4 plates', '4 mugs, 2 plates'],
    ['a number of pieces', 'Fruit straws', 'Fruit straws, set of 6'],
    ['a Chinese colour', '手工陶瓷杯', '手工陶瓷杯红色'],
    ['a Chinese size', '手工陶瓷杯大号', '手工陶瓷杯小号'],
    ['another word', 'Ceramic storage jar', 'Ceramic storage bowl'],
    ['one more word', 'Storage jar', 'Ceramic storage jar'],
    ['one letter of a word that stands alone', 'Lantern', 'Lanterns'],
    ['a colour of a word that stands alone', 'Matter', 'Red matter'],
    ['letters alone', 'Vitamin C drops', 'Vitamin D drops'],
    ['a short word', 'Pea pot green', 'Tea pot green'],
    ['one Chinese character', '手工陶瓷杯子', '手工陶瓷碟子'],
    ['what is a set', 'Party pack 2', 'Party pack 3'],
  ])('are not those that differ by %s', (_, first, second) => {
    expect(pairs(first, second)).toEqual([]);
  });

  it('holds no slip where both words stand in other names too', () => {
    const others = ['House plant pot', 'Horse plant figure', 'Small house', 'Small horse'];
    expect(pairs('Wooden house toy', 'Wooden horse toy', ...others)).toEqual([]);
  });

  it('are each told once, beside the first of them, in whatever number', () => {
    const names = [
      'Soap dish',
      'Soap Dish',
      'Dish, soap',
      'Beach towel',
      'Soap dishes',
      'Soap-dish',
    ];
    expect(pairs(...names)).toEqual([
      ['Soap dish', 'Soap Dish'],
      ['Soap dish', 'Dish, soap'],
      ['Soap dish', 'Soap-dish'],
    ]);
  });

  it('are those of a comparison of all pairs', () => {
    const word = fc.constantFrom('lamp', 'heart', 'hearts', 'red', 'Red', 'XL', '12 cm', 'the');
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 12 }), (names) => {
        const expected = names.filter((each, i) =>
          names.slice(0, i).some((other) => areAlike(each, other)),
        );
        expect(similarTitles(names).map(({ title }) => title)).toEqual(expected);
      }),
    );
  });
});

function areAlike(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => titleWords(name).sort().join(' ')) as [string, string];
  return /[a-z]/.test(one) && one === other;
}
