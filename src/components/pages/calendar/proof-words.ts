import type { PolicyEvaluation } from '#core/evaluation/off-policy/policy-evaluation.ts';
import { seasonMeasure, type SeasonView } from '#core/season/calendar/season-view.ts';
import { m } from '#messages';
import { gainFormat } from '../evidence/off-policy/policy-words.ts';
import { sentences } from '#components/words/sentences.ts';
import { formatDifference, formatRange } from '#components/words/ranges.ts';
import { seasonFormat } from './season-sentence-words.ts';

type Season = Pick<SeasonView, 'offers' | 'placements'>;

/**
 * Says how much of a season's gain over the usual approach is confirmed by past launches (off-policy evaluation). Past
 * launches test only the choice of channel and promotion. What weeks, prices and ads add rests on the model alone.
 * Returns '' if no gain is forecast.
 * @param gained expected gain of the season over the usual approach
 * @param evaluation null: the model kept no log of decisions
 */
export function proofWords(
  season: Season,
  gained: number,
  evaluation: PolicyEvaluation | null,
): string {
  const gain = gained / season.placements.length;
  const isComparable =
    evaluation?.kind === 'estimated' &&
    evaluation.objective === seasonMeasure(season.offers.objective);
  const format = isComparable ? gainFormat(evaluation) : seasonFormat(season);
  const difference = formatDifference(gain, format);
  if (!(gain > 0) || difference === m.format_about_the_same()) return '';
  const promised = m.season_proof_gain({ difference });
  if (!isComparable) return sentences(promised, m.season_proof_none());
  const { gain: proven, likely } = evaluation.estimates[0]!;
  if (evaluation.verdict === 'better') {
    const said = { proven: format(proven), range: formatRange(likely.low, likely.high, format) };
    return sentences(
      promised,
      proven < gain ? m.season_proof_part(said) : m.season_proof_whole(said),
    );
  }
  const { low, high } = evaluation.verdict === 'hidden' ? evaluation.hidden.bound : likely;
  const ends = { low: formatDifference(low, format), high: formatDifference(high, format) };
  return sentences(promised, OPEN_WORDS[evaluation.verdict](ends));
}

const OPEN_WORDS = {
  worse: m.season_proof_against,
  hidden: m.season_proof_hidden,
  unclear: m.season_proof_open,
};
