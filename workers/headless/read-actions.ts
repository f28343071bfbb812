import { readFileSync } from 'node:fs';
import { dayFromCalendar, mondayOnOrAfter } from '#core/base/dates.ts';
import type { ActionSpace } from '#core/model/features/action-space.ts';

/** Contents of a file of actions. A channel without a fee, or a promotion without a discount, has 0. */
interface ActionsFile {
  readonly launch_year: number;
  readonly weeks: number;
  readonly channels: readonly string[];
  readonly promotions: readonly string[];
  readonly discount?: Readonly<Record<string, number>>;
  readonly price_factors: readonly number[];
  readonly ad_spend?: number;
  readonly channel_fee?: Readonly<Record<string, number>>;
}

/**
 * Reads an action space. The first week is the first of the year by ISO 8601, which contains 4 January. Throws where a
 * list is missing.
 */
export function readActions(path: string): ActionSpace {
  const file = JSON.parse(readFileSync(path, 'utf8')) as ActionsFile;
  for (const name of ['channels', 'promotions', 'price_factors'] as const)
    if (!Array.isArray(file[name])) throw new Error(`expected a list "${name}" in ${path}`);
  const firstMonday = mondayOnOrAfter(dayFromCalendar(file.launch_year, 1, 4) - 6);
  return {
    weeks: Array.from({ length: file.weeks }, (_, week) => firstMonday + 7 * week),
    channels: file.channels.map((name) => ({ name, fee: file.channel_fee?.[name] ?? 0 })),
    promotions: file.promotions.map((name) => ({ name, depth: file.discount?.[name] ?? 0 })),
    priceFactors: file.price_factors,
    adSpend: file.ad_spend ?? NaN,
    adSpends: [],
  };
}
