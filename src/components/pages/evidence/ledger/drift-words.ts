import type { ErrorDrift } from '#core/evaluation/drift/error-drift.ts';
import {
  DRIFT_LEVEL,
  type DriftInput,
  type InputShift,
} from '#core/evaluation/drift/input-drift.ts';
import { m } from '#messages';
import { formatCount, formatFactor, formatPercent } from '#components/words/numbers.ts';

export function inputName(input: DriftInput): string {
  return INPUT_NAMES[input]();
}

const INPUT_NAMES: Readonly<Record<DriftInput, () => string>> = {
  price: () => m.ledger_drift_name_price(),
  category: () => m.ledger_drift_name_category(),
  channel: () => m.ledger_drift_name_channel(),
  promotion: () => m.ledger_drift_name_promotion(),
  units: () => m.ledger_drift_name_units(),
};

/** Says in a sentence what changed most. */
export function shiftWords({ input, factor, level }: InputShift): string {
  if (input === 'price') return m.ledger_drift_price({ factor: formatFactor(factor) });
  if (input === 'units') return m.ledger_drift_units({ factor: formatFactor(factor) });
  const said = {
    level: level?.name ?? '',
    now: formatPercent(level?.now),
    share: formatPercent(level?.before),
  };
  if (input === 'category') return m.ledger_drift_category(said);
  return input === 'channel' ? m.ledger_drift_channel(said) : m.ledger_drift_promotion(said);
}

/** Says whether a shift is clear, too small to matter, or possibly chance. */
export function findingWords({ isClear, adjustedChance }: InputShift): string {
  if (isClear) return m.ledger_drift_is_clear();
  return adjustedChance < DRIFT_LEVEL ? m.ledger_drift_is_small() : m.ledger_drift_is_chance();
}

/** Says how the errors of the latest results differ from what was expected. */
export function errorWords({ count, above, below, signChance, spreadChance }: ErrorDrift): string {
  const all = formatCount(count);
  if (spreadChance !== null && spreadChance < signChance)
    return m.ledger_drift_spread({ count: all });
  return above > below
    ? m.ledger_drift_above({ above: formatCount(above), count: all })
    : m.ledger_drift_below({ below: formatCount(below), count: all });
}
