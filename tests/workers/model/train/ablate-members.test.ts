import { describe, expect, it } from 'vitest';
import {
  MEMBER_NAMES,
  weightOf,
  type BlendWeights,
  type MemberLogs,
} from '#core/model/blend/blend.ts';
import type { UnseenLogs } from '#core/model/blend/calibration.ts';
import { seededRandom } from '#core/base/random.ts';
import { ablateMembers, type BlendedPart } from '#workers/model/train/ablate-members.ts';

const random = seededRandom(11);
const values = (count: number) => Array.from({ length: count }, () => 2 + 3 * random());
const memberLogs = (count: number) =>
  Object.fromEntries(MEMBER_NAMES.map((name) => [name, values(count)])) as unknown as MemberLogs;
const blend: BlendWeights = { net: 0, ridge: 0.5, trees: 0.5, analogues: 0, median: 0 };
const without = new Map([
  ['ridge', { net: 0, ridge: 0, trees: 0.75, analogues: 0.25, median: 0 }],
  ['trees', { net: 0, ridge: 1, trees: 0, analogues: 0, median: 0 }],
] as const);

/** Returns the blend of two lists, as numbers. */
const mixed = (logs: MemberLogs, weights: BlendWeights) =>
  Array.from(logs.ridge, (_, i) =>
    MEMBER_NAMES.reduce((all, name) => all + weightOf(weights, name) * logs[name][i]!, 0),
  );

function partOf(count: number, isCalibrated: boolean): BlendedPart {
  const logs = memberLogs(count);
  const usualLogs = isCalibrated ? memberLogs(count) : null;
  const actualUnits = Float64Array.from({ length: count }, () => Math.round(60 * random()));
  const soldOut = Array.from({ length: count }, (_, i) => i % 5 === 0);
  const unseen: UnseenLogs = {
    soldOut,
    actual: actualUnits.map(Math.log1p),
    predicted: mixed(logs, blend),
    usual: usualLogs ? mixed(usualLogs, blend) : new Float64Array(count),
    published: values(count),
    middle: new Float64Array(count).fill(3),
  };
  return { actualUnits, soldOut, logs, usualLogs, unseen };
}

/** Forecast of one launch by the formula: products and actions believed by their shares, and the level added. */
function unitsBy(part: BlendedPart, i: number, weights: BlendWeights, learnt: Learnt): number {
  const { productShare, actionShare } = learnt.shares;
  const own = mixed(part.logs, weights)[i]!;
  const usual = part.usualLogs ? mixed(part.usualLogs, weights)[i]! : part.unseen.usual[i]!;
  const log =
    3 +
    productShare * (usual - 3) +
    actionShare * (own - usual) +
    (1 - actionShare) * part.unseen.published[i]! +
    learnt.errors.level;
  const units = Math.max(0, Math.round(Math.exp(log) - 1));
  return part.soldOut[i] ? Math.min(units, part.actualUnits[i]!) : units;
}

type Learnt = ReturnType<typeof learnAs>;
const learnAs = (share: number, level: number) => ({
  shares: { productShare: share, actionShare: share },
  errors: { level, residuals: new Float64Array() },
});

function bruteWape(parts: readonly BlendedPart[], weights: BlendWeights, learnt: Learnt): number {
  let missed = 0;
  let sold = 0;
  for (const part of parts)
    for (const [i, actual] of part.actualUnits.entries()) {
      missed += Math.abs(unitsBy(part, i, weights, learnt) - actual);
      sold += actual;
    }
  return missed / sold;
}

describe.each([
  ['calibrated', true, 0.7],
  ['of a long history, without calibration', false, 1],
] as const)('base models left out, %s', (_, isCalibrated, share) => {
  const backtests = [partOf(40, isCalibrated), partOf(30, isCalibrated)];
  const test = partOf(50, isCalibrated);
  const whole = learnAs(share, 0.1);
  /** Another level for each blend, from the backtests alone. */
  const learn = (parts: readonly UnseenLogs[]) => {
    expect(parts.map(({ actual }) => actual.length)).toEqual([40, 30]);
    return learnAs(share, parts[0]!.predicted[0]! / 10);
  };

  it('are judged as the whole blend is, with what their own backtests teach', () => {
    const worths = ablateMembers({ without, whole, backtests, test, learn });
    expect(worths.map(({ member }) => member)).toEqual([...without.keys()]);
    for (const { member, unseen, backtests: before } of worths) {
      const weights = without.get(member as 'ridge')!;
      const learnt = learnAs(share, mixed(backtests[0]!.logs, weights)[0]! / 10);
      const change = (parts: readonly BlendedPart[]) =>
        bruteWape(parts, weights, learnt) - bruteWape(parts, blend, whole);
      expect(unseen.expected).toBeCloseTo(change([test]), 10);
      expect(before).toBeCloseTo(change(backtests), 10);
    }
  });
});
