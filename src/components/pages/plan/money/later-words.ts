import type { UnitMoney } from '#core/planning/plan/unit-money.ts';
import { m } from '#messages';

/** Says which figures count sales after the horizon; '' where none are counted, so that all are of the horizon. */
export function laterWords(money: Pick<UnitMoney, 'later'> | undefined): string {
  return money?.later ? m.money_basis_later() : '';
}
