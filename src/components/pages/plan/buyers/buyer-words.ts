import type { BuyerStudy } from '#core/model/segments/buyer-study.ts';
import {
  LEAST_AGREEMENT,
  type BestOffer,
  type BuyerGroup,
  type BuyerGroups,
  type HabitKind,
} from '#core/model/segments/buyer-groups.ts';
import type { ReturningForecast } from '#core/model/segments/forecast-returning.ts';
import { m } from '#messages';
import { countedUnits } from '#components/words/counts.ts';
import { listed } from '#components/words/lists.ts';
import { formatMoney } from '#components/words/money.ts';
import {
  formatCount,
  formatHundredths,
  formatPercent,
  formatUnits,
  MISSING,
} from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';

const KIND_WORDS: Readonly<Record<HabitKind, () => string>> = {
  new: () => m.buyers_kind_new(),
  regular: () => m.buyers_kind_regular(),
  bargain: () => m.buyers_kind_bargain(),
  lapsed: () => m.buyers_kind_lapsed(),
};

const OFFER_WORDS: Readonly<Record<BestOffer, () => string>> = {
  discount: () => m.buyers_offer_discount(),
  'early-access': () => m.buyers_offer_early(),
  'win-back': () => m.buyers_offer_win_back(),
  'second-order': () => m.buyers_offer_second(),
  none: () => m.buyers_offer_none(),
};

/** Says how many orders past buyers may place in the next 28 days. */
export function ordersFinding({ ordersToCome: [next = 0] }: BuyerStudy): string {
  const count = Math.round(next);
  return count > 0
    ? m.buyers_finding({ count, text: formatUnits(next) })
    : m.buyers_finding_hardly();
}

/** Says how sure groups are, or why there are none. */
export function agreementWords({ agreement, lack }: BuyerGroups): string {
  const text = formatHundredths(agreement);
  if (lack === 'unstable')
    return m.buyers_unstable({ agreement: text, needed: formatHundredths(LEAST_AGREEMENT) });
  if (lack === 'few-buyers') return m.buyers_few_sorted();
  if (lack === 'no-groups') return m.buyers_no_categories();
  return m.buyers_agreement({ agreement: text });
}

/** Columns that no group knows are left out. */
export function groupTable(groups: readonly BuyerGroup[]) {
  const columns = COLUMNS.filter(({ isKnown }) => groups.some(isKnown));
  return {
    heads: [m.buyers_head_group(), ...columns.map(({ head }) => head())],
    rows: groups.map((group): [head: string, ...values: string[]] => [
      nameOf(group),
      ...columns.map(({ isKnown, text }) => (isKnown(group) ? text(group) : MISSING)),
    ]),
  };
}

function nameOf({ kind, about }: BuyerGroup): string {
  return kind ? KIND_WORDS[kind]() : listed(about);
}

interface Column {
  readonly head: () => string;
  readonly isKnown: (group: BuyerGroup) => boolean;
  readonly text: (group: BuyerGroup) => string;
}

const always = () => true;

const COLUMNS: readonly Column[] = [
  {
    head: () => m.buyers_head_size(),
    isKnown: always,
    text: ({ buyers }) => formatCount(buyers),
  },
  {
    head: () => m.buyers_head_sales(),
    isKnown: always,
    text: ({ salesShare }) => formatPercent(salesShare),
  },
  {
    head: () => m.buyers_head_orders(),
    isKnown: always,
    text: ({ ordersToCome }) => formatUnits(ordersToCome),
  },
  {
    head: () => m.buyers_head_value(),
    isKnown: ({ valueToCome }) => valueToCome !== null,
    text: ({ valueToCome }) => formatMoney(valueToCome),
  },
  {
    head: () => m.buyers_head_discount(),
    isKnown: ({ discountShare }) => discountShare !== null,
    text: ({ discountShare }) => formatPercent(discountShare),
  },
  {
    head: () => m.buyers_head_new(),
    isKnown: always,
    text: ({ newShare }) => formatPercent(newShare),
  },
  {
    head: () => m.buyers_head_channel(),
    isKnown: ({ channel }) => channel !== null,
    text: ({ channel }) =>
      m.buyers_channel({ name: channel?.name ?? '', share: formatPercent(channel?.share) }),
  },
  {
    head: () => m.buyers_head_offer(),
    isKnown: always,
    text: ({ offer }) => OFFER_WORDS[offer](),
  },
];

export function returningFinding({ buyers }: ReturningForecast): string {
  const range = formatRange(buyers.low90, buyers.high90, formatUnits);
  const count = Math.round(buyers.middle);
  if (count === 0) return m.buyers_return_hardly({ range });
  return m.buyers_return_finding({ count, text: formatUnits(buyers.middle), range });
}

/** Says what returning buyers mean for the plan. */
export function returningAdvice(forecast: ReturningForecast, { habits }: BuyerStudy): string[] {
  const { low90, high90 } = forecast.firstWeekUnits;
  return [
    low90 >= 1
      ? m.buyers_return_floor({ units: countedUnits(low90) })
      : m.buyers_return_no_floor({ most: countedUnits(Math.max(1, high90)) }),
    m.buyers_return_ads(),
    offerAdvice(habits.groups?.find(({ kind }) => kind === 'regular')),
  ];
}

/** Share of their lines from which regular buyers count as used to discounts. */
const OFTEN_DISCOUNTED = 0.25;

function offerAdvice(regular: BuyerGroup | undefined): string {
  const bought = regular?.discountShare ?? null;
  if (bought === null) return m.buyers_return_early_unknown();
  const share = formatPercent(bought);
  return bought < OFTEN_DISCOUNTED
    ? m.buyers_return_early({ share })
    : m.buyers_return_bargain({ share });
}
