import { shortTitle } from '#core/base/text/short-title.ts';
import type { Day } from '#core/base/dates.ts';
import {
  type AdoptedPlan,
  type EntryStage,
  dueDay,
  stageOf,
} from '#core/ledger/entries/adopted-plan.ts';
import { isClear } from '#core/ledger/entries/mean-range.ts';
import { isSoldOut, landingOf, type Settled } from '#core/ledger/entries/promise-outcome.ts';
import {
  channelOf,
  LEAST_RESULTS,
  type ChannelBias,
  type CoverageSoFar,
  type Promises,
  type ValueSoFar,
} from '#core/ledger/entries/promise-record.ts';
import { launchedOn } from '#core/ledger/entries/results-as-launches.ts';
import { m } from '#messages';
import { sentences } from '#components/words/sentences.ts';
import { tally } from '#components/words/counts.ts';
import {
  formatCount,
  formatChange,
  formatPercent,
  formatUnits,
} from '#components/words/numbers.ts';
import { formatMonth, formatShortDay } from '#components/words/dates.ts';
import { formatRange } from '#components/words/ranges.ts';
import { objectiveWords } from '#components/pages/plan/plan-words.ts';

/** One line of the results log (ledger): what was forecast (promised), and the result, if there is one. */
export interface LedgerLine {
  readonly entry: AdoptedPlan;
  readonly stage: EntryStage;
  readonly name: string;
  /** Month and channel, such as "Oct 2026 · Instagram". */
  readonly when: string;
  readonly promised: string;
  readonly range: string;
  /** Units sold; "–" where they are not known. */
  readonly sold: string;
  readonly result: string;
  readonly isOutside: boolean;
}

/** Returns the lines of the results log: due ones first, because they need action, then the newest. */
export function ledgerLines(entries: readonly AdoptedPlan[], today: Day): LedgerLine[] {
  const lines = entries.map((entry) => lineOf(entry, today));
  const isDue = ({ stage }: LedgerLine) => Number(stage === 'due');
  return lines.sort(
    (a, b) =>
      isDue(b) - isDue(a) || launchedOn(b.entry) - launchedOn(a.entry) || b.entry.id - a.entry.id,
  );
}

function lineOf(entry: AdoptedPlan, today: Day): LedgerLine {
  const { units } = entry.outcome;
  const stage = stageOf(entry, today);
  const channel = channelOf(entry);
  const isKnown = stage === 'known';
  return {
    ...{ entry, stage, name: nameOf(entry) },
    when: [formatMonth(launchedOn(entry)), channel].filter((part) => part !== '').join(' · '),
    promised: formatUnits(units.expected),
    range: formatRange(units.low80, units.high80, formatUnits),
    sold: isKnown ? formatCount(entry.actual!.units) : formatCount(null),
    result: resultWords(entry, stage),
    isOutside: isKnown && landingOf(entry as Settled) !== 'in',
  };
}

export function nameOf({ product }: AdoptedPlan): string {
  return shortTitle(product.title || product.id);
}

function resultWords(entry: AdoptedPlan, stage: EntryStage): string {
  const { actual } = entry;
  if (stage === 'known') return landingWords(entry as Settled);
  const so = actual ? m.ledger_so_far({ units: formatCount(actual.units) }) : '';
  if (stage === 'due') return [m.ledger_due(), so].filter(Boolean).join(m.format_comma());
  if (so) return so;
  return stage === 'running'
    ? m.ledger_running({ day: formatShortDay(dueDay(entry, actual)) })
    : m.ledger_planned({ day: formatShortDay(launchedOn(entry)) });
}

function landingWords(entry: Settled): string {
  const landing = landingOf(entry);
  if (landing === 'above') return m.ledger_above_range();
  if (landing === 'below') return m.ledger_below_range();
  const isOut = isSoldOut(entry) && entry.actual.units < entry.outcome.units.low80;
  return isOut ? m.ledger_sold_out() : m.ledger_in_range();
}

/** Says how many results fell inside the 80% range, how many were expected to, and how many are due. */
export function promisesNote(lines: readonly LedgerLine[], { coverage }: Promises): string {
  const due = lines.filter(({ stage }) => stage === 'due').length;
  const most = coverage.find(({ promisedFraction }) => promisedFraction === 0.8);
  const kept = most && most.count > 0 ? insideWords(most) : m.ledger_note_none(tally(lines.length));
  return sentences(kept, due > 0 ? m.ledger_note_due(tally(due)) : '');
}

/** With few results, how many were expected says nothing. */
function insideWords({ inside, count, promised }: CoverageSoFar): string {
  const said = { inside: formatCount(inside), count: formatCount(count) };
  if (count < LEAST_RESULTS) return m.ledger_note_few(said);
  return m.ledger_note({ ...said, promised: formatCount(Math.round(promised * count)) });
}

/** Says whether coverage so far matches its nominal value, given the number of results. */
export function coverageWords(soFar: CoverageSoFar): string {
  const { inside, count, low, high, promised } = soFar;
  if (count < LEAST_RESULTS)
    return sentences(
      insideWords(soFar),
      m.ledger_coverage_few({ text: formatCount(LEAST_RESULTS) }),
    );
  const said = {
    promised: formatPercent(promised),
    share: formatPercent(inside / count),
    text: formatCount(count),
    low: formatPercent(low),
    high: formatPercent(high),
  };
  if (high < promised) return m.ledger_coverage_narrow(said);
  return low > promised ? m.ledger_coverage_wide(said) : m.ledger_coverage_kept(said);
}

/** Describes the bias of a channel's forecasts, with the channel's name where plans name one. */
export function channelWords(bias: ChannelBias): string {
  const words = biasWords(bias);
  return bias.channel === '' ? words : m.ledger_bias_of({ channel: bias.channel, words });
}

/** Returns, for example, "sold 14% more than expected, likely 5% to 22%". */
function biasWords({ error }: ChannelBias): string {
  const share = (log: number) => Math.expm1(log);
  const { mean, range, count } = error;
  if (range === null)
    return m.ledger_bias_few({ share: formatChange(share(mean)), ...tally(count) });
  const [low, high] = [share(range.low), share(range.high)];
  if (!isClear(error))
    return m.ledger_bias_chance({ low: formatChange(low), high: formatChange(high) });
  return mean > 0
    ? m.ledger_bias_more({
        ...{
          share: formatPercent(share(mean)),
          low: formatPercent(low),
          high: formatPercent(high),
        },
      })
    : m.ledger_bias_less({
        share: formatPercent(-share(mean)),
        ...{ low: formatPercent(-high), high: formatPercent(-low) },
      });
}

/** Returns, for example, "Profit gained per launch, over your usual approach: 120 expected, 95 realised, …". */
export function valueWords({ objective, promised, realised }: ValueSoFar): string {
  const { label, format } = objectiveWords(objective);
  const said = { noun: label, promised: format(promised), realised: format(realised.mean) };
  return realised.range === null
    ? m.ledger_value_few({ ...said, ...tally(realised.count) })
    : m.ledger_value({
        ...said,
        range: formatRange(realised.range.low, realised.range.high, format),
      });
}
