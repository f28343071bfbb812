import type { Currency, CurrencyRates } from '#core/base/currency.ts';
import type { DateOrder } from '../values/read-date.ts';
import { DEFAULT_TREATMENTS, type Treatments } from '../csv/treatments.ts';
import type { Mapping } from '../schema/mapping.ts';
import type { FillIns } from './fill-ins.ts';

/** How the columns of a file become launches. It is replayed whenever it changes; the stored file is never altered. */
export interface Recipe {
  readonly mapping: Mapping;
  readonly treatments: Treatments;
  /** null: guessed from the column. */
  readonly dateOrder: DateOrder | null;
  readonly currencyRates: CurrencyRates;
  /** Days after the launch over which outcomes are counted. Missing: HORIZON_DAYS. */
  readonly horizonDays?: number;
  /** Present where launches were derived from sales, so that one that sold nothing cannot be seen. */
  readonly soldOnly?: true;
  /** Cells that the file left empty and the seller filled in. */
  readonly fillIns?: FillIns;
}

/** Returns a recipe with a mapping and the defaults for everything else. */
export function plainRecipe(mapping: Mapping): Recipe {
  return { mapping, treatments: DEFAULT_TREATMENTS, dateOrder: null, currencyRates: {} };
}

/** Returns whether a number is a valid exchange rate: finite and above 0. */
export function isCurrencyRate(value: number): boolean {
  return Number.isFinite(value) && value > 0;
}

/**
 * Returns a recipe with the rates that the seller typed. null removes a rate; other rates stay.
 * @throws RangeError for a rate that is not a finite number above 0
 */
export function withCurrencyRates(
  recipe: Recipe,
  typed: Readonly<Record<Currency, number | null>>,
): Recipe {
  const merged = Object.entries({ ...recipe.currencyRates, ...typed });
  const rates = merged.flatMap(([currency, rate]): [Currency, number][] => {
    if (rate === null) return [];
    if (!isCurrencyRate(rate)) throw new RangeError(`expected a rate above zero, got ${rate}`);
    return [[currency, rate]];
  });
  return { ...recipe, currencyRates: Object.fromEntries(rates) };
}
