import { dayFromCalendar, WEEKS_PER_YEAR } from '#core/base/dates.ts';
import type { Objective } from '#core/planning/plan/aim.ts';
import type {
  LaunchAction,
  LaunchPlan,
  OutcomeRange,
  PlannedLaunch,
  Ranking,
  Support,
  UsualPractice,
} from '#core/planning/plan/launch-plan.ts';
import { measuredRange, measureFor, type Measure } from '#core/planning/plan/planned-value.ts';
import { m } from '#messages';
import { formatCount, formatPercent, formatUnits } from '#components/words/numbers.ts';
import { formatDifference, formatRange } from '#components/words/ranges.ts';
import { formatMoney } from '#components/words/money.ts';
import {
  formatDayOfYear,
  formatShortDay,
  formatWeekday,
  horizonWords,
} from '#components/words/dates.ts';
import {
  offerSummary,
  offerWords,
  promotionKind,
  promotionWords,
  stockSummary,
  stockWords,
  type DecisionPart,
  type Offered,
} from './offer-words.ts';
import { emphasised, sentenceParts, type SentencePart } from '#components/words/emphasis.ts';
import { sentences } from '#components/words/sentences.ts';
import { tally } from '#components/words/counts.ts';

type Format = (value: number | null | undefined) => string;

interface ObjectiveWords {
  readonly label: string;
  readonly noun: string;
  readonly format: Format;
}

const OBJECTIVE_WORDS: Readonly<Record<Objective, () => ObjectiveWords>> = {
  profit: () => ({ label: m.plan_profit(), noun: m.plan_profit_noun(), format: formatMoney }),
  revenue: () => ({ label: m.plan_revenue(), noun: m.plan_revenue_noun(), format: formatMoney }),
  units: () => ({ label: m.plan_units(), noun: m.plan_units_noun(), format: formatUnits }),
  'sell-through': () => ({
    label: m.plan_sell_through(),
    noun: m.plan_sell_through_noun(),
    format: formatPercent,
  }),
};

export function objectiveWords(objective: Objective): ObjectiveWords {
  return OBJECTIVE_WORDS[objective]();
}

/** Returns the measure by which all plans of a ranking are shown. */
export function measureOfRanking({
  plans,
  objective,
}: Pick<Ranking, 'plans' | 'objective'>): Measure {
  const without = plans.find(({ outcome }) => outcome.profit === null) ?? plans[0];
  return without ? measureFor(objective, without) : 'units';
}

/** Returns the expected gain of a plan over the usual approach; 0 where it is the usual approach. */
function gainOverUsual(plan: LaunchPlan, measure: Measure): number {
  if (plan.isAsUsual) return 0;
  return measuredRange(plan, measure).expected - measuredRange(plan.usual, measure).expected;
}

export function gainWords(plan: LaunchPlan, measure: Measure): string {
  const { format } = objectiveWords(measure);
  return formatDifference(gainOverUsual(plan, measure), format);
}

/** Returns, for example, "about 120, likely 80–190". */
export function rangeWords(range: OutcomeRange, format: Format): string {
  const expected = format(range.expected);
  return m.plan_range({ measure: measureOf(format), expected, range: likelyRange(range, format) });
}

export function aboutWords({ expected }: OutcomeRange, format: Format): string {
  return m.plan_about({ measure: measureOf(format), expected: format(expected) });
}

export function likelyWords(range: OutcomeRange, format: Format): string {
  return m.plan_most_likely({ measure: measureOf(format), range: likelyRange(range, format) });
}

function likelyRange({ low80, high80 }: OutcomeRange, format: Format): string {
  return formatRange(low80, high80, format);
}

/** Chinese has a measure word for units; money needs none. */
function measureOf(format: Format): 'units' | 'money' {
  return format === formatUnits ? 'units' : 'money';
}

/** Returns the ad spend in words; null if the history has none. */
function adSpendWords({ adSpend }: LaunchAction): string | null {
  return adSpend === null || !Number.isFinite(adSpend)
    ? null
    : m.plan_decision_ads({ amount: formatMoney(adSpend) });
}

const marked = (value: string, part?: DecisionPart): string => emphasised(value, part);

/** Returns the values of the decision, each with the words before it. */
export function decisionParts(
  action: LaunchAction,
  product: Offered,
): readonly SentencePart<DecisionPart>[] {
  const { channel, launchDay } = action;
  const spend = adSpendWords(action);
  const offer = offerWords(action, product, marked);
  const sentence = m.plan_decision({
    terms: offer === '' ? 'none' : 'named',
    place: channel === null ? 'none' : 'named',
    ads: spend === null ? 'none' : 'named',
    spend: marked(spend ?? '', 'spend'),
    day: marked(formatWeekday(launchDay), 'day'),
    channel: marked(channel ?? '', 'channel'),
    offer,
    stock: stockWords(action, product, marked),
  });
  return sentenceParts<DecisionPart>(sentence);
}

/**
 * Returns, for example, "1 Mar · Own store · 46.67, 10% off: buyers pay 42.00 · 180 on ads · initial order: 160 units".
 */
export function actionSummary(action: LaunchAction, product: Offered | null = null): string {
  return [
    formatShortDay(action.launchDay),
    action.channel ?? '',
    offerSummary(action, product),
    adSpendWords(action) ?? '',
    stockSummary(action, product),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Returns, for example, "Own store · 10% off"; empty if neither is recommended. */
export function placeSummary({ channel, promotion }: LaunchAction): string {
  return [channel, promotion === null ? null : promotionWords(promotion)]
    .filter((part) => part !== null)
    .join(' · ');
}

const PERIOD_DAYS = 28;

/** Returns, for example, "Mostly Marketplace (46%), most often 26 Mar–22 Apr". */
export function usualWords(usual: UsualPractice): string {
  // Any year that is not a leap year gives the dates of a four-week period.
  const start = dayFromCalendar(2023, 1, 1) + PERIOD_DAYS * usual.period;
  const { channel, promotion } = usual;
  const words = m.plan_usual({
    place: channel ? 'named' : 'none',
    offer: promotionKind(promotion),
    channel: withShare(channel ?? '', usual.channelShare),
    promotion: withShare(promotionWords(promotion ?? ''), usual.promotionShare),
    period: formatRange(start, start + PERIOD_DAYS - 1, formatDayOfYear),
  });
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Returns the cell of a launch on the map of channels and weeks; an index is 0 if it is not on the map. */
export function cellOf(
  { action }: PlannedLaunch,
  ranking: Ranking,
): { readonly channel: number; readonly week: number } {
  const channel = action.channel === null ? 0 : ranking.channels.indexOf(action.channel);
  return {
    channel: Math.max(0, channel),
    week: Math.max(0, ranking.weeks.indexOf(action.launchDay)),
  };
}

function withShare(name: string, share: number | null): string {
  return share === null || !Number.isFinite(share)
    ? name
    : m.plan_with_share({ name, share: formatPercent(share) });
}

/**
 * Returns the headline of the page: what the plans show, or that products wait for plans.
 * @param productCount number of products that have not launched yet
 */
export function rankingFinding(
  ranking: Ranking | null,
  productCount: number,
  launchedCount = 0,
): string {
  if (!ranking || ranking.plans.length === 0) {
    if (productCount === 0 && launchedCount > 0) return m.plan_finding_all_launched();
    if (productCount === 0) return m.plan_finding_no_products();
    return m.plan_finding_not_planned(tally(productCount));
  }
  const measure = measureOfRanking(ranking);
  const proposed = ranking.plans.filter(({ verdict }) => verdict.kind === 'launch');
  const better = proposed.filter((plan) => gainOverUsual(plan, measure) > 0).length;
  const all = tally(ranking.plans.length);
  if (proposed.length < all.count) return partFinding(all, proposed.length, better);
  if (better === 0) return m.plan_finding_none_better(all);
  if (better < all.count) return m.plan_finding_some_better({ ...all, better });
  if (all.count === 1) return m.plan_finding_one_better();
  return all.count === 2 ? m.plan_finding_both_better(all) : m.plan_finding_all_better(all);
}

/** Counts the proposed plans apart, because plans that Debut advises against may also beat the usual approach. */
function partFinding(all: ReturnType<typeof tally>, proposed: number, better: number): string {
  if (proposed === 0) return m.plan_finding_none_proposed(all);
  return m.plan_finding_proposed({
    ...all,
    better: better === proposed ? 'all' : formatCount(better),
    proposed: formatCount(proposed),
  });
}

export function rankingLead(
  ranking: Ranking | null,
  { hasModel, productCount }: { readonly hasModel: boolean; readonly productCount: number },
): string {
  if (ranking && ranking.plans.length > 0) {
    return m.plan_lead_ranked({
      noun: objectiveWords(ranking.objective).noun,
      horizon: horizonWords(ranking.horizonDays),
      later: countsLater(ranking) ? 'yes' : 'no',
    });
  }
  if (!hasModel) return m.plan_lead_no_model();
  return productCount === 0 ? m.plan_lead_no_products() : m.plan_lead_ready();
}

/** Only money counts what is sold after the horizon. */
function countsLater({ objective, aim }: Pick<Ranking, 'objective' | 'aim'>): boolean {
  const isMoney = objective === 'profit' || objective === 'revenue';
  return isMoney && (aim.selling?.laterSalesShare ?? 0) > 0;
}

/** Says what the map of weeks and channels shows, and whether it leaves weeks out. */
export function mapNote(ranking: Ranking): string {
  const channels = Math.max(1, ranking.channels.length);
  const isBest = ranking.cellsPerProduct > ranking.weeks.length * channels;
  const note = m.plan_map_note({
    noun: objectiveWords(ranking.objective).noun,
    channels: channels > 1 ? 'many' : 'one',
    best: isBest ? 'yes' : 'no',
  });
  return sentences(
    note,
    ranking.objective === 'profit' ? m.plan_map_ads() : '',
    ranking.weeks.length < WEEKS_PER_YEAR ? m.plan_map_weeks_left_out() : '',
  );
}

/** Names the plan's own cell as the best of the map, unless another is above it; stock may make that happen. */
export function mapTitle(plan: LaunchPlan, ranking: Ranking): string {
  const { channel, week } = cellOf(plan, ranking);
  const own = plan.surface[channel]?.[week] ?? -Infinity;
  const { noun } = objectiveWords(ranking.objective);
  if (plan.surface.flat().some((value) => value !== null && value > own))
    return m.plan_map_title_plain({ noun });
  return m.plan_map_title({
    place: plan.action.channel === null ? 'none' : 'named',
    channel: plan.action.channel ?? '',
    day: formatShortDay(plan.action.launchDay),
  });
}

/** Returns, for example, "tried 14 times". */
export function triedWords({ alike }: Support): string {
  return alike > 0 ? m.plan_tried(tally(alike)) : m.plan_tried_never();
}

/**
 * Says where the line between launching and not lies. With a limit on launches, gives the values on both sides. Empty
 * where neither money nor a limit draws a line.
 */
export function cutOffWords({ plans, aim }: Ranking, measure: Measure): string {
  const ofKind = (kind: LaunchPlan['verdict']['kind']) =>
    plans.filter(({ verdict }) => verdict.kind === kind);
  const [last, first] = [ofKind('launch').at(-1), ofKind('displaced')[0]];
  const ofMoney = plans.some(({ odds }) => odds.loss !== null) ? m.plan_cut_off() : '';
  if (aim.mostLaunches === null || !last || !first) return ofMoney;
  const { format } = objectiveWords(measure);
  const expected = (plan: LaunchPlan) => format(measuredRange(plan, measure).expected);
  const limit = { last: expected(last), first: expected(first) };
  return sentences(ofMoney, m.plan_cut_off_most({ ...tally(aim.mostLaunches), ...limit }));
}
