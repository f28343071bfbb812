import type { LaunchGroup } from '#core/scorecard/errors-by.ts';
import type { AgainstDebut, MethodScore } from '#core/scorecard/method-scores.ts';
import { m } from '#messages';
import { formatCount, formatPercent, listed } from '#components/format.ts';
import { methodWords } from '#components/model/training-wording.ts';
import { tally } from '#components/feedback/tally.ts';

interface Verdict {
  readonly tone: 'note' | 'warn' | 'good';
  readonly title: string;
  readonly text: string;
}

/** How Debut compares with the other ways of guessing, in words; null where it cannot be compared. */
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

/** Beside a method: what Debut is against it. */
export function againstWords(against: AgainstDebut | null): string {
  if (!against) return m.scorecard_in_use();
  const count = Math.round(Math.abs(100 * against.difference));
  const points = { count, points: formatCount(count) };
  if (Math.abs(against.difference) < LEVEL) return m.scorecard_level();
  const isBetter = against.difference > 0;
  if (against.verdict === 'level') {
    return isBetter ? m.scorecard_better_chance(points) : m.scorecard_worse_chance(points);
  }
  return isBetter ? m.scorecard_better(points) : m.scorecard_worse(points);
}

/** Half a percentage point is nobody's concern. */
const LEVEL = 0.005;

/** Whether a group sells more or less than expected, where that is more than chance. */
export function biasWords({ above, aboveRange: [low, high] }: LaunchGroup): string {
  if (low > 0.5) return m.scorecard_bias_more({ share: formatPercent(above) });
  if (high < 0.5) return m.scorecard_bias_less({ share: formatPercent(1 - above) });
  return m.scorecard_bias_none();
}
