import { dayFromCalendar } from '#core/dates.ts';
import type {
  ForecastOutcome,
  LaunchAction,
  LaunchPlan,
  OutcomeRange,
  Ranking,
  UsualPractice,
} from '#core/launch/launch-plan.ts';
import {
  counted,
  formatDifference,
  formatMoney,
  formatPercent,
  formatPrice,
  formatRange,
  formatShortDay,
  formatUnits,
  formatWeekday,
} from '../format.ts';
import type { Finding } from '../feedback/finding.ts';

type Objective = Ranking['objective'];
type Format = (value: number | null | undefined) => string;

interface ObjectiveWords {
  readonly label: string;
  readonly noun: string;
  readonly format: Format;
}

export const OBJECTIVE_WORDS: Readonly<Record<Objective, ObjectiveWords>> = {
  profit: { label: 'Profit', noun: 'profit', format: formatMoney },
  revenue: { label: 'Revenue', noun: 'revenue', format: formatMoney },
  units: { label: 'Units', noun: 'units', format: formatUnits },
};

/** The range of what plans are ranked by; units are always there. */
export function objectiveRange(outcome: ForecastOutcome, objective: Objective): OutcomeRange {
  return outcome[objective] ?? outcome.units;
}

/** How much more than usual a plan is expected to bring, in the ranking's objective. */
function gainOverUsual(plan: LaunchPlan, objective: Objective): number {
  return (
    objectiveRange(plan.outcome, objective).expected -
    objectiveRange(plan.usual.outcome, objective).expected
  );
}

export function gainWords(plan: LaunchPlan, objective: Objective): string {
  const { format } = OBJECTIVE_WORDS[objective];
  return formatDifference(gainOverUsual(plan, objective), format);
}

/** "about 120, most likely 80–190". */
export function rangeWords(range: OutcomeRange, format: Format): string {
  return `about ${format(range.expected)}, most likely ${formatRange(range.low80, range.high80, format)}`;
}

const NO_PROMOTION = /^(none|no|no promotion|no discount|-|–)$/i;

function promotionWords(promotion: string): string {
  return NO_PROMOTION.test(promotion.trim()) ? 'no promotion' : promotion;
}

function priceWords({ salePrice, priceFactor }: LaunchAction): string {
  return salePrice === null
    ? `${formatPercent(priceFactor)} of the list price`
    : formatPrice(salePrice);
}

/** The parts of the decision, each with the words that lead to it. */
export function decisionParts(
  action: LaunchAction,
): readonly { readonly lead: string; readonly value: string }[] {
  const parts = [
    { lead: 'Launch on ', value: formatWeekday(action.launchDay) },
    action.channel !== null && { lead: ' on ', value: action.channel },
    action.promotion !== null && { lead: ', with ', value: promotionWords(action.promotion) },
    { lead: ', at ', value: priceWords(action) },
    { lead: ', with ', value: `${formatUnits(action.stockUnits)} in stock` },
  ];
  return parts.filter((part) => part !== false);
}

/** "Own store · 10% off · 42.00 · 160 in stock". */
export function actionSummary(action: LaunchAction): string {
  return [
    formatShortDay(action.launchDay),
    action.channel,
    action.promotion === null ? null : promotionWords(action.promotion),
    priceWords(action),
    `${formatUnits(action.stockUnits)} in stock`,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

const PERIOD_DAYS = 28;

/** "mostly Marketplace (46%), around 26 Mar–22 Apr". */
export function usualWords(usual: UsualPractice): string {
  // Any year that is not a leap year shows where a four-week period lies.
  const start = dayFromCalendar(2023, 1, 1) + PERIOD_DAYS * usual.period;
  const parts = [
    usual.channel && `mostly ${usual.channel}${shareWords(usual.channelShare)}`,
    usual.promotion && `${promotionWords(usual.promotion)}${shareWords(usual.promotionShare)}`,
    `most often ${formatRange(start, start + PERIOD_DAYS - 1, formatShortDay)}`,
  ];
  const words = parts.filter(Boolean).join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const WELL_SUPPORTED = 10;

/** How much experience stands behind a plan, and what was assumed for it. */
export function supportFindings(plan: LaunchPlan): Finding[] {
  return [
    supportFinding(plan),
    ...plan.assumed.map((assumption) => assumedFinding(assumption, plan)),
  ];
}

function supportFinding({ supportCount, action, product }: LaunchPlan): Finding {
  const place = action.channel === null ? '' : ` on ${action.channel}`;
  const launches = counted(supportCount, 'past launch', 'past launches');
  if (!product.category) {
    return {
      icon: 'note',
      title: 'Not told apart by category',
      advice: `${launches}${place} of any kind count as like it, because the product has no category.`,
    };
  }
  const like = `${launches} like this there: ${product.category}${place}.`;
  if (supportCount >= WELL_SUPPORTED)
    return { icon: 'tick', title: 'Well supported', advice: like };
  const title = supportCount === 0 ? 'Nothing like it there before' : 'Thinly supported';
  const advice = `${like} What is known comes from similar launches, so take the range seriously.`;
  return { icon: 'warn', title, advice };
}

function assumedFinding(assumption: LaunchPlan['assumed'][number], plan: LaunchPlan): Finding {
  const what = assumption === 'list-price' ? 'list price' : 'unit cost';
  const kind = plan.product.category || 'all products';
  return {
    icon: 'note',
    title: `The ${what} was not given`,
    advice: `Debut used your usual one for ${kind}. Add the product again with its ${what} for a plan of its own.`,
  };
}

export function adSpendWords({ adSpend }: LaunchAction): string | null {
  return adSpend === null || !Number.isFinite(adSpend)
    ? null
    : `Reckoned with your usual ad spend, ${formatMoney(adSpend)}.`;
}

export function chosenCell(
  plan: LaunchPlan,
  ranking: Ranking,
): { readonly channel: number; readonly week: number } {
  const channel = plan.action.channel === null ? 0 : ranking.channels.indexOf(plan.action.channel);
  return {
    channel: Math.max(0, channel),
    week: Math.max(0, ranking.weeks.indexOf(plan.action.launchDay)),
  };
}

function shareWords(share: number | null): string {
  return share === null || !Number.isFinite(share) ? '' : ` (${formatPercent(share)})`;
}

/** The headline of the page: what the plans find, or what waits for one. */
export function rankingFinding(ranking: Ranking | null, productCount: number): string {
  if (!ranking || ranking.plans.length === 0) {
    if (productCount === 0) return 'No new products yet';
    return `${counted(productCount, 'new product')}, not planned yet`;
  }
  const better = ranking.plans.filter((plan) => gainOverUsual(plan, ranking.objective) > 0).length;
  const all = ranking.plans.length;
  if (all === 1 && better === 1) return '1 plan, expected to beat what you usually do';
  const beats = better === 0 ? 'none' : better === all ? (all === 2 ? 'both' : 'all') : `${better}`;
  return `${counted(all, 'plan')}: ${beats} expected to beat what you usually do`;
}

export function rankingLead(
  ranking: Ranking | null,
  { hasModel, productCount }: { readonly hasModel: boolean; readonly productCount: number },
): string {
  if (ranking && ranking.plans.length > 0) {
    return `Ranked by expected ${OBJECTIVE_WORDS[ranking.objective].noun} in the first four weeks. Open a plan for its ranges and its evidence.`;
  }
  if (!hasModel) return 'Plans need a trained model. Products that you add are kept until then.';
  if (productCount === 0) return 'Add a product, or drop a CSV of them, and make the plans.';
  return 'Debut compares every week, channel, promotion and price that you have tried.';
}
