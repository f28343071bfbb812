import type { CategoryOutlook, ShopOutlook } from '#core/demand/forecast/category-outlook.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { formatChange } from '#components/words/numbers.ts';

/** Smaller changes against a year ago are called steady. */
const STEADY = 0.15;

/** Returns how the level compares with a year ago: "rising, +23%". */
export function changeWords({ yearFactor }: CategoryOutlook): string {
  if (Number.isNaN(yearFactor)) return m.outlook_change_unknown();
  const by = yearFactor - 1;
  const change = formatChange(by);
  if (by > STEADY) return m.outlook_rising({ change });
  return by < -STEADY ? m.outlook_fading({ change }) : m.outlook_steady({ change });
}

/** Returns what the outlook of a category rests on. */
export function basisWords({ isOwn }: ShopOutlook, { knownWeeks, term }: CategoryOutlook): string {
  const own = m.outlook_basis_own(tally(knownWeeks));
  if (term === null) return own;
  const market = m.outlook_basis_market({ term });
  return isOwn ? m.outlook_basis_both({ own, market }) : market;
}
