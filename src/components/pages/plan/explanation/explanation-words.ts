import { WEEKS_PER_YEAR, weekOfYear } from '#core/base/dates.ts';
import type {
  ModelView,
  PartGroup,
  PredictionPart,
  ProductPart,
  YearPoint,
  SimilarLaunch,
} from '#core/planning/explanation/plan-explanation.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { FEWEST_COMPARED } from '#core/planning/plan/beyond-similar.ts';
import { tagPrice } from '#core/planning/plan/tag-price.ts';
import { m } from '#messages';
import { emphasised } from '#components/words/emphasis.ts';
import { sentences } from '#components/words/sentences.ts';
import { attributeWords } from '#components/words/number-words.ts';
import {
  formatCount,
  formatFactor,
  formatPercent,
  formatUnits,
  MISSING,
} from '#components/words/numbers.ts';
import { formatMoney, formatPrice } from '#components/words/money.ts';
import { formatRange } from '#components/words/ranges.ts';
import { formatShortDay } from '#components/words/dates.ts';

type Plan = Pick<LaunchPlan, 'action' | 'product'>;

const PART_NAMES: Readonly<Record<PartGroup, (plan: Plan) => string>> = {
  week: ({ action }) => m.why_part_week({ day: formatShortDay(action.launchDay) }),
  channel: ({ action }) => action.channel ?? m.why_part_channel_open(),
  promotion: ({ action: { promotion } }) =>
    promotion === null ? m.why_part_promotion_open() : m.why_part_promotion({ name: promotion }),
  price: ({ action, product }) => {
    const { salePrice, priceFactor } = action;
    return salePrice === null
      ? m.why_part_price_share({ share: formatPercent(priceFactor) })
      : m.why_part_price({ price: formatPrice(tagPrice(action, product) ?? salePrice) });
  },
  spend: ({ action: { adSpend } }) =>
    adSpend === null ? m.why_part_spend_open() : m.why_part_spend({ amount: formatMoney(adSpend) }),
  product: () => m.why_part_product(),
};

/** Returns the name of a part of the plan, for a label or the beginning of a sentence. */
export function partName(group: PartGroup, plan: Plan): string {
  return PART_NAMES[group](plan);
}

/** A part that changes units by less than 1% is not a reason. */
const NEGLIGIBLE = Math.log(1.01);

/** Names the strongest reasons for and against, as a sentence with the parts marked. */
export function reasonsSentence(parts: readonly PredictionPart[], plan: Plan): string {
  const strong = parts.filter(({ log }) => Math.abs(log) >= NEGLIGIBLE);
  if (strong.length === 0) return m.why_no_reasons();
  const ascending = strong.toSorted((a, b) => a.log - b.log);
  const [worst] = ascending.filter(({ log }) => log < 0);
  const best = ascending.findLast(({ log }) => log > 0);
  const nameOf = ({ group }: PredictionPart) => emphasised(partName(group, plan));
  return sentences(
    best ? m.why_reason_for({ part: nameOf(best), factor: formatFactor(Math.exp(best.log)) }) : '',
    worst ? m.why_reason_against({ part: nameOf(worst), share: shareWords(worst.log) }) : '',
  );
}

/** Returns, for example, "raises by 12%" or "lowers by 7%". */
export function changeWords(log: number): string {
  const share = shareWords(log);
  return log < 0 ? m.why_takes_away({ share }) : m.why_adds({ share });
}

function shareWords(log: number): string {
  return formatPercent(Math.abs(Math.expm1(log)));
}

const PRODUCT_PARTS: Readonly<
  Record<ProductPart['kind'], (part: ProductPart, plan: Plan) => string>
> = {
  category: ({ value }) => m.why_known_category({ value }),
  brand: ({ value }) => m.why_known_brand({ value }),
  'list-price': (_part, { product }) =>
    m.why_known_list_price({ value: formatPrice(product.listPrice) }),
  attribute: ({ name, value }) => m.why_known_attribute({ name, value: attributeWords(value) }),
  word: ({ value }) => m.why_known_word({ value }),
};

export function productPartName(part: ProductPart, plan: Plan): string {
  return PRODUCT_PARTS[part.kind](part, plan);
}

/** Returns, for example, "Email, 10% off, 42.00"; a dash if nothing is known. */
export function howWords({ channel, promotion, salePrice }: SimilarLaunch): string {
  const known = [channel, promotion, salePrice === null ? null : formatPrice(salePrice)];
  return known.filter((part) => part !== null).join(m.format_comma()) || MISSING;
}

/** Returns the units sold; "> 134, sold out" where demand was higher. */
export function soldWords({ units, isSoldOut }: SimilarLaunch): string {
  const text = formatCount(units);
  return isSoldOut ? m.doubt_sold_out({ text }) : text;
}

/** Returns whether any figure in the table is not known. */
export function hasUnknown(launches: readonly SimilarLaunch[]): boolean {
  return launches.some(({ units, profit }) => units === null || profit === null);
}

/**
 * Says that most of the similar launches sold less, or more, than the plan's 80% range. The forecast then rests on how
 * the plan differs from them. Empty if they agree, or fewer than three are known.
 */
export function similarFinding(
  launches: readonly SimilarLaunch[],
  { outcome }: Pick<LaunchPlan, 'outcome'>,
): string {
  const { low80, high80 } = outcome.units;
  const units = launches.flatMap((launch) => launch.units ?? []);
  const less = units.filter((sold) => sold < low80).length;
  const more = units.filter((sold) => sold > high80).length;
  const said = (count: number) => ({
    ...{ count: formatCount(count), all: formatCount(units.length) },
    range: formatRange(low80, high80, formatUnits),
  });
  if (units.length < FEWEST_COMPARED) return '';
  if (less > units.length / 2) return m.why_similar_less(said(less));
  return more > units.length / 2 ? m.why_similar_more(said(more)) : '';
}

/** Season factors that differ by less than this do not count as a season. */
const FLAT = 0.02;

/** Returns the highest and the lowest week; null if the season is flat. */
export function seasonEnds(
  season: readonly YearPoint[],
): { readonly best: YearPoint; readonly worst: YearPoint } | null {
  const ascending = season.toSorted((a, b) => a.factor - b.factor);
  const [worst, best] = [ascending[0], ascending.at(-1)];
  return worst && best && best.factor - worst.factor >= FLAT ? { best, worst } : null;
}

/** Returns the index of the plan's own week in the season, or -1. */
export function plannedWeekIn(season: readonly YearPoint[], { action }: Plan): number {
  const own = weekOfYear(action.launchDay) % WEEKS_PER_YEAR;
  return season.findIndex(({ day }) => weekOfYear(day) === own);
}

export function memberName(member: ModelView['member']): string {
  return member === 'net' ? m.why_member_net() : m.why_member_ridge();
}

const ASKED_RISE = 0.1;

/** Says what the base model (member) expects of a price that is 10% higher. */
export function elasticityWords({ member, elasticity }: ModelView): string {
  const name = memberName(member);
  if (elasticity === null) return m.why_price_unknown();
  const lost = 1 - (1 + ASKED_RISE) ** elasticity;
  if (lost < 0.005) return m.why_price_flat({ member: name, rise: formatPercent(ASKED_RISE) });
  return m.why_price_view({
    ...{ member: name, rise: formatPercent(ASKED_RISE), share: formatPercent(lost) },
  });
}
