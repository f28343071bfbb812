import { sum } from '#core/base/statistics/statistics.ts';
import type { Article } from '#core/launch/article.ts';
import type { Objective } from '#core/planning/plan/aim.ts';
import type { ArticleVerdict, Shortlist } from '#core/planning/suppliers/shortlist.ts';
import type { ComparedChoices, PortfolioChoice } from '#core/season/portfolio/portfolio-choice.ts';
import { gapOf } from '#core/season/offers/season-calendar.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { formatDuration } from '#components/words/dates.ts';
import { formatMoney } from '#components/words/money.ts';
import {
  formatCount,
  formatFinePercent,
  formatPercent,
  formatUnits,
} from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';

const VERDICTS: Readonly<Record<ArticleVerdict, () => string>> = {
  launch: m.shortlist_verdict_launch,
  learn: m.shortlist_verdict_learn,
  outside: m.shortlist_verdict_outside,
  'negative-margin': m.shortlist_verdict_negative_margin,
  'loses-money': m.shortlist_verdict_loses_money,
  'loss-likely': m.shortlist_verdict_loss_likely,
  'minimum-too-high': m.shortlist_verdict_minimum,
  'too-late': m.shortlist_verdict_too_late,
};

/** Returns the title of an article, or its ID where it has none. */
export function articleTitle(article: Article | undefined, id: string): string {
  return article && article.title !== '' ? article.title : id;
}

export function verdictLabel(verdict: ArticleVerdict): string {
  return VERDICTS[verdict]();
}

/** Returns how an amount of the objective is shown; a share of the stock sold is counted in units here. */
export function formatOf(objective: Objective): typeof formatMoney {
  return objective === 'profit' || objective === 'revenue' ? formatMoney : formatUnits;
}

/** Returns the finding of the page: how many articles are chosen of how many. */
export function shortlistFinding(
  shortlist: Shortlist | null,
  compared: ComparedChoices | null,
): string {
  if (!shortlist) return m.shortlist_start();
  const total = formatCount(shortlist.articles.length);
  if (!compared) return m.shortlist_ranked(tally(shortlist.articles.length));
  const count = compared.best?.chosen.length ?? 0;
  return count === 0
    ? m.shortlist_found_none({ total })
    : m.shortlist_found({ ...tally(count), total });
}

/** Returns what the choice is expected to bring. */
export function choiceLead({ outcome }: PortfolioChoice, objective: Objective): string {
  const format = formatOf(objective);
  const { expected, low80, high80 } = outcome.total;
  const said = { expected: format(expected), range: formatRange(low80, high80, format) };
  if (format !== formatMoney) return m.shortlist_found_lead_units(said);
  return outcome.outlay === null
    ? m.shortlist_found_lead_plain(said)
    : m.shortlist_found_lead({ ...said, outlay: formatMoney(outcome.outlay) });
}

/** Returns how near the choice is to the best possible; '' where that is not known. */
export function qualityOf({ best, bound, seconds }: ComparedChoices): string {
  if (!best || bound === null) return '';
  const gap = gapOf({ value: best.outcome.total.expected, bound });
  if (gap === null) return '';
  return m.shortlist_choice_note({ time: formatDuration(seconds), gap: formatFinePercent(gap) });
}

/** Returns what choosing from many costs a forecast as high as those of the choice. */
export function promiseWords({ shrinkage }: Shortlist, choice: PortfolioChoice): string {
  if (!shrinkage) return m.shortlist_promise_none();
  return m.shortlist_promise_text({
    ...{ count: formatCount(shrinkage.count), share: formatPercent(keptShare(choice)) },
  });
}

/** Returns the units that are counted over those that were forecast, of all that is chosen. */
function keptShare({ chosen }: PortfolioChoice): number {
  const counted = sum(chosen.map(({ option }) => Math.expm1(option.logUnits)));
  const forecast = sum(chosen.map(({ option }) => Math.expm1(option.forecastLog)));
  return forecast > 0 ? counted / forecast : 1;
}
