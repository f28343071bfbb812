import type { OutcomeRange } from '#core/launch/launch-plan.ts';
import type { PolicyEvaluation } from '#core/off-policy/policy-evaluation.ts';
import { seasonMeasure, type SeasonView } from '#core/season/season-view.ts';
import { m } from '#messages';
import { gainFormat } from '../evidence/off-policy/policy-words.ts';
import { sentences } from '../feedback/sentences.ts';
import { formatDifference } from '../format.ts';
import { seasonFormat } from './season-wording.ts';

type Season = Pick<SeasonView, 'offers' | 'total' | 'placements'>;

/**
 * How much of what a season promises beyond usual is borne out by past launches. They tell of the choice of channel and promotion only:
 * what weeks, prices and ads add rests on the model alone. Empty where a season promises no more than usual.
 * @param evaluation null: the model kept no log of decisions
 */
export function proofWords(
  season: Season,
  usual: OutcomeRange,
  evaluation: PolicyEvaluation | null,
): string {
  const gain = (season.total.expected - usual.expected) / season.placements.length;
  const isComparable =
    evaluation?.kind === 'estimated' &&
    evaluation.objective === seasonMeasure(season.offers.objective);
  const format = isComparable ? gainFormat(evaluation) : seasonFormat(season);
  const difference = formatDifference(gain, format);
  if (!(gain > 0) || difference === m.format_about_the_same()) return '';
  const promised = m.season_proof_gain({ difference });
  if (!isComparable) return sentences(promised, m.season_proof_none());
  const { gain: proven, likely } = evaluation.estimates[0]!;
  return sentences(
    promised,
    m.season_proof_past({
      verdict: evaluation.verdict,
      difference: formatDifference(proven, format),
      low: formatDifference(likely.low, format),
      high: formatDifference(likely.high, format),
    }),
    proven < gain ? m.season_proof_rest() : '',
  );
}
