import type { ProductComplaint } from '#core/evaluation/reviews/product-complaints.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { unitMoney } from '#core/planning/plan/unit-money.ts';
import { m } from '#messages';
import { aspectName, directionWords } from '#components/pages/data/reviews/review-words.ts';
import { countedUnits } from '#components/words/counts.ts';
import { quotedNames } from '#components/words/lists.ts';
import { formatMoney } from '#components/words/money.ts';
import { formatCount, formatPercent, isNumber } from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';
import { sentences } from '#components/words/sentences.ts';

export interface ComplaintWords {
  readonly title: string;
  readonly advice: string;
}

/** Says what buyers of similar products complain of, how usual that is, and what part of a plan it meets. */
export function complaintWords(
  complaint: ProductComplaint,
  { outcome, money }: Pick<LaunchPlan, 'outcome' | 'money'>,
): ComplaintWords {
  const { share, texts, usual, aspect, traits } = complaint;
  const { expected, low80, high80 } = share.complaints;
  const units = expected * outcome.units.expected;
  const margin = units * unitMoney(money ?? {}).margin;
  const met = { units: countedUnits(units), all: formatCount(outcome.units.expected) };
  return {
    title: m.reviews_plan_title({
      aspect: aspectName(aspect),
      traits: quotedNames(traits.map(({ value }) => value)),
    }),
    advice: sentences(
      m.reviews_plan_share({
        share: formatPercent(expected),
        texts: formatCount(texts),
        range: formatRange(low80, high80, formatPercent),
        usual: formatPercent(usual.expected),
      }),
      directionWords(share),
      isNumber(margin) && margin > 0
        ? m.reviews_plan_money({ ...met, money: formatMoney(margin) })
        : m.reviews_plan_units(met),
    ),
  };
}
