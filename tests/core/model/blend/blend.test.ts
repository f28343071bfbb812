import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blendLogs,
  chooseBlends,
  MEMBER_NAMES,
  usedMembers,
  weightOf,
  type BlendWeights,
  type MemberName,
  type UnseenPart,
  joinedInputs,
  unitsFromLogs,
  type MemberLogs,
} from '#core/model/blend/blend.ts';
import { seededRandom } from '#core/base/random.ts';
import { mean } from '#core/base/statistics/statistics.ts';

const logs = fc.array(fc.double({ min: 0, max: 8, noNaN: true }), { minLength: 3, maxLength: 20 });

/** Returns the weights of the blend alone. */
const chooseBlend = (...given: [readonly UnseenPart[], { hasChoices: boolean }]) =>
  chooseBlends(...given).blend;

/** One value for each base model, in the order of their names. */
type Six = [number, number, number, number, number, number];
const members = ([net, ridge, trees, process, analogues, median]: number[][]) => ({
  ...{ net: net!, ridge: ridge!, trees: trees! },
  ...{ process: process!, analogues: analogues!, median: median! },
});
const part = (actualUnits: ArrayLike<number>, logs: MemberLogs) => ({
  actualUnits: Float64Array.from(actualUnits),
  soldOut: [],
  logs,
});
const weights = ([net, ridge, trees, process, analogues, median]: Six) => ({
  ...{ net, ridge, trees, process, analogues, median },
});

describe('blend', () => {
  it('lies between its members', () => {
    const counts = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9));
    fc.assert(
      fc.property(logs, counts, (net, [a, b, c, d, e]) => {
        const each = [
          net,
          [...net].reverse(),
          net.map(() => 5),
          net,
          net.map(() => 4),
          net.map(() => 3),
        ];
        const total = a + b + c + d + e + 1;
        const [ofNet, ofRidge, ofTrees] = [a / total, b / total, c / total];
        const shares = weights([ofNet, ofRidge, ofTrees, d / total, e / total, 1 / total]);
        blendLogs(members(each), shares).forEach((log, i) => {
          const six = each.map((values) => values[i]!);
          expect(log).toBeGreaterThanOrEqual(Math.min(...six) - 1e-12);
          expect(log).toBeLessThanOrEqual(Math.max(...six) + 1e-12);
        });
      }),
    );
  });

  it('trusts whichever is right on launches that no member has seen', () => {
    const actual = [5, 50, 500, 8, 80, 800, 12, 120, 1200, 20, 200, 2000];
    for (const right of [0, 1, 2, 3, 4, 5]) {
      const each = [4, 3, 2, 1, 6, 5].map((log) => actual.map(() => log));
      each[right] = actual.map(Math.log1p);
      const only: Six = [0, 0, 0, 0, 0, 0];
      only[right] = 1;
      expect(chooseBlend([part(actual, members(each))], { hasChoices: true })).toEqual(
        weights(only),
      );
    }
  });

  it('leans on the prior where all are as good', () => {
    const all = members([0, 1, 2, 3, 4, 5].map(() => [1, 2, 3]));
    const chosen = (each: MemberLogs, hasChoices: boolean) =>
      chooseBlend([part([2, 6, 20], each)], { hasChoices });
    expect(chosen(all, true)).toEqual(weights([0.125, 0.75, 0.125, 0, 0, 0]));
    expect(chosen(all, false)).toEqual(weights([0.25, 0.25, 0.25, 0.25, 0, 0]));
    const withoutProcess = { ...all, process: [] };
    const others = { analogues: 0, median: 0 };
    expect(chosen(withoutProcess, true)).toStrictEqual({
      ...{ net: 0.125, ridge: 0.75, trees: 0.125, ...others },
    });
    expect(chosen(withoutProcess, false)).toStrictEqual({
      ...{ net: 0.5, ridge: 0.25, trees: 0.25, ...others },
    });
  });

  /** The net misses by something, the others by more besides. */
  function netIsBetter(rows: number, seed: number) {
    const random = seededRandom(seed);
    const noise = () => 2 * (random() + random() + random()) - 3;
    const actual = Float64Array.from({ length: rows }, () => 20 + 80 * random());
    const net = Array.from(actual, (units) => Math.log1p(units) + 0.5 * noise());
    const worse = () => net.map((log) => log + 0.4 * noise());
    return { actual, logs: members([net, worse(), worse(), worse(), worse(), worse()]) };
  }

  it(
    'trusts the better one the more the more launches say so, and stays near where it began else',
    { tags: ['whole'] },
    () => {
      const nets = [9, 60, 2400].map((rows) =>
        mean(
          [1, 2, 3].map((seed) => {
            const { actual, logs } = netIsBetter(rows, seed);
            return chooseBlend([part(actual, logs)], { hasChoices: true }).net;
          }),
        ),
      );
      expect(nets[0]).toBeLessThan(0.55);
      expect(nets[1]).toBeGreaterThan(nets[0]!);
      expect(nets[2]).toBeGreaterThan(0.85);
    },
  );

  it('counts what is left of a level once half of it is corrected', () => {
    const { actual, logs } = netIsBetter(200, 7);
    const netWith = (raised: number) => {
      const raisedLogs = { ...logs, net: logs.net.map((log) => log + raised) };
      return chooseBlend([part(actual, raisedLogs)], { hasChoices: true }).net;
    };
    expect(netWith(0)).toBeGreaterThan(netWith(1));
    expect(netWith(1)).toBeGreaterThan(0);
    expect(netWith(4)).toBe(0);
  });

  it('counts what is missed in each part around that part, so that a shop may have grown in between', () => {
    const { actual, logs } = netIsBetter(1200, 3);
    const half = (from: number, factor: number) => ({
      actualUnits: actual.slice(from, from + 600).map((units) => units * factor),
      soldOut: [],
      logs: Object.fromEntries(
        Object.entries(logs).map(([name, values]) => [
          name,
          Array.from(values).slice(from, from + 600),
        ]),
      ) as unknown as MemberLogs,
    });
    const choose = (factor: number) =>
      chooseBlend([half(0, 1), half(600, factor)], { hasChoices: true });
    expect(choose(1).net).toBeGreaterThan(0.5);
    expect(choose(20).net).toBeCloseTo(choose(1).net, 0);
  });

  it('gives shares in eighths that add up to one, whatever came of the launches', () => {
    const units = fc.oneof(fc.constant(0), fc.constant(7), fc.integer({ min: 0, max: 1e6 }));
    const outcomes = fc.integer({ min: 1, max: 9 }).chain((rows) =>
      fc.tuple(
        fc.oneof(
          fc.array(units, { minLength: rows, maxLength: rows }),
          units.map((value) => new Array<number>(rows).fill(value)), // all alike
        ),
        fc.array(
          fc.array(fc.double({ min: 0, max: 8, noNaN: true }), {
            ...{ minLength: rows, maxLength: rows },
          }),
          { minLength: 6, maxLength: 6 },
        ),
      ),
    );
    fc.assert(
      fc.property(outcomes, fc.boolean(), ([actual, each], hasChoices) => {
        const blend = chooseBlend([part(actual, members(each))], { hasChoices });
        const shares = MEMBER_NAMES.map((name) => weightOf(blend, name));
        expect(shares).toHaveLength(6);
        expect(shares.every((share) => share >= 0 && Number.isInteger(8 * share))).toBe(true);
        expect(shares.reduce((a, b) => a + b)).toBe(1);
      }),
      { numRuns: 40 },
    );
  });

  it('does not heed a slip of the pen among the launches that judge', () => {
    const { actual, logs } = netIsBetter(1200, 3);
    const chosen = chooseBlend([part(actual, logs)], { hasChoices: true });
    const slip = actual.map((units, i) => (i % 100 === 7 ? 100 * units : units));
    const other = chooseBlend([part(slip, logs)], { hasChoices: true });
    expect(Math.abs(other.net - chosen.net)).toBeLessThanOrEqual(0.125);
  });

  it('keeps to where it began where all launches went the same and all said so', () => {
    const same = members([0, 1, 2, 3, 4, 5].map(() => [2, 2, 2, 2]));
    const chosen = chooseBlend([part([9, 9, 9, 9], same)], { hasChoices: true });
    expect(chosen).toEqual(weights([0.125, 0.75, 0.125, 0, 0, 0]));
  });

  it('names the base models that have a weight in any of some blends', () => {
    const some = [weights([0.5, 0.5, 0, 0, 0, 0]), weights([0, 0.875, 0, 0, 0.125, 0])];
    expect([...usedMembers(some)]).toEqual(['net', 'ridge', 'analogues']);
  });

  it('never predicts less than nothing', () => {
    expect([...unitsFromLogs([-3, 0, Math.log(2)])]).toEqual([0, 0, expect.closeTo(1, 12)]);
  });
});

it('sets product and action side by side, without the constant', () => {
  const joined = joinedInputs(Float32Array.of(1, 2, 3, 4), Float32Array.of(1, 8, 1, 9), 2);
  expect([...joined]).toEqual([1, 2, 8, 3, 4, 9]);
});

const PRIOR = weights([0.125, 0.75, 0.125, 0, 0, 0]);
/** Launches that each base model misses by its own spread, and by a level that differs between base models. */
function missedPart(
  count: number,
  spreads: Readonly<Record<MemberName, number>>,
  level = 0,
): UnseenPart {
  const random = seededRandom(count);
  const noise = () => random() + random() + random() - 1.5;
  const actualUnits = Float64Array.from({ length: count }, () => Math.round(10 + 90 * random()));
  const logsOf = (spread: number, raised: number) =>
    Array.from(actualUnits, (units) => Math.log1p(units) + raised + spread * noise());
  const logs = Object.fromEntries(
    MEMBER_NAMES.map((name, i) => [name, logsOf(spreads[name], level / (1 + i))]),
  ) as Record<MemberName, number[]>;
  return { actualUnits, soldOut: [], logs };
}

const fromZero = (most: number) => Array.from({ length: most + 1 }, (_, count) => count);

/** Weights by the definition of the cost, over every blend in eighths without one base model. */
function bruteForce(parts: readonly UnseenPart[], without: MemberName): BlendWeights {
  const kept = MEMBER_NAMES.filter((name) => name !== without);
  const scale = 1 - PRIOR[without];
  const middleOf = (values: readonly number[]) => {
    const sorted = [...values].sort((a, b) => a - b);
    const half = sorted.length / 2;
    return Number.isInteger(half) ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[half - 0.5]!;
  };
  const riskOf = (weights: Record<MemberName, number>) => {
    let all = 0;
    let count = 0;
    for (const { actualUnits, logs } of parts) {
      const missed = Array.from(actualUnits, (units, i) => {
        const log = kept.reduce((sum, name) => sum + weights[name] * logs[name][i]!, 0);
        return Math.log1p(units) - log;
      });
      const middle = middleOf(missed);
      all += missed.reduce((sum, value) => sum + (value - middle / 2) ** 2, 0);
      count += missed.length;
    }
    return { risk: all / count, count };
  };
  const eighths = fromZero(8).flatMap((a) =>
    fromZero(8 - a).flatMap((b) =>
      fromZero(8 - a - b).flatMap((c) =>
        fromZero(8 - a - b - c).map((d) => [a, b, c, d, 8 - a - b - c - d]),
      ),
    ),
  );
  const blends = eighths.map((counts) => {
    const own = weights([0, 0, 0, 0, 0, 0]);
    kept.forEach((name, i) => (own[name] = counts[i]! / 8));
    return own;
  });
  const risks = blends.map(riskOf);
  const least = Math.min(...risks.map(({ risk }) => risk));
  const costs = blends.map((weights, i) => {
    const { risk, count } = risks[i]!;
    const away = kept.reduce((sum, name) => sum + (weights[name] - PRIOR[name] / scale) ** 2, 0);
    return risk / least + away * (0.5 / Math.sqrt(count) + 15 / count);
  });
  return blends[costs.indexOf(Math.min(...costs))]!;
}

describe('blends without one base model', () => {
  // Errors without outliers, so that none counts as a slip.
  const spreads = { net: 0.5, ridge: 0.4, trees: 0.4, process: 0.5, analogues: 0.5, median: 1 };
  const parts = [missedPart(120, spreads), missedPart(80, spreads, 0.6)];

  it('are those of the least cost without it, and only base models with a weight are left out', () => {
    const { blend, without } = chooseBlends(parts, { hasChoices: true });
    const used = MEMBER_NAMES.filter((name) => weightOf(blend, name) > 0);
    expect(used.length).toBeGreaterThan(1);
    expect([...without.keys()]).toEqual(used);
    for (const [name, others] of without) {
      expect(others).toEqual(bruteForce(parts, name));
      expect(others[name]).toBe(0);
    }
  });

  it('lean on the others as the prior does, where few launches say little', () => {
    const same = [1, 2, 3];
    const logs = members([same, same, same, same, same, same]);
    const alike = { actualUnits: Float64Array.of(2, 6, 20), soldOut: [], logs };
    const { without } = chooseBlends([alike], { hasChoices: true });
    expect(without.get('ridge')).toMatchObject({ net: 0.5, trees: 0.5 });
    expect(without.get('trees')).toMatchObject({ net: 0.125, ridge: 0.875 });
  });
});
