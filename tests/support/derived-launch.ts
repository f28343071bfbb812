import type { DerivedLaunch } from '#core/import/derivation/derivation-settings.ts';

/** Returns a derived launch for which the files show only sales. */
export function derivedLaunch(facts: Partial<DerivedLaunch> = {}): DerivedLaunch {
  return {
    ...{ productId: 'mug', title: 'Mug', category: '', brand: '', launchDay: 0 },
    ...{ channel: '', promotion: '', listPrice: NaN, salePrice: NaN, unitCost: NaN },
    ...{ firstStock: NaN, adSpend: NaN, impressions: NaN, clicks: NaN },
    ...{ units: 5, orders: 4, revenue: NaN, returns: 0 },
    weeklyUnits: new Array<number>(12).fill(NaN),
    variants: [],
    ...facts,
  };
}
