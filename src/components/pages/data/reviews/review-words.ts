// What buyers say, in words.

import {
  FEWEST_TEXTS,
  isShown,
  type AspectShare,
  type AspectShares,
} from '#core/evaluation/reviews/aspect-shares.ts';
import { ofAspect, type BeforeAfter } from '#core/evaluation/reviews/aspect-groups.ts';
import type { Stake, YearSales } from '#core/evaluation/reviews/money-at-stake.ts';
import type { Direction } from '#core/evaluation/reviews/review-reading.ts';
import type { Grouping } from '#core/evaluation/reviews/voice.ts';
import type { ReviewKind, ReviewLack, ReviewList } from '#core/import/reviews/review.ts';
import { ASPECTS, type Aspect } from '#core/model/aspects/aspect.ts';
import { m } from '#messages';
import { countedUnits, tally } from '#components/words/counts.ts';
import { formatMonth } from '#components/words/dates.ts';
import { listed, quotedNames } from '#components/words/lists.ts';
import { formatMoney, formatPrice } from '#components/words/money.ts';
import {
  formatCount,
  formatPercent,
  formatPoints,
  formatUnits,
} from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';
import { sentences } from '#components/words/sentences.ts';

const ASPECT_NAMES: Readonly<Record<Aspect, () => string>> = {
  'size-and-fit': m.reviews_aspect_size,
  quality: m.reviews_aspect_quality,
  material: m.reviews_aspect_material,
  looks: m.reviews_aspect_looks,
  performance: m.reviews_aspect_performance,
  'smell-and-taste': m.reviews_aspect_smell,
  safety: m.reviews_aspect_safety,
  price: m.reviews_aspect_price,
  delivery: m.reviews_aspect_delivery,
  packaging: m.reviews_aspect_packaging,
  instructions: m.reviews_aspect_instructions,
  service: m.reviews_aspect_service,
};
const OWN = 'own:';

/** Returns the name of an aspect in the middle of a sentence; of a topic of the shop's own, its word. */
export function aspectName(id: string): string {
  const known = ASPECTS.find((aspect) => aspect === id);
  return known ? ASPECT_NAMES[known]() : m.forms_quoted({ value: id.replace(OWN, '') });
}

/** Returns the name of an aspect as it begins a line. */
export function aspectTitle(id: string): string {
  const name = aspectName(id);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export interface Finding {
  readonly title: string;
  readonly lead: string;
}

/** Says what buyers complain of most, or why that is not known. */
export function voiceFinding(
  shares: AspectShares,
  aspects: readonly string[],
  kind: ReviewKind,
): Finding {
  if (shares.texts < FEWEST_TEXTS) {
    return { title: m.reviews_title_few(), lead: m.reviews_few(tally(shares.texts)) };
  }
  const [worst] = shares.aspects;
  if (!worst || worst.complaintCount === 0 || !isShown(shares, worst.complaints)) {
    return { title: m.reviews_title_calm(), lead: m.reviews_few(tally(shares.texts)) };
  }
  const aspect = aspectName(aspects[worst.aspect]!);
  const { expected, low80, high80 } = worst.complaints;
  const said = {
    share: formatPercent(expected),
    range: formatRange(low80, high80, formatPercent),
  };
  return {
    title: kind === 'return' ? m.reviews_title_returns({ aspect }) : m.reviews_title({ aspect }),
    lead: kind === 'return' ? m.reviews_lead_returns(said) : m.reviews_lead(said),
  };
}

const DIRECTION_WORDS: Readonly<Record<Exclude<Direction, 'none'>, () => string>> = {
  smaller: m.reviews_smaller,
  larger: m.reviews_larger,
  'as-expected': m.reviews_as_expected,
  differs: m.reviews_differs,
  late: m.reviews_late,
};

/** Returns, for example, "Of 48 complaints: 31 say smaller than expected."; '' where no complaint says which way. */
export function directionWords({ complaintCount, directions }: AspectShare): string {
  const said = Object.entries(directions)
    .filter(([name]) => name !== 'none' && name !== 'as-expected')
    .sort(([, a], [, b]) => b - a);
  if (said.length === 0) return '';
  const parts = said.map(([name, count]) =>
    m.reviews_direction_part({
      count: formatCount(count),
      direction: DIRECTION_WORDS[name as Exclude<Direction, 'none'>](),
    }),
  );
  return m.reviews_directions({ ...tally(complaintCount), parts: listed(parts) });
}

export function countedTexts({ texts }: AspectShares, kind: ReviewKind): string {
  const counted = tally(texts);
  return kind === 'return'
    ? m.reviews_counted_returns(counted)
    : m.reviews_counted_reviews(counted);
}

/** Returns the name of a group, such as a category, "Mar 2026" or "from €20". */
export function reviewGroupName(grouping: Grouping, name: string): string {
  if (grouping === 'month') return formatMonth(Number(name));
  if (grouping === 'price') return m.reviews_price_from({ price: formatPrice(Number(name)) });
  return name;
}

/** Says how complaints changed on a day, with the range, and whether chance could have done it. */
export function changeWords(found: BeforeAfter, aspect: number): string {
  const { before, after, change, low, high } = found;
  if (Math.min(before.texts, after.texts) < FEWEST_TEXTS) {
    return m.reviews_change_few({
      before: formatCount(before.texts),
      since: formatCount(after.texts),
    });
  }
  const shareIn = (shares: AspectShares) =>
    formatPercent(ofAspect(shares, aspect)?.complaints.expected ?? 0);
  return sentences(
    m.reviews_change_words({
      before: shareIn(before),
      beforeCount: formatCount(before.texts),
      after: shareIn(after),
      afterCount: formatCount(after.texts),
      points: formatPoints(change),
      range: formatRange(low, high, formatPoints),
    }),
    low > 0 || high < 0 ? m.reviews_change_clear() : m.reviews_change_unclear(),
  );
}

/** Says what is at stake with an aspect, and its range. */
export function stakeWords({ units, margin }: Stake, aspect: string): Finding {
  const about = { aspect, units: countedUnits(units.expected) };
  const range = margin
    ? formatRange(margin.low80, margin.high80, formatMoney)
    : formatRange(units.low80, units.high80, formatUnits);
  return {
    title: margin
      ? m.reviews_fix_money({ ...about, money: formatMoney(margin.expected) })
      : m.reviews_fix_units(about),
    lead: m.reviews_fix_range({ range }),
  };
}

/** Says for how many launches the margin is known; '' where for all or none. */
export function knownMarginWords({ launches, pricedLaunches }: YearSales): string {
  if (pricedLaunches === 0 || pricedLaunches === launches) return '';
  return m.reviews_fix_some({ known: formatCount(pricedLaunches), all: formatCount(launches) });
}

const KINDS: Readonly<Record<ReviewKind, (counted: ReturnType<typeof tally>) => string>> = {
  review: m.reviews_kind_review,
  return: m.reviews_kind_return,
  question: m.reviews_kind_question,
};

const LACKS: Readonly<Record<ReviewLack, (said: { readonly count: string }) => string>> = {
  unpublished: m.reviews_left_unpublished,
  reply: m.reviews_left_reply,
  repeated: m.reviews_left_repeated,
  empty: m.reviews_left_empty,
  'no-product': m.reviews_left_no_product,
  greeting: m.reviews_left_greeting,
  system: m.reviews_left_system,
  unasked: m.reviews_left_unasked,
};

/** Returns, for example, "1,200 reviews from reviews.csv". */
export function fileWords({ fileName, kind, reviews }: ReviewList): string {
  return m.reviews_file({ read: KINDS[kind](tally(reviews.length)), file: fileName });
}

/** Says which rows and columns of a file were not kept; '' where all were. */
export function leftOutWords({ account: { leftOut, personalColumns } }: ReviewList): string {
  const parts = Object.entries(leftOut).map(([lack, count]) =>
    LACKS[lack as ReviewLack]({ count: formatCount(count) }),
  );
  return sentences(
    parts.length > 0 ? m.reviews_left_out({ parts: listed(parts) }) : '',
    personalColumns.length > 0 ? m.reviews_personal({ names: quotedNames(personalColumns) }) : '',
  );
}
