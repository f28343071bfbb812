import type { EstimatorName } from '#core/evaluation/off-policy/estimators.ts';
import type {
  GainEstimate,
  PolicyEvaluation,
} from '#core/evaluation/off-policy/policy-evaluation.ts';
import type { ChoiceInput } from '#core/evaluation/off-policy/choice-inputs.ts';
import { MOST_ODDS } from '#core/evaluation/off-policy/sensitivity.ts';
import { m } from '#messages';
import type { RangeRow } from '#components/charts/geometry/range-row.ts';
import { emphasised } from '#components/words/emphasis.ts';
import { sentences } from '#components/words/sentences.ts';
import { formatCount, formatRough } from '#components/words/numbers.ts';
import { formatDifference } from '#components/words/ranges.ts';
import { formatMoney } from '#components/words/money.ts';

export type EstimatedPlan = Extract<PolicyEvaluation, { readonly kind: 'estimated' }>;

type Format = (value: number | null | undefined) => string;

/**
 * Returns a format that rounds to the second figure of that end of the 80% range which is farther from zero: more would
 * suggest too much precision.
 */
export function gainFormat({ estimates, objective }: EstimatedPlan): Format {
  const format = objective === 'units' ? formatRough : formatMoney;
  const { low, high } = estimates[0]!.likely;
  const step = 10 ** (Math.floor(Math.log10(Math.max(Math.abs(low), Math.abs(high)))) - 1);
  const rounds = Number.isFinite(step) && step > 0;
  return (value) =>
    format(typeof value === 'number' && rounds ? Math.round(value / step) * step : value);
}

/**
 * Returns, for example, "Each launch would have brought about 38 more in profit, likely between 9 less and 85 more.",
 * and how sure that is.
 */
export function planFinding(evaluation: EstimatedPlan): string {
  const { objective, verdict, estimates } = evaluation;
  const [robust] = estimates;
  const format = gainFormat(evaluation);
  const { gain, likely } = robust!;
  const said = {
    measure: objective,
    difference: emphasised(aboutDifference(formatDifference(gain, format))),
    low: formatDifference(likely.low, format),
    high: formatDifference(likely.high, format),
  };
  const counted = {
    verdict,
    effective: formatCount(evaluation.effective),
    launches: formatCount(evaluation.launches),
  };
  return sentences(m.policy_gain(said), m.policy_verdict(counted));
}

/** Says how far unobserved confounders could change the gain, and how strong they must be to explain all of it. */
export function hiddenWords(evaluation: EstimatedPlan): string {
  const { hidden } = evaluation;
  const format = gainFormat(evaluation);
  const said = {
    odds: formatRough(hidden.odds),
    low: formatDifference(hidden.bound.low, format),
    high: formatDifference(hidden.bound.high, format),
  };
  const bound = hidden.input
    ? m.policy_hidden_bound({ ...said, input: inputWords(hidden.input) })
    : m.policy_hidden_usual(said);
  return sentences(bound, tippingWords(evaluation));
}

/** Returns '' if chance alone can explain the gain, because its 80% range includes zero. */
function tippingWords({ hidden: { tipping }, estimates }: EstimatedPlan): string {
  const { low, high } = estimates[0]!.likely;
  if (low <= 0 && high >= 0) return '';
  return tipping === null
    ? m.policy_hidden_safe({ odds: formatRough(MOST_ODDS) })
    : m.policy_hidden_tipping({ odds: formatRough(tipping) });
}

function inputWords(input: ChoiceInput): string {
  return m.policy_hidden_input({ input, name: input.replace(/^attribute:/, '') });
}

function aboutDifference(difference: string): string {
  if (difference === m.format_about_the_same()) return difference;
  return m.policy_about({ difference });
}

const ESTIMATOR_WORDS: Readonly<Record<EstimatorName, readonly [() => string, () => string]>> = {
  dr: [m.policy_dr, m.policy_dr_note],
  snips: [m.policy_snips, m.policy_snips_note],
  ips: [m.policy_ips, m.policy_ips_note],
  direct: [m.policy_direct, m.policy_direct_note],
};

/** Returns a row for each estimator: the gain with its 50% and 80% ranges. */
export function estimateRows(evaluation: EstimatedPlan): RangeRow[] {
  const format = gainFormat(evaluation);
  return evaluation.estimates.map((estimate) => {
    const [label, note] = ESTIMATOR_WORDS[estimate.name];
    return {
      key: estimate.name,
      label: label(),
      note: note(),
      range: rangeOf(estimate),
      text: formatDifference(estimate.gain, format),
      remark: m.policy_between({
        low: formatDifference(estimate.likely.low, format),
        high: formatDifference(estimate.likely.high, format),
      }),
      tone: estimate.name === 'dr' ? 'plan' : 'habit',
    };
  });
}

function rangeOf({ gain, half, likely }: GainEstimate): RangeRow['range'] {
  return {
    expected: gain,
    ...{ low50: half.low, high50: half.high, low80: likely.low, high80: likely.high },
  };
}
