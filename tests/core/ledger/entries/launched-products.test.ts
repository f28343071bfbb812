import { describe, expect, it } from 'vitest';
import {
  entriesAhead,
  launchedEntries,
  unlaunchedProducts,
} from '#core/ledger/entries/launched-products.ts';
import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import { adoptedPlan, sampleActual } from '../../../support/adopted-plan.ts';
import { SAMPLE_MONDAY, sampleProduct } from '../../../support/ranking.ts';

const mug = sampleProduct({ id: 'mug', title: 'Mug' });
const lamp = sampleProduct({ id: 'lamp', title: 'Lamp' });
/** The mug, adopted for SAMPLE_MONDAY. */
const entry = (change: Partial<AdoptedPlan> = {}) => adoptedPlan({ product: mug, ...change });

function waiting(entries: readonly AdoptedPlan[], today = SAMPLE_MONDAY): string[] {
  return unlaunchedProducts([mug, lamp], entries, today).map(({ id }) => id);
}

describe('launched products', () => {
  it('are those whose launch day is past or that have a result, and no others', () => {
    expect(waiting([])).toEqual(['mug', 'lamp']);
    expect(waiting([entry()])).toEqual(['mug', 'lamp']);
    expect(waiting([entry()], SAMPLE_MONDAY + 1)).toEqual(['lamp']);
    expect(waiting([entry({ actual: sampleActual({ isEarly: true }) })])).toEqual(['lamp']);
  });

  it('wait again where the plan was withdrawn or the seller plans again', () => {
    const actual = sampleActual();
    expect(waiting([entry({ actual, withdrawnAt: 5 })])).toEqual(['mug', 'lamp']);
    expect(waiting([entry({ actual, isPlannedAgain: true })])).toEqual(['mug', 'lamp']);
  });

  it('are judged by the plan adopted last', () => {
    const again = [entry({ actual: sampleActual(), isPlannedAgain: true }), entry({ id: 2 })];
    expect(waiting(again)).toEqual(['mug', 'lamp']);
    const launched = launchedEntries([mug, lamp], again, SAMPLE_MONDAY + 1);
    expect(launched.map(({ id }) => id)).toEqual([2]);
  });

  it('have no plan ahead, and neither has the earlier launch of one planned again', () => {
    const again = entry({ actual: sampleActual(), isPlannedAgain: true });
    const ahead = (entries: readonly AdoptedPlan[]) =>
      entriesAhead(entries, SAMPLE_MONDAY).map(({ id }) => id);
    expect(ahead([entry({ actual: sampleActual() })])).toEqual([]);
    expect(ahead([again])).toEqual([]);
    expect(ahead([again, entry({ id: 2 })])).toEqual([2]);
    expect(ahead([entry({ id: 3 }), entry({ id: 4, withdrawnAt: 1 })])).toEqual([3]);
  });

  it('are not another product that was given the ID of a removed one', () => {
    const actual = sampleActual();
    const other = sampleProduct({ id: 'mug', title: 'Poster', category: 'Walls' });
    const described = sampleProduct({ id: 'mug', title: 'Mug', category: 'Cups' });
    const today = SAMPLE_MONDAY;
    expect(unlaunchedProducts([other], [entry({ actual })], today)).toEqual([other]);
    expect(unlaunchedProducts([described], [entry({ actual })], today)).toEqual([]);
  });

  it('come the newest launch first, by the day on which they went on sale', () => {
    const actual = sampleActual({ launchDay: SAMPLE_MONDAY - 9 });
    const entries = [
      entry({ actual }),
      adoptedPlan({ id: 2, product: lamp, actual: sampleActual() }),
    ];
    const launched = launchedEntries([mug, lamp], entries, SAMPLE_MONDAY);
    expect(launched.map(({ product }) => product.id)).toEqual(['lamp', 'mug']);
  });
});
