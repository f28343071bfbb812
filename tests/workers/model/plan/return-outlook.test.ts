import { describe, expect, it } from 'vitest';
import { fitReturnRates } from '#core/model/return-rates/fit-return-rates.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { returnOutlook } from '#workers/model/plan/return-outlook.ts';
import { sampleProduct } from '../../../support/ranking.ts';

/** Linen comes back three times as often as wool; capes hardly ever sold. */
function model(): Pick<TrainedModel, 'returnRates'> {
  const launches = Array.from({ length: 60 }, (_, i) => {
    const material = i % 2 === 0 ? 'linen' : 'wool';
    const category = i < 58 ? 'Coats' : 'Capes';
    const sold = i < 58 ? 200 : 3;
    const product = { title: '', category, brand: '', listPrice: null, attributes: { material } };
    return { product, sold, returned: Math.round(sold * (material === 'linen' ? 0.24 : 0.08)) };
  });
  const returnRates = fitReturnRates(launches)!;
  return { returnRates: { ...returnRates, usualAction: new Float64Array(0) } };
}

const coat = (material: string, category = 'Coats') =>
  sampleProduct({ title: '', category, brand: '', listPrice: null, attributes: { material } });

describe('how sure a return rate is', () => {
  it('is its range, moved to the rate of the plan’s action, with what moves it', () => {
    const own = returnOutlook(model(), coat('linen'), { returnRate: 0.24 })!;
    expect(own.low80).toBeLessThan(0.24);
    expect(own.high80).toBeGreaterThan(0.24);
    expect(own.strength).toBeGreaterThan(10);
    expect(own.reasons[0]!.texts).toEqual(['linen']);
    expect(own.reasons[0]!.points).toBeGreaterThan(0.03);
    expect(own.reasons[0]!.units).toBeGreaterThan(5_000);
    const promoted = returnOutlook(model(), coat('linen'), { returnRate: 0.4 })!;
    expect(promoted.low80).toBeLessThan(0.4);
    expect(promoted.low80).toBeGreaterThan(own.low80);
    expect(promoted.high80).toBeGreaterThan(0.4);
  });

  it('is not said for a category of few units, nor without returns', () => {
    expect(returnOutlook(model(), coat('linen', 'Capes'), { returnRate: 0.2 })).toBeNull();
    expect(returnOutlook(model(), coat('linen'), {})).toBeUndefined();
    expect(
      returnOutlook({ returnRates: null }, coat('linen'), { returnRate: 0.2 }),
    ).toBeUndefined();
  });
});
