import { beforeAll, describe, expect, it } from 'vitest';
import type { TextEmbeddings } from '#core/base/text/text-embeddings.ts';
import { categoryByMeaning } from '#core/import/fill-in/category-by-meaning.ts';
import { suggestFillIns } from '#core/import/fill-in/suggest-fill-ins.ts';
import { embeddingsOf } from '../../../support/embeddings-of.ts';
import { launchTable, type LaunchRow } from '../../../support/launch-table.ts';

const KITCHEN = [
  ...['Frying pan', 'Soup pot', 'Cutting board', 'Bread knife', 'Salad bowl', 'Measuring cup'],
  ...['Coffee grinder', 'Tea kettle', 'Baking tray', 'Rolling pin', 'Spice jar', 'Wooden spoon'],
  ...['Pepper mill', 'Cheese grater'],
];
const TOYS = [
  ...['Teddy bear', 'Toy train', 'Doll house', 'Board game', 'Building blocks', 'Jigsaw puzzle'],
  ...['Toy robot', 'Plush rabbit', 'Race car set', 'Water pistol', 'Yo-yo', 'Hand puppet'],
  ...['Card game for kids', 'Toy drum'],
];
const NEW = ['Saucepan lid', 'Stuffed elephant'];
const known: LaunchRow[] = [
  ...KITCHEN.map((title) => ({ title, category: 'Kitchen' })),
  ...TOYS.map((title) => ({ title, category: 'Toys' })),
];
const open = NEW.map((title) => ({ title }));

describe('a category by the meaning of names', () => {
  let embeddings: TextEmbeddings;
  beforeAll(async () => {
    embeddings = await embeddingsOf([...KITCHEN, ...TOYS, ...NEW]);
  });
  const suggested = (rows: readonly LaunchRow[], read: TextEmbeddings | undefined) => {
    const suggestions = suggestFillIns(
      { ...launchTable(rows), embeddings: read },
      { coupon: '', priceCut: '' },
    );
    return rows.flatMap((row, i) => (row.category ? [] : [suggestions(i).category]));
  };

  it('is suggested where no word was ever used', () => {
    expect(suggested([...known, ...open], undefined)).toEqual(['', '']);
    expect(suggested([...known, ...open], embeddings)).toEqual(['Kitchen', 'Toys']);
  });

  it('is none where names do not tell the category', () => {
    const mixed = known.map((row, i) => ({ ...row, category: i % 2 ? 'Kitchen' : 'Toys' }));
    expect(suggested([...mixed, ...open], embeddings)).toEqual(['', '']);
  });

  it('leaves it to words where a name was not read, or too few others were', () => {
    const unread = new Map([...embeddings, [NEW[0]!, new Float32Array(512)]]);
    const byMeaning = categoryByMeaning({
      ...launchTable([...known, ...open]),
      embeddings: unread,
    });
    expect([byMeaning(known.length), byMeaning(known.length + 1)]).toEqual([null, 'Toys']);
    const few = [...known.slice(0, 20), { title: 'Wooden spoon rest' }];
    const of = categoryByMeaning({ ...launchTable(few), embeddings });
    expect(of(20)).toBeNull();
  });

  it('follows the brand first, as words do', () => {
    const branded = known.map((row) => ({ ...row, brand: row.category ?? '' }));
    const rows = [...branded, { title: NEW[0]!, brand: 'Toys' }];
    expect(suggested(rows, embeddings)).toEqual(['Toys']);
  });

  it('is the one that the ten nearest agree in most, one by one', () => {
    const rows = [...known, ...open];
    const byMeaning = categoryByMeaning({ ...launchTable(rows), embeddings });
    for (const [i, { title }] of open.entries()) {
      const own = embeddings.get(title)!;
      const near = known
        .map((row) => {
          const other = embeddings.get(row.title!)!;
          return { ...row, cosine: own.reduce((sum, value, k) => sum + value * other[k]!, 0) };
        })
        .sort((a, b) => b.cosine - a.cosine)
        .slice(0, 10);
      const votes = (category: string) =>
        near.reduce((sum, row) => sum + (row.category === category ? row.cosine ** 8 : 0), 0);
      const most = votes('Kitchen') > votes('Toys') ? 'Kitchen' : 'Toys';
      expect(byMeaning(known.length + i)).toBe(most);
    }
  });
});
