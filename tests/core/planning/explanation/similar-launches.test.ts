import { beforeAll, describe, expect, it } from 'vitest';
import { fitAnalogues } from '#core/model/analogues/analogues.ts';
import { similarLaunches } from '#core/planning/explanation/similar-launches.ts';
import {
  encodeProducts,
  fitProductEncoder,
  markAndPriceInputs,
} from '#core/model/features/product-encoder.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import type { TextEmbeddings } from '#core/base/text/text-embeddings.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { productColumns } from '#core/launch/new-product.ts';
import { embeddingsOf } from '../../../support/embeddings-of.ts';
import { seededRandom } from '#core/base/random.ts';
import { pictureOwner } from '#core/launch/looks.ts';
import { allRows, launchTable, type LaunchRow } from '../../../support/launch-table.ts';
import { sampleLook } from '../../../support/looks.ts';

const apronToPlan = {
  ...{ id: 'new', title: 'Linen apron moss', category: 'Textiles', brand: 'Juniper' },
  ...{ listPrice: 40, unitCost: null, attributes: {} },
};
const apron = { title: 'Linen apron moss', category: 'Textiles', brand: 'Juniper', listPrice: 40 };
const towel = { title: 'Linen towel', category: 'Textiles', brand: 'Juniper', listPrice: 20 };
const mug = { title: 'Clay mug', category: 'Kitchen', brand: 'Fjord', listPrice: 15 };
const thrice = (row: LaunchRow): LaunchRow[] => [row, row, row];

interface Asked {
  isLearnt?: boolean;
  product?: typeof apronToPlan;
  looksShare?: number;
}

const find = (table: LaunchTable, asked: Asked = {}) => findWithShare(table, asked).similar;

function findWithShare(
  table: LaunchTable,
  { isLearnt = false, product = apronToPlan, looksShare }: Asked,
) {
  const encoder = fitProductEncoder(table, allRows(table));
  const rows = rowsByDate(table);
  const encoded = { x: encodeProducts(encoder, table, rows), phi: new Float32Array() };
  const compared = { ...markAndPriceInputs(encoder), firstAction: 0, actionCount: 0 };
  const x = encodeProducts(encoder, productColumns([product], []), Uint32Array.of(0));
  const learnt = isLearnt ? fitAnalogues({ ...encoded, count: rows.length }, compared, []) : null;
  const channels = [{ name: 'Email', fee: 0.1 }];
  const { title, id } = product;
  const owner = pictureOwner(title, id);
  return similarLaunches({ table, encoder, learnt, title, owner, x, channels, looksShare });
}

describe('the most similar launches', () => {
  const mixed = launchTable([...thrice(mug), ...thrice(apron), ...thrice(towel)]);

  it('come first where more is shared, and are alike by 1 where the product is the same', () => {
    const found = find(mixed);
    expect(found.map(({ title }) => title)).toEqual([
      ...['Linen apron moss', 'Linen apron moss', 'Linen apron moss', 'Linen towel', 'Linen towel'],
    ]);
    found.slice(0, 3).forEach(({ similarity }) => expect(similarity).toBeCloseTo(1, 5));
    for (const { similarity } of found) {
      expect(similarity).toBeGreaterThan(0);
      expect(similarity).toBeLessThanOrEqual(1);
    }
    expect(found[3]!.similarity).toBeLessThan(0.9);
  });

  it('are the newest of equals, however many there are and in whatever order the file has them', () => {
    const days = Array.from({ length: 90 }, (_, i) => (i * 37) % 90);
    const found = find(launchTable([...days.map((day) => ({ ...apron, day })), mug, mug]));
    expect(found.map(({ day }) => day)).toEqual([89, 88, 87, 86, 85]);
  });

  it('are the same by what a model learnt of them', () => {
    expect(find(mixed, { isLearnt: true })).toEqual(find(mixed));
  });

  it('are fewer where fewer share anything', () => {
    expect(find(launchTable([...thrice(mug), ...thrice(apron)]))).toHaveLength(3);
  });
});

describe('the most similar launches where names were read', () => {
  const names = ['Spooky ghost lamp', 'Creepy pumpkin light', 'Beach towel stripes', 'Sand bucket'];
  const past = names.flatMap((title) => thrice({ title, category: 'Gifts', listPrice: 20 }));
  const product = {
    ...{ ...apronToPlan, title: 'Haunted lantern', category: 'Gifts', brand: '', listPrice: 20 },
  };
  const titlesOf = (table: LaunchTable) => find(table, { product }).map(({ title }) => title);
  let embeddings: TextEmbeddings;
  beforeAll(async () => {
    embeddings = await embeddingsOf([...names, product.title]);
  });

  it('are those of the same meaning, however the words were written', () => {
    const table = launchTable(past);
    expect(new Set(titlesOf(table))).toContain('Sand bucket');
    expect(new Set(titlesOf({ ...table, embeddings }))).toEqual(new Set(names.slice(0, 2)));
  });

  it('are told from meaning alone where nothing else is known', () => {
    const bare = launchTable(names.flatMap((title) => thrice({ title })));
    const nameless = { ...product, category: '' };
    const [first] = find({ ...bare, embeddings }, { product: nameless });
    expect(names.slice(0, 2)).toContain(first!.title);
    expect(
      find(bare, { product: { ...nameless } }).every(({ similarity }) => similarity === 1),
    ).toBe(true);
  });

  it('are as they were where the product’s name could not be read', () => {
    const table = launchTable(past);
    const unread = new Map([...embeddings, [product.title, new Float32Array(512)]]);
    expect(find({ ...table, embeddings: unread }, { product })).toEqual(find(table, { product }));
    const others = new Map([...embeddings].filter(([title]) => title !== product.title));
    expect(find({ ...table, embeddings: others }, { product })).toEqual(find(table, { product }));
  });

  it('are alike by 1 where the product is the same', () => {
    const known = { ...product, title: names[0]! };
    const [first] = find({ ...launchTable(past), embeddings }, { product: known });
    expect(first!.similarity).toBeCloseTo(1, 2);
    expect(first!.title).toBe(names[0]);
  });
});

describe('what came of a similar launch', () => {
  const sold: LaunchRow = {
    ...apron,
    ...{ day: 20_000, channel: 'Email', promotion: 'none', salePrice: 36, unitCost: 10 },
    ...{ adSpend: 100, channelFee: 0.05, units: 50 },
  };
  const told = (row: LaunchRow) => find(launchTable([...thrice(mug), ...thrice(towel), row]))[0]!;

  it('is told with what was done, and what was left after fee, cost and spend', () => {
    expect(told(sold)).toMatchObject({
      ...{ title: 'Linen apron moss', day: 20_000, channel: 'Email', promotion: 'none' },
      ...{ salePrice: 36, adSpend: 100, units: 50, revenue: 50 * 36 },
      profit: 50 * (36 * 0.95 - 10) - 100,
    });
  });

  it('reckons with the usual fee of a channel where the launch names none', () => {
    expect(told({ ...sold, channelFee: NaN }).profit).toBeCloseTo(50 * (36 * 0.9 - 10) - 100, 9);
  });

  it('is not known where a figure is missing', () => {
    expect(told({ ...sold, unitCost: NaN }).profit).toBeNull();
    expect(told({ ...sold, units: NaN })).toMatchObject({
      ...{ units: null, revenue: null, profit: null },
    });
    const withSpend = [...thrice({ ...mug, adSpend: 5 }), { ...sold, adSpend: NaN }];
    expect(find(launchTable(withSpend))[0]!.profit).toBeNull();
  });

  it('has no ad spend to pay where the shop never had any', () => {
    expect(told({ ...sold, adSpend: NaN }).profit).toBeCloseTo(50 * (36 * 0.95 - 10), 9);
  });
});

describe('with pictures', () => {
  const random = seededRandom(6);
  const around = (centre: readonly number[], spread: number) =>
    sampleLook(Float32Array.from(centre, (value) => value + spread * (random() - 0.5)));
  const round = [1, 0, 0, 0, 0, 0, 0, 0];
  const square = [0, 1, 0, 0, 0, 0, 0, 0];
  // All alike in words, two kinds in looks.
  const rows = Array.from({ length: 40 }, (_, i): LaunchRow => ({
    ...{ title: `Linen apron ${i}`, category: 'Textiles', brand: 'Juniper', listPrice: 40 },
  }));
  const kindOf = (title: string) => Number(title.split(' ').at(-1)) % 2;
  const looks = new Map([
    ...rows.map(({ title }) => [title!, around(kindOf(title!) ? square : round, 0.3)] as const),
    [apronToPlan.title, around(square, 0.3)] as const,
  ]);
  const table = { ...launchTable(rows), looks };

  it('come from launches that look alike, by half unless another share is chosen', () => {
    const { similar, looksShare } = findWithShare(table, {});
    expect(looksShare).toBe(0.5);
    expect(similar).toHaveLength(5);
    for (const { title, lookSimilarity, wordSimilarity } of similar) {
      expect(kindOf(title)).toBe(1);
      expect(lookSimilarity).toBeGreaterThan(0.7);
      expect(wordSimilarity).toBeGreaterThan(0.5);
    }
    const wordsOnly = findWithShare(table, { looksShare: 0 });
    expect(wordsOnly.looksShare).toBe(0);
    expect(wordsOnly.similar.map(({ title }) => title)).toEqual(
      find({ ...table, looks: undefined }).map(({ title }) => title),
    );
    expect(wordsOnly.similar.some(({ title }) => kindOf(title) === 0)).toBe(true);
    expect(wordsOnly.similar.every(({ lookSimilarity }) => lookSimilarity !== null)).toBe(true);
  });

  it('leave out launches without a picture by looks only, and put them later by half', () => {
    const half = new Map([...looks].filter(([title]) => !/^Linen apron [0-9]$/.test(title)));
    const seen = { ...table, looks: half };
    const byLooks = find(seen, { looksShare: 1 });
    expect(byLooks.length).toBeGreaterThan(0);
    expect(byLooks.every(({ title }) => half.has(title))).toBe(true);
    const byBoth = find(seen);
    expect(byBoth.every(({ lookSimilarity }) => lookSimilarity !== null)).toBe(true);
  });

  it('compare words only where the product has no picture, or too few are there', () => {
    const without = new Map([...looks].filter(([title]) => title !== apronToPlan.title));
    const few = new Map([...looks].slice(-7));
    for (const known of [without, few, new Map()]) {
      const { similar, looksShare } = findWithShare(
        { ...table, looks: known },
        { looksShare: 0.7 },
      );
      expect(looksShare).toBeNull();
      expect(similar.every(({ lookSimilarity }) => lookSimilarity === null)).toBe(true);
      expect(similar).toHaveLength(5);
    }
  });
});
