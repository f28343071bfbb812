import { describe, expect, it } from 'vitest';
import { LEAST_IN_CHANNEL, promisesOf } from '#core/ledger/entries/promise-record.ts';
import { adoptedPlan, settledPlan } from '../../../support/adopted-plan.ts';
import { sampleRange } from '../../../support/ranking.ts';

const outcome = { units: sampleRange(100), revenue: sampleRange(1134), profit: sampleRange(500) };
const many = (count: number, units: number, change: object = {}) =>
  Array.from({ length: count }, () => settledPlan(units, { outcome, ...change }));

describe('promisesOf', () => {
  it('says nothing where nothing is known', () => {
    expect(promisesOf([adoptedPlan()])).toMatchObject({ settledCount: 0, bias: [], value: [] });
  });

  it('counts what landed in each range, with what chance allows', () => {
    const [half, most] = promisesOf([...many(10, 100), ...many(7, 70), ...many(3, 20)]).coverage;
    expect([half?.inside, most?.inside, most?.count]).toEqual([10, 17, 20]);
    expect(most!.low).toBeLessThan(0.8);
    expect(most!.high).toBeGreaterThan(0.85);
  });

  it('tells of a channel from so many results on', () => {
    const few = many(LEAST_IN_CHANNEL - 1, 150, { facts: { channel: 'Fair' } });
    const { bias } = promisesOf([
      ...few,
      ...many(12, 120),
      ...many(9, 50, { facts: { channel: 'Web' } }),
    ]);
    expect(bias.map(({ channel, error }) => [channel, error.count])).toEqual([
      ['Own store', 12],
      ['Web', 9],
    ]);
    expect(bias[1]?.error.mean).toBeCloseTo(Math.log(51 / 101));
  });

  it('holds value promised against value that came, by what plans were made for', () => {
    const units = many(2, 130, { objective: 'units' });
    const { value } = promisesOf([...many(9, 130), ...units]);
    expect(value.map(({ objective }) => objective)).toEqual(['profit', 'units']);
    expect(value[0]?.promised).toBe(100);
    expect(value[0]?.realised.mean).toBeCloseTo(260);
    expect(value[1]).toMatchObject({ promised: 20, realised: { count: 2, range: null } });
  });
});
