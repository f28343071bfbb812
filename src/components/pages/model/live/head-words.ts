import { ownValue } from '#core/base/lookup.ts';
import type { HabitHead, OutcomeName } from '#core/model/outcomes/heads.ts';
import type { EpochLoss, HeadLoss } from '#core/model/training/training-report.ts';
import { m } from '#messages';

const HEAD_WORDS: Readonly<Record<OutcomeName | HabitHead['kind'], () => string>> = {
  impressions: m.model_head_impressions,
  units: m.model_head_units,
  clickRate: m.model_head_click_rate,
  conversion: m.model_head_conversion,
  returnRate: m.model_head_return_rate,
  rating: m.model_head_rating,
  channel: m.model_head_channel,
  promotion: m.model_head_promotion,
  period: m.model_head_period,
};

export interface HeadCourse {
  readonly name: string;
  readonly label: string;
  /** Validation loss by epoch, as a share of that of a network that knows nothing. */
  readonly shares: readonly number[];
}

/**
 * Returns the validation loss of each head by epoch. Heads are left out where knowing nothing loses nothing, or a share is
 * not finite.
 */
export function headCurves(
  curve: readonly EpochLoss[],
  nothing: readonly HeadLoss[] | null,
): HeadCourse[] {
  const checked = curve.flatMap(({ byHead }) => (byHead ? [byHead] : []));
  return (nothing ?? [])
    .map(({ name, loss }, h) => ({
      name,
      label: ownValue<() => string>(HEAD_WORDS, name)?.() ?? name,
      shares: checked.map((heads) => (heads[h]?.loss ?? NaN) / loss),
    }))
    .filter(({ shares }) => shares.every(Number.isFinite));
}
