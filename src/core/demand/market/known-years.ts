import { WEEKS_PER_YEAR } from '#core/base/dates.ts';
import type { KnownDemand } from './known-demand.ts';

/** Returns what is known of the series that show a year, and thus a season; null where none does. */
export function knownYears(known: KnownDemand | null): KnownDemand | null {
  if (!known) return null;
  const weeksOf = (units: Float64Array) => units.filter((each) => !Number.isNaN(each)).length;
  const places = [...known.panel.series.keys()].filter(
    (i) => weeksOf(known.panel.series[i]!.units) >= WEEKS_PER_YEAR,
  );
  if (places.length === 0) return null;
  const pick = <T>(list: readonly T[]): T[] => places.map((i) => list[i]!);
  return {
    ...known,
    panel: { ...known.panel, series: pick(known.panel.series) },
    ...{ market: pick(known.market), joined: pick(known.joined) },
  };
}
