import { expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { fitLevelMeans, meansOfRows } from '#core/model/trees/level-means.ts';

/** Two inputs before those of a brand: three levels and the others. */
const BRAND = { from: 2, count: 4 };
const row = (level: number | null): number[] => [
  7,
  1,
  ...[0, 1, 2, 3].map((own) => Number(own === level)),
];

function launches(levels: readonly (number | null)[], outcomes: readonly number[]) {
  return {
    x: Float32Array.from(levels.flatMap(row)),
    target: Float64Array.from(outcomes),
    weight: new Float64Array(levels.length).fill(1),
  };
}

const fit = (rows: ReturnType<typeof launches>) => fitLevelMeans(rows, [BRAND], seededRandom(1))!;

it('draws the mean of a level towards the mean of all, by five launches', () => {
  const { first, texts } = fit(launches([0, 0, 0, 1], [4, 4, 4, 0])).means;
  expect(first).toBe(6);
  expect(texts[0]!.usual).toBe(3);
  expect(texts[0]!.values[0]).toBeCloseTo((12 + 15) / 8);
  expect(texts[0]!.values[1]).toBeCloseTo(15 / 6);
  expect(texts[0]!.values[2]).toBe(3);
});

it('counts launches by their weights, whatever these are measured in', () => {
  const rows = launches([0, 0, 1, 1], [4, 2, 0, 0]);
  const weighed = { ...rows, weight: Float64Array.of(3, 1, 1, 1) };
  const doubled = { ...rows, weight: Float64Array.of(6, 2, 2, 2) };
  const [own] = fit(weighed).means.texts;
  expect(own!.usual).toBeCloseTo(14 / 6);
  expect(fit(doubled).means.texts[0]).toEqual(own);
});

it('gives a product the mean of its level, and the usual one without a level', () => {
  const { means } = fit(launches([0, 0, 1, 3], [4, 4, 0, 1]));
  const { values, usual } = means.texts[0]!;
  const asked = Float32Array.from([row(1), row(3), row(null)].flat());
  expect([...meansOfRows(means, asked)]).toEqual([values[1], values[3], Math.fround(usual)]);
});

it('tells no launch its own outcome', () => {
  const levels = Array.from({ length: 40 }, (_, i) => i % 4);
  const outcomes = levels.map((level) => level);
  const told = (own: number) => {
    const rows = launches(levels, [own, ...outcomes.slice(1)]);
    return fit(rows).outOfFold;
  };
  const [usual, other] = [told(0), told(1_000)];
  expect(other[0]).toBe(usual[0]);
  expect([...other]).not.toEqual([...usual]); // the others of its level do hear of it
});

it('leaves out texts of few levels, and those that list several in one launch', () => {
  const few = { from: 0, count: 3 };
  const rows = launches([0, 1, 2, null], [0, 0, 0, 0]);
  const firsts = () =>
    fitLevelMeans(rows, [few, BRAND], seededRandom(1))?.means.texts.map(({ from }) => from);
  expect(firsts()).toEqual([BRAND.from]);
  rows.x.set([1, 1], BRAND.from);
  expect(firsts()).toBeUndefined();
});
