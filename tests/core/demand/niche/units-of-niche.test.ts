import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitsOfOne } from '#core/demand/niche/units-of-niche.ts';
import { knownNiche, marketNiche, marketOffer } from '../../../support/niches.ts';

const bounds = { unitsLow360: 1_000, unitsHigh360: 3_000, products: 20 };
const sold = [50, 10, 40, 20, 30].map((units30) => marketOffer({ units30 }));

describe('unitsOfOne', () => {
  it('takes the stated bounds of one product first', () => {
    const niche = marketNiche({ meanUnitsLow360: 120, meanUnitsHigh360: 180, ...bounds });
    expect(unitsOfOne(knownNiche({ niche, offers: sold }))).toEqual({ low: 120, high: 180 });
  });

  it('else divides the units of the niche by its products', () => {
    const niche = marketNiche({ meanUnitsLow360: 120, ...bounds });
    expect(unitsOfOne(knownNiche({ niche, offers: sold }))).toEqual({ low: 50, high: 150 });
  });

  it('else takes the quartiles of the offers, for twelve times 30 days', () => {
    // Of 10, 20, 30, 40 and 50 a month, the quartiles are 20 and 40.
    const quartiles = { low: 240, high: 480 };
    expect(unitsOfOne(knownNiche({ offers: sold }))).toEqual(quartiles);
    const niche = marketNiche({ ...bounds, products: 0 });
    expect(unitsOfOne(knownNiche({ niche, offers: [...sold, marketOffer()] }))).toEqual(quartiles);
    const wholes = sold.map(({ units30 }) => marketOffer({ productUnits30: units30 }));
    expect(unitsOfOne(knownNiche({ offers: wholes }))).toEqual(quartiles);
  });

  it('is null where nothing is known, or hardly more than nothing', () => {
    expect(unitsOfOne(knownNiche())).toBeNull();
    expect(unitsOfOne(knownNiche({ niche: marketNiche() }))).toBeNull();
    expect(unitsOfOne(knownNiche({ offers: sold.slice(0, 3) }))).toBeNull();
  });

  it('is in order and finite, whatever a file says', () => {
    const figure = fc.oneof(fc.constantFrom(NaN, Infinity, -1, 0), fc.double({ min: 0, max: 1e9 }));
    const niche = fc
      .record({ meanUnitsLow360: figure, meanUnitsHigh360: figure, unitsLow360: figure })
      .chain((some) =>
        fc
          .record({ unitsHigh360: figure, products: figure })
          .map((others) => marketNiche({ ...some, ...others })),
      );
    const offers = fc.array(fc.record({ units30: figure, productUnits30: figure }));
    fc.assert(
      fc.property(niche, offers, (row, made) => {
        const units = unitsOfOne(knownNiche({ niche: row, offers: made.map(marketOffer) }));
        if (!units) return;
        expect(units.low).toBeGreaterThanOrEqual(0);
        expect(units.high).toBeGreaterThanOrEqual(units.low);
        expect(units.high).toBeLessThan(Infinity);
      }),
    );
  });
});
