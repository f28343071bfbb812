import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { fitShrinkage, type JudgedForecasts } from '#core/evaluation/picks/fit-shrinkage.ts';

/** Launches whose units follow exp(level + slope × (log forecast − 4)), with noise of up to a half. */
function launches(count: number, { level, slope }: { level: number; slope: number }) {
  const random = seededRandom(7);
  const predictedLog = Float64Array.from({ length: count }, () => 2 + 4 * random());
  const actualUnits = predictedLog.map(
    (log) => Math.exp(4 + level + slope * (log - 4)) * (0.5 + random()),
  );
  const soldOut = Array.from(predictedLog, () => false);
  return { predictedLog, actualUnits, soldOut, residuals: Float64Array.from([0]) };
}

/** Half the squared doubt, plus the Poisson deviance over a dispersion: what the fit minimises, written out again. */
function badness(
  { predictedLog, actualUnits }: JudgedForecasts,
  centre: number,
  dispersion: number,
) {
  return (level: number, slope: number): number => {
    let sum = (level ** 2 + (slope - 1) ** 2) / (2 * 0.25 ** 2);
    predictedLog.forEach((log, i) => {
      const mean = Math.expm1(log) * Math.exp(level + (slope - 1) * (log - centre));
      sum += (mean - actualUnits[i]! * Math.log(mean)) / dispersion;
    });
    return sum;
  };
}

describe('what large forecasts came to', () => {
  it('finds the line of many launches', () => {
    const found = fitShrinkage(launches(4000, { level: -0.3, slope: 0.7 }))!;
    // The line was drawn through 4; the centre is where the forecasts' weight lies.
    expect(found.slope).toBeCloseTo(0.7, 1);
    expect(found.level + (found.slope - 1) * (4 - found.centre)).toBeCloseTo(-0.3, 1);
    expect(found.count).toBe(4000);
  });

  it('never rises more steeply than the forecasts', () => {
    const found = fitShrinkage(launches(4000, { level: 0, slope: 1.4 }))!;
    expect(found.slope).toBe(1);
    // Sums still come out right.
    const given = launches(4000, { level: 0.3, slope: 1.4 });
    const level = fitShrinkage(given)!.level;
    const forecast = given.predictedLog.reduce((all, log) => all + Math.expm1(log), 0);
    const sold = given.actualUnits.reduce((all, units) => all + units, 0);
    expect((forecast * Math.exp(level)) / sold).toBeCloseTo(1, 1);
  });

  it('has the least penalised deviance of all lines nearby', () => {
    const given = launches(60, { level: -0.4, slope: 0.6 });
    const { centre, level, slope } = fitShrinkage(given)!;
    const means = given.predictedLog.map(
      (log) => Math.expm1(log) * Math.exp(level + (slope - 1) * (log - centre)),
    );
    const pearson = means.reduce(
      (all, mean, i) => all + (given.actualUnits[i]! - mean) ** 2 / mean,
      0,
    );
    const of = badness(given, centre, pearson / (60 - 2));
    for (const [up, along] of [
      [0.01, 0],
      [-0.01, 0],
      [0, 0.01],
      [0, -0.01],
    ] as const)
      expect(of(level + up, slope + along)).toBeGreaterThan(of(level, slope));
  });

  it('believes forecasts where launches are few', () => {
    const [few, many] = [31, 2000].map((count) =>
      fitShrinkage(launches(count, { level: 0, slope: 0.4 })),
    );
    expect(few!.slope).toBeGreaterThan(many!.slope);
    expect(fitShrinkage(launches(29, { level: 0, slope: 0.4 }))).toBeNull();
  });

  it('takes launches that sold out for no proof of too high a forecast', () => {
    const given = launches(200, { level: -1, slope: 1 });
    const soldOut = { ...given, soldOut: given.soldOut.map(() => true) };
    expect(fitShrinkage(given)!.level).toBeLessThan(-0.5);
    expect(fitShrinkage(soldOut)!.level).toBeCloseTo(0, 6);
  });
});
