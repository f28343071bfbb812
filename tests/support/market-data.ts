import type { MarketFile } from '#core/import/market/market.ts';

type SearchFile = MarketFile & { readonly kind: 'trends' };

interface Searched {
  readonly fileName?: string;
  readonly term?: string;
  readonly values?: readonly number[];
}

/** A market data file of one term, week by week from the Monday after 2024-01-01. */
export function searchFile({
  fileName = 'trends.csv',
  term = 'cloud lamp',
  values = [40, NaN, 100],
}: Searched = {}): SearchFile {
  const days = Int32Array.from(values, (_, week) => 19_730 + 7 * week);
  const series = { term, place: 'Worldwide', step: 'week', scale: 'index' } as const;
  return {
    ...{ kind: 'trends', fileName, facts: NO_FACTS },
    account: { rows: values.length, read: values.length, leftOut: {}, otherColumns: [] },
    series: [
      { ...series, days, values: Float32Array.from(values), lastIsPartial: false, download: 7 },
    ],
  };
}

/** Lines above a table that state nothing. */
export const NO_FACTS = {
  ...{ niche: '', brand: '', asin: '', term: '' },
  ...{ updated: NaN, from: NaN, until: NaN },
};
