import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offerCount } from '#core/model/features/action-space.ts';
import { economyOf, expectedOfCell } from '#core/planning/economics/economics.ts';
import { USUAL_STOCK_TERMS } from '#core/planning/plan/stock-terms.ts';
import { demandSpread } from '#core/planning/economics/demand.ts';
import type { BestCells } from '#core/planning/search/best-cells.ts';
import { afterWaiting, keptShares } from '#core/planning/search/waiting.ts';
import { meritShares } from '#core/season/offers/merit-shares.ts';
import { smallSpace } from '../../../support/action-space.ts';

const space = smallSpace();
const PLACES = 6; // three weeks, two channels
const OFFERS = offerCount(space);
const economy = economyOf(space, {
  ...{ objective: 'profit', economics: { listPrice: 20, unitCost: 8 }, returnRates: null },
  spread: demandSpread(Float64Array.from([-0.5, 0, 0.5])),
  terms: USUAL_STOCK_TERMS,
});

/** The first offer of each week and channel, with these log units; none where they are missing. */
function bestOf(logs: readonly (number | null)[]): BestCells {
  const logUnits = new Float64Array(3 * OFFERS);
  const cells = Int32Array.from(logs, (log, place) => {
    if (log === null) return -1;
    const cell = (place * OFFERS) / 2;
    logUnits[cell] = log;
    return cell;
  });
  return { cells, logUnits, economy };
}

const kept = keptShares(space.weeks, 2);
const certain = new Float64Array(OFFERS);

function meritsOf(best: BestCells, ownPlace: number, doubts = certain) {
  const values = Array.from(best.cells, (cell) =>
    cell < 0 ? 0 : expectedOfCell(economy, cell, { logUnits: best.logUnits[cell]!, stockShare: 1 }),
  );
  const own = best.cells[ownPlace]!;
  const shares = meritShares({ best, own, stockShare: 1, keptShares: kept, doubts });
  return {
    values,
    shares,
    merits: values.map((value, place) => afterWaiting(value, shares[place]!)),
  };
}

const logsOf = fc.array(fc.option(fc.double({ min: 1, max: 5, noNaN: true })), {
  minLength: PLACES,
  maxLength: PLACES,
});

describe('what places count for', () => {
  it('is their value after waiting, up to that of the plan, which is strictly the most', () => {
    fc.assert(
      fc.property(logsOf, fc.nat(PLACES - 1), (logs, ownPlace) => {
        fc.pre(logs[ownPlace] !== null);
        const { values, merits } = meritsOf(bestOf(logs), ownPlace);
        const waited = values.map((value, i) => afterWaiting(value, kept[Math.floor(i / 2)]!));
        const own = waited[ownPlace]!;
        fc.pre(own > 0);
        expect(merits[ownPlace]).toBeCloseTo(own, 4);
        for (let place = 0; place < PLACES; place++) {
          if (place === ownPlace) continue;
          expect(merits[place]).toBeLessThan(own);
          if (waited[place]! < 0.999 * own) expect(merits[place]).toBeCloseTo(waited[place]!, 4);
          else expect(merits[place]! / own).toBeGreaterThan(0.998);
        }
      }),
    );
  });

  it('keeps the order of the other places', () => {
    const { values, merits } = meritsOf(bestOf([4.5, 3, 4.4, 4.7, 4.43, 3.1]), 0);
    const waited = values.map((value, i) => afterWaiting(value, kept[Math.floor(i / 2)]!));
    const order = (list: readonly number[]) =>
      [1, 2, 3, 4, 5].sort((one, other) => list[other]! - list[one]!);
    expect(order(merits)).toEqual(order(waited));
    expect(order(waited)).not.toEqual(order(values));
  });

  it('is less where such products never had the offer, and nothing where it then loses', () => {
    const best = bestOf([4, 4.1, null, 3.6, null, null]);
    const doubts = certain.with(OFFERS / 2, 0.3);
    const { values, shares } = meritsOf(best, 0, doubts);
    const doubted = (cell: number) =>
      expectedOfCell(economy, cell, { logUnits: best.logUnits[cell]! - 0.3, stockShare: 1 });
    expect(shares[1]).toBeCloseTo(doubted(best.cells[1]!) / values[1]!, 6);
    expect([values[3]! > 0, doubted(best.cells[3]!) < 0, shares[3]]).toEqual([true, true, 0]);
  });

  it('is all of a loss, and of a product whose plan loses, whatever is left after waiting', () => {
    const losing = meritsOf(bestOf([0.2, 0.2, 0.2, 0.2, 0.2, null]), 0);
    expect(Math.max(...losing.values.slice(0, 5))).toBeLessThan(0);
    expect([...losing.shares]).toEqual([1, 1, 1, 1, 1, 1]);
    const one = meritsOf(bestOf([0.2, null, null, null, 4, null]), 0);
    expect(one.shares[4]).toBeCloseTo(kept[2]!, 6);
  });
});
