import type { Day } from '#core/base/dates.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import type {
  Advantage,
  NoPricePath,
  PricePath,
  SellThrough,
} from '#core/planning/price-path/best-price-path.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { formatDifference, formatRange } from '#components/words/ranges.ts';
import { formatMoney } from '#components/words/money.ts';
import { formatPercent } from '#components/words/numbers.ts';
import { formatShortDay } from '#components/words/dates.ts';
import { oddsWords } from '../odds-words.ts';

const WEEK = 7;

const REASONS: Readonly<Record<NoPricePath, () => string>> = {
  'no-curve': () => m.pricepath_no_curve(),
  'price-untold': () => m.pricepath_price_untold(),
  'no-money': () => m.pricepath_no_money(),
  'no-lower-price': () => m.pricepath_no_lower_price(),
};

export function noPathWords(reason: NoPricePath): string {
  return REASONS[reason]();
}

export function pathFinding({ markdown, rule }: PricePath, launchDay: Day): string {
  if (markdown)
    return m.pricepath_finding_cut({
      depth: formatPercent(markdown.depth),
      day: firstDayOf(markdown.fromWeek, launchDay),
    });
  return rule ? m.pricepath_finding_rule() : m.pricepath_finding_hold();
}

/** Lists what each option earns, with its range, compared with keeping one price, and the share of stock sold. */
export function pathFacts(path: PricePath, launchDay: Day): readonly string[] {
  const { markdown, onePrice, rule, launchCount } = path;
  const facts = [m.pricepath_fact_one(profitWords(onePrice.profit))];
  if (markdown)
    facts.push(
      m.pricepath_fact_cut({
        depth: formatPercent(markdown.depth),
        day: firstDayOf(markdown.fromWeek, launchDay),
        ...profitWords(path.path.profit),
        ...advantageWords(path.advantage),
      }),
    );
  if (rule)
    facts.push(
      m.pricepath_fact_rule({
        share: formatPercent(rule.rule.soldShare),
        depth: formatPercent(rule.rule.depth),
        day: formatShortDay(launchDay + WEEK * (rule.rule.fromWeek - 1) - 1),
        ...profitWords(rule.profit),
        ...advantageWords(rule),
      }),
    );
  const sold = soldWords(path);
  facts.push(markdown ? m.pricepath_fact_sold_cut(sold) : m.pricepath_fact_sold(sold));
  return [...facts, m.pricepath_basis(tally(launchCount))];
}

export function chartSummary(path: PricePath): string {
  const sold = soldWords(path);
  return path.markdown ? m.pricepath_chart_summary_cut(sold) : m.pricepath_chart_summary(sold);
}

function soldWords({ onePrice, path }: PricePath) {
  const [held, heldRange] = lastWeekOf(onePrice.sellThrough);
  const [cut, cutRange] = lastWeekOf(path.sellThrough);
  return { held, heldRange, cut, cutRange };
}

function lastWeekOf({ middle, low80, high80 }: SellThrough): readonly [string, string] {
  return [
    formatPercent(middle.at(-1)),
    formatRange(low80.at(-1), high80.at(-1), (share) => formatPercent(share)),
  ];
}

function profitWords({ expected, low80, high80 }: OutcomeRange) {
  return { profit: formatMoney(expected), range: formatRange(low80, high80, formatMoney) };
}

function advantageWords({ gain, better, worse }: Advantage) {
  return {
    difference: formatDifference(gain.expected, formatMoney),
    gains: formatRange(gain.low80, gain.high80, formatMoney),
    better: oddsWords(better),
    worse: oddsWords(worse),
  };
}

function firstDayOf(week: number, launchDay: Day): string {
  return formatShortDay(launchDay + WEEK * (week - 1));
}
