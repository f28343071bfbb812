import type { LaunchGroup } from '#core/evaluation/scorecard/errors-by-group.ts';
import type { AgainstDebut, MethodScore } from '#core/evaluation/scorecard/method-scores.ts';
import { m } from '#messages';
import { formatCount, formatPercent } from '#components/words/numbers.ts';
import { listed } from '#components/words/lists.ts';
import { methodWords } from '#components/pages/model/training-words.ts';
import { tally } from '#components/words/counts.ts';

interface Verdict {
  readonly tone: 'note' | 'warn' | 'good';
  readonly title: string;
  readonly text: string;
}

/** Says how Debut compares with the other methods; null if there is nothing to compare. */
export function methodsVerdict(
  scores: readonly MethodScore[],
  { count, hasCategories }: { readonly count: number; readonly hasCategories: boolean },
): Verdict | null {
  const named = (verdict: AgainstDebut['verdict']) =>
    scores
      .filter(({ against }) => against?.verdict === verdict)
      .map(({ method }) => methodWords(method, { hasCategories }));
  const own = scores.find(({ method }) => method === 'debut');
  if (!own || scores.length < 2) return null;
  const worse = named('debut-worse');
  const level = named('level');
  const { text } = tally(count);
  if (worse.length > 0) {
    const title = m.scorecard_worse_title({ methods: listed(worse) });
    return { tone: 'warn', title, text: m.scorecard_worse_text({ text }) };
  }
  if (level.length > 0) {
    const title =
      level.length === 1
        ? m.scorecard_level_title_one({ method: level[0]! })
        : m.scorecard_level_title({ methods: listed(level) });
    const share = formatPercent(own.wape.expected);
    return { tone: 'note', title, text: m.scorecard_level_text({ text, share }) };
  }
  return {
    tone: 'good',
    title: m.scorecard_best_title(),
    text: m.scorecard_best_text({ text }),
  };
}

/**
 * Says how Debut compares with a method, in percentage points of the WAPE as shown.
 * @param own Debut's own WAPE
 */
export function againstWords({ against, wape }: MethodScore, own: number): string {
  if (!against) return m.scorecard_in_use();
  const difference = shownPoints(wape.expected) - shownPoints(own);
  if (difference === 0) return m.scorecard_level();
  const count = Math.abs(difference);
  const points = { count, points: formatCount(count) };
  if (against.verdict === 'level') {
    return difference > 0 ? m.scorecard_better_chance(points) : m.scorecard_worse_chance(points);
  }
  return difference > 0 ? m.scorecard_better(points) : m.scorecard_worse(points);
}

function shownPoints(share: number): number {
  return Math.round(100 * share);
}

/** With fewer launches than this, counts are shown: a share would suggest too much precision. */
const ENOUGH_FOR_SHARE = 100;

/** Says whether a group sells more or less than forecast, where that is more than chance. */
export function biasWords(group: LaunchGroup): string {
  const [low, high] = group.aboveRange;
  if (low > 0.5) return m.scorecard_bias_more(partOf(group, group.above));
  if (high < 0.5) return m.scorecard_bias_less(partOf(group, 1 - group.above));
  return m.scorecard_bias_none();
}

function partOf({ count, knownCount }: LaunchGroup, share: number) {
  const counted = count > knownCount ? ('rest' as const) : ('all' as const);
  return {
    how: knownCount >= ENOUGH_FOR_SHARE ? ('share' as const) : counted,
    share: formatPercent(share),
    part: formatCount(Math.round(share * knownCount)),
    all: formatCount(knownCount),
    rest: formatCount(count - knownCount),
  };
}
