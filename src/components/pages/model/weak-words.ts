// Where forecasts are clearly worse, in words.

import type { Dimension, LaunchGroup } from '#core/evaluation/scorecard/errors-by-group.ts';
import type { WeakGroup, WeakGroups } from '#core/evaluation/scorecard/weak-groups.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import { m } from '#messages';
import { countedLaunches, tally } from '#components/words/counts.ts';
import { formatMonthName } from '#components/words/dates.ts';
import { formatPrice } from '#components/words/money.ts';
import { formatPercent } from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';

const ANY_YEAR = 2025;

/** Returns the name of a group, such as a category, "Mar" or "12–20". */
export function groupName(
  dimension: Dimension,
  { key, to }: Pick<LaunchGroup, 'key' | 'to'>,
): string {
  if (dimension === 'month') return formatMonthName(dayFromCalendar(ANY_YEAR, Number(key), 1));
  if (dimension === 'price') return formatRange(Number(key), to, formatPrice);
  return key;
}

const TITLES: Readonly<Record<Dimension, (name: string) => string>> = {
  category: (name) => m.model_weak_category({ name }),
  channel: (name) => m.model_weak_channel({ name }),
  price: (name) => m.model_weak_price({ name }),
  month: (month) => m.model_weak_month({ month }),
};

/** Returns, for example, "Launches on Email: off by 62% on 12 unseen launches (likely 45%–80%); all launches, 38%." */
export function weakWords(group: WeakGroup, { all }: Pick<WeakGroups, 'all'>): string {
  const { dimension, count, wape } = group;
  return m.model_weak_group({
    group: TITLES[dimension](groupName(dimension, group)),
    share: formatPercent(wape.expected),
    range: formatRange(wape.low80, wape.high80, formatPercent),
    launches: countedLaunches(count),
    all: formatPercent(all.expected),
  });
}

/** Says how many groups were compared, and that none is clearly worse where that is so. */
export function comparedGroups({ compared, weak }: WeakGroups): string {
  return weak.length === 0
    ? m.model_weak_none(tally(compared))
    : m.model_weak_note(tally(compared));
}
