// Says what the forecast of a category that was never sold rests on.

import type { LaunchPlan, NeverSoldCategory } from '#core/planning/plan/launch-plan.ts';
import { m } from '#messages';
import type { Finding } from '#components/ui/feedback/finding.ts';
import { countedCategories } from '#components/words/counts.ts';
import { listed } from '#components/words/lists.ts';
import { formatFinePercent, formatPercent, formatUnits } from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';
import { sentences } from '#components/words/sentences.ts';

/** null where the category was sold before, and in plans that do not say. */
export function neverSoldFinding({
  neverSold,
  product: { category },
}: Pick<LaunchPlan, 'neverSold' | 'product'>): Finding | null {
  if (!neverSold) return null;
  const market = marketWords(neverSold, category);
  if (market) return { icon: 'note', title: m.plan_never_sold_market(), advice: market };
  const advice = m.plan_never_sold_advice({ category });
  return { icon: 'note', title: m.plan_never_sold(), advice };
}

/** null where the forecast does not rest on a niche. */
function marketWords(
  { niche, nicheShare, categories }: NeverSoldCategory,
  category: string,
): string | null {
  if (!niche || nicheShare === null) return null;
  const { unitsLow, unitsHigh, returnRate } = niche;
  const sold = m.plan_never_sold_niche({
    ...{ category, niche: niche.name, files: listed(niche.fileNames) },
    units: formatRange(unitsLow, unitsHigh, formatUnits),
  });
  const share = m.plan_never_sold_share({
    ...{ categories: countedCategories(categories), share: formatFinePercent(nicheShare) },
  });
  const returned =
    returnRate === null ? '' : m.plan_never_sold_returned({ share: formatPercent(returnRate) });
  return sentences(sold, share, returned, m.plan_never_sold_small());
}
