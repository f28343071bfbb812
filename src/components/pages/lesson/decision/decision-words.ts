import { dayFromCalendar } from '#core/base/dates.ts';
import { SHOP_CHANNELS, type ShopChannel } from '#core/lesson/decision/decision-shop.ts';
import type { OrderStudy } from '#core/lesson/decision/order-study.ts';
import { m } from '#messages';
import type { Choice } from '#components/ui/controls/choice.ts';
import { formatDayOfYear } from '#components/words/dates.ts';
import { formatPrice } from '#components/words/money.ts';
import { formatCount, formatPercent } from '#components/words/numbers.ts';

/** A year that begins on a Monday; only the day and the month are shown. */
const FIRST_MONDAY = dayFromCalendar(2001, 1, 1);

export function weekWords(week: number): string {
  return m.lessontruth_week_of({ day: formatDayOfYear(FIRST_MONDAY + 7 * (week - 1)) });
}

export function channelChoices(): Choice<ShopChannel>[] {
  const names: Readonly<Record<ShopChannel, string>> = {
    own: m.lessontruth_channel_own(),
    market: m.lessontruth_channel_market(),
    social: m.lessontruth_channel_social(),
  };
  return SHOP_CHANNELS.map((value) => ({ value, label: names[value] }));
}

/** Says where the best order lies beside the best guess. */
export function orderFinding({ bestGuess, bestOrder, money }: OrderStudy): string {
  const order = formatCount(bestOrder);
  if (money.margin <= 0) return m.lessontruth_order_loses();
  const by = bestOrder - bestGuess;
  if (by === 0) return m.lessontruth_order_same({ order });
  const size = formatCount(Math.abs(by));
  return by > 0
    ? m.lessontruth_order_above({ order, size })
    : m.lessontruth_order_below({ order, size });
}

/** Says what a missed sale and a leftover cost, and what share of cases that asks to cover. */
export function criticalWords({ money, level }: OrderStudy): string {
  const loss = formatPrice(money.leftover);
  return money.margin > 0
    ? m.lessontruth_critical({
        ...{ margin: formatPrice(money.margin), loss },
        share: formatPercent(level),
      })
    : m.lessontruth_critical_none({ loss });
}
