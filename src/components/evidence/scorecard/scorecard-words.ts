import type { AgainstDebut, MethodScore } from '#core/scorecard/method-scores.ts';
import { m } from '#messages';
import { formatFigures, formatPercent, listed } from '#components/format.ts';
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
  const points = formatFigures(Math.abs(100 * against.difference));
  if (Math.abs(against.difference) < LEVEL) return m.scorecard_level();
  const isBetter = against.difference > 0;
  if (against.verdict === 'level') {
    return isBetter ? m.scorecard_better_chance({ points }) : m.scorecard_worse_chance({ points });
  }
  return isBetter ? m.scorecard_better({ points }) : m.scorecard_worse({ points });
}

/** Half a percentage point is nobody's concern. */
const LEVEL = 0.005;

export function biasWords(bias: number): string {
  if (Math.abs(bias) < SLIGHT_BIAS) return m.scorecard_bias_none();
  const share = formatPercent(Math.abs(bias));
  return bias < 0 ? m.scorecard_bias_low({ share }) : m.scorecard_bias_high({ share });
}

const SLIGHT_BIAS = 0.05;
