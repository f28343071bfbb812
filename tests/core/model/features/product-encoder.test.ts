import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encodeProducts,
  fitProductEncoder,
  fitsOf,
  inputCount,
  inputGroups,
  levelInputs,
  markAndPriceInputs,
} from '#core/model/features/product-encoder.ts';
import { eventsOf, marketEvents } from '#core/launch/events/market-events.ts';
import { seededRandom } from '#core/base/random.ts';
import { allRows, launchTable, type LaunchRow } from '../../../support/launch-table.ts';

const history = launchTable(
  Array.from({ length: 12 }, (_, i): LaunchRow => ({
    title: i % 2 ? 'Red mug' : 'Blue mug',
    category: i < 6 ? 'Kitchen' : 'Garden',
    brand: 'Moss',
    material: 'Clay',
    listPrice: i < 6 ? 10 : 20,
    unitCost: i < 6 ? 4 : 10,
  })),
);
const encoder = fitProductEncoder(history, allRows(history));
const encode = (row: LaunchRow) => encodeProducts(encoder, launchTable([row]), Uint32Array.of(0));

describe('product encoder', () => {
  it('gives each row the promised width', () => {
    const encoded = encodeProducts(encoder, history, allRows(history));
    expect(encoded.length).toBe(12 * inputCount(encoder));
  });

  it('says of every column what it belongs to: words, each text, numbers', () => {
    const groups = inputGroups(encoder);
    expect(groups).toHaveLength(inputCount(encoder));
    // Two words; two categories, one brand and one material, each with the others; five numbers.
    expect(groups).toEqual([0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 4, 4, 4, 4]);
    const plain: LaunchRow = {
      title: 'Red mug',
      category: 'Kitchen',
      brand: 'Moss',
      material: 'Clay',
    };
    const touched = (change: LaunchRow) => {
      const [before, after] = [encode(plain), encode({ ...plain, ...change })];
      return new Set(groups.filter((_, j) => before[j] !== after[j]));
    };
    expect(touched({ title: 'Blue mug' })).toEqual(new Set([0]));
    expect(touched({ category: 'Garden' })).toEqual(new Set([1]));
    expect(touched({ brand: 'Fern' })).toEqual(new Set([2]));
    expect(touched({ material: 'Glass' })).toEqual(new Set([3]));
    expect(touched({ listPrice: 30 })).toEqual(new Set([4]));
  });

  it('says where the levels of each text are, the others included', () => {
    const inputs = levelInputs(encoder);
    const groups = inputGroups(encoder);
    expect(inputs.map(({ from }) => groups[from])).toEqual([1, 2, 3]);
    expect(inputs).toEqual([
      { from: 2, count: 3 },
      { from: 5, count: 2 },
      { from: 7, count: 2 },
    ]);
  });

  it('says where marks end and which number is the price, whatever the category', () => {
    const { markCount, priceInput } = markAndPriceInputs(encoder);
    const encoded = encodeProducts(encoder, history, allRows(history));
    const width = inputCount(encoder);
    const marks = encoded.filter((_, i) => i % width < markCount);
    expect([...new Set(marks)].sort()).toEqual([0, 1]);
    const cheap = encode({ category: 'Kitchen', listPrice: 10 });
    const dear = encode({ category: 'Kitchen', listPrice: 20 });
    const elsewhere = encode({ category: 'Garden', listPrice: 20 });
    expect(dear[priceInput]).toBeGreaterThan(cheap[priceInput]!);
    expect(dear[priceInput]).toBe(elsewhere[priceInput]);
  });

  it('drops words that every title has, because they tell nothing apart', () => {
    expect([...encoder.words].sort()).toEqual(['blue', 'red']);
  });

  it('does not depend on case, spacing or word order of a title', () => {
    const plain = encode({ title: 'Red mug', category: 'Kitchen', listPrice: 10 });
    expect(encode({ title: ' mug   RED ', category: 'Kitchen', listPrice: 10 })).toEqual(plain);
  });

  it('puts a category never seen into the "other" input', () => {
    const known = encode({ category: 'Kitchen' });
    const unknown = encode({ category: 'Space' });
    expect(unknown).not.toEqual(known);
    expect(encode({ category: 'Deep sea' })).toEqual(unknown);
  });

  it('gives every item of an attribute that lists several an input of its own', () => {
    const listed = launchTable(
      ['Clay, Glass', 'Clay', 'Glass; Clay', 'Clay', 'Glass'].map((material) => ({ material })),
    );
    const fitted = fitProductEncoder(listed, allRows(listed));
    expect(fitted.texts.find(({ name }) => name === 'attribute:material')?.levels).toEqual([
      'Clay',
      'Glass',
    ]);
    const both = encodeProducts(fitted, listed, Uint32Array.of(0, 2));
    expect(both.slice(0, both.length / 2)).toEqual(both.slice(both.length / 2));
  });

  it('reads a price relative to its category', () => {
    const width = inputCount(encoder);
    const within = (row: LaunchRow) => encode(row)[width - 5]!;
    expect(within({ category: 'Kitchen', listPrice: 10 })).toBeCloseTo(0, 6);
    expect(within({ category: 'Garden', listPrice: 20 })).toBeCloseTo(0, 6);
    expect(within({ category: 'Kitchen', listPrice: 20 })).toBeGreaterThan(1);
  });

  it('reads a price against all prices where its category has none', () => {
    const half = launchTable(
      Array.from({ length: 12 }, (_, i): LaunchRow => ({
        category: i < 6 ? 'Kitchen' : 'Garden',
        ...(i < 6 ? { listPrice: 20 } : {}),
      })),
    );
    const fitted = fitProductEncoder(half, allRows(half));
    const row = launchTable([{ category: 'Garden', listPrice: 20 }]);
    const encoded = encodeProducts(fitted, row, Uint32Array.of(0));
    expect(encoded.at(-5)).toBeCloseTo(0, 6);
  });

  it('never gives NaN, whatever is missing or absurd', () => {
    const price = fc.oneof(fc.constant(NaN), fc.constant(0), fc.double({ min: 1e-9, max: 1e12 }));
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        price,
        price,
        (title, category, listPrice, unitCost) => {
          const encoded = encode({ title, category, listPrice, unitCost });
          expect(encoded.every((value) => Number.isFinite(value) && Math.abs(value) <= 3)).toBe(
            true,
          );
        },
      ),
    );
  });

  it('learns from the given rows only', () => {
    const firstRows = Uint32Array.of(0, 1, 2, 3, 4, 5);
    const part = fitProductEncoder(history, firstRows);
    expect(part.texts[0]!.levels).toEqual(['Kitchen']);
    expect(part.logPriceMean).toBeCloseTo(Math.log(10), 12);
  });
});

describe('with attributes that are numbers', () => {
  const weights = Array.from({ length: 24 }, (_, i) => (i === 5 ? '' : `${100 + 10 * i} g`));
  const tableOf = (material: readonly string[]) =>
    launchTable(material.map((text) => ({ category: 'Kitchen', listPrice: 9, material: text })));
  const weighed = tableOf(weights);
  const fitted = fitProductEncoder(weighed, allRows(weighed));
  const encoded = (weight: string) => encodeProducts(fitted, tableOf([weight]), Uint32Array.of(0));

  it('encodes them as numbers, in a group of their own, and not as texts', () => {
    expect(fitted.texts.map(({ name }) => name)).toEqual(['category', 'brand']);
    expect(fitted.numbers.map(({ name }) => name)).toEqual(['material']);
    const groups = inputGroups(fitted);
    expect(groups).toHaveLength(inputCount(fitted));
    const [light, heavy] = [encoded('110 g'), encoded('0.3 kg')];
    const changed = new Set(groups.filter((_, j) => light[j] !== heavy[j]));
    expect([...changed]).toEqual([Math.max(...groups)]);
    expect(groups.filter((group) => changed.has(group))).toHaveLength(7);
  });

  it('keeps few numbers as texts, too, because they may be sizes or codes', () => {
    const sized = tableOf(['36', '38', '40', '42', '36', '38', '40', '42', '36', '38', '40', '42']);
    const { texts, numbers } = fitProductEncoder(sized, allRows(sized));
    expect(texts.find(({ name }) => name === 'attribute:material')?.levels).toHaveLength(4);
    expect(numbers).toHaveLength(1);
  });

  it('leaves the price where it is said to be', () => {
    const { markCount, priceInput } = markAndPriceInputs(fitted);
    expect(priceInput).toBe(markCount + 1);
    const dear = launchTable([{ category: 'Kitchen', listPrice: 90, material: '110 g' }]);
    const other = encodeProducts(fitted, dear, Uint32Array.of(0));
    expect(other[priceInput]).not.toBe(encoded('110 g')[priceInput]);
  });

  it('gives what is missing and what is no number the same inputs', () => {
    expect(encoded('heavy')).toEqual(encoded(''));
    expect(encoded('')).not.toEqual(encoded('110 g'));
  });
});

describe('with a market and what titles mean', () => {
  const random = seededRandom(4);
  const vector = () => Float32Array.from({ length: 32 }, () => random() - 0.5);
  const titles = Array.from({ length: 240 }, (_, i) => `${i % 3 ? 'Halloween' : 'Plain'} mug ${i}`);
  const embeddings = new Map(
    ['ghostly', 'halloween', 'mug', ...titles].map((text) => [text, vector()]),
  );
  embeddings.set('ghostly', embeddings.get('halloween')!);
  const known = { embeddings, events: marketEvents('US', embeddings), learnsMeaning: true };
  const tableOf = (...rows: LaunchRow[]) => ({ ...launchTable(rows), ...known });
  const launched = tableOf(...titles.map((title): LaunchRow => ({ title })));
  const fitted = fitProductEncoder(launched, allRows(launched));
  const encoded = (title: string, table = tableOf({ title })) =>
    encodeProducts(fitted, table, Uint32Array.of(0));

  it('has inputs for the meaning and for each event of the market, in groups of their own', () => {
    const groups = inputGroups(fitted);
    expect(groups).toHaveLength(inputCount(fitted));
    const last = Math.max(...groups);
    expect(groups.filter((group) => group === last)).toHaveLength(eventsOf('US').length);
    expect(groups.filter((group) => group === last - 1)).toHaveLength(6); // one of 40 launches each
  });

  it('says which events a title suits', () => {
    const fits = fitsOf(fitted, encoded('Halloween lamp'));
    expect([...fits].filter(Boolean)).toHaveLength(1);
    expect(fits[eventsOf('US').indexOf('halloween')]).toBe(1);
  });

  it('takes a word that means a known one for it', () => {
    const column = fitted.words.indexOf('halloween');
    expect(encoded('Ghostly lamp')[column]).toBe(1);
    const without = { ...launchTable([{ title: 'Ghostly lamp' }]), events: known.events };
    expect(encodeProducts(fitted, without, Uint32Array.of(0))[column]).toBe(0);
  });

  it('puts a title that was not read, and one of the mean, at zero', () => {
    const groups = inputGroups(fitted);
    const meaning = groups.flatMap((group, j) => (group === Math.max(...groups) - 1 ? [j] : []));
    const at = (title: string) => meaning.map((j) => encoded(title)[j]!);
    expect(at('Never seen').every((value) => value === 0)).toBe(true);
    expect(at(titles[5]!).some((value) => value !== 0)).toBe(true);
  });

  it('learns no meaning where that is not asked for', () => {
    const { meaning } = fitProductEncoder({ ...launched, learnsMeaning: false }, allRows(launched));
    expect(meaning).toBeNull();
  });
});
