import type { Aim, AimNumber, Attitude, Objective } from '#core/planning/plan/aim.ts';
import { m } from '#messages';
import { objectiveWords } from './plan-words.ts';

interface AttitudeWords {
  readonly label: string;
  readonly help: string;
}

const ATTITUDE_WORDS: Readonly<Record<Attitude, () => AttitudeWords>> = {
  expected: () => ({
    label: m.plan_attitude_expected(),
    help: m.plan_attitude_expected_help(),
  }),
  balanced: () => ({
    label: m.plan_attitude_balanced(),
    help: m.plan_attitude_balanced_help(),
  }),
  cautious: () => ({
    label: m.plan_attitude_cautious(),
    help: m.plan_attitude_cautious_help(),
  }),
};

export function attitudeWords(attitude: Attitude): AttitudeWords {
  return ATTITUDE_WORDS[attitude]();
}

/**
 * Returns, for example, "Aim: Profit · risk: Balanced".
 * @param counted objective that plans count instead, because the one asked for is not known for all
 */
export function aimSummary({ objective, attitude }: Aim, counted: Objective = objective): string {
  if (counted !== objective) return unknownWords(objective, counted);
  const words = { objective: objectiveWords(objective).label };
  return objective === 'profit'
    ? m.plan_aim_present_risk({ ...words, attitude: attitudeWords(attitude).label })
    : m.plan_aim_present(words);
}

/** Says that plans are not ranked by the objective asked for, and by which they are. */
export function unknownWords(asked: Objective, counted: Objective): string {
  return m.plan_aim_unknown({
    asked: objectiveWords(asked).label,
    noun: objectiveWords(counted).noun,
  });
}

interface AimField {
  readonly name: AimNumber;
  readonly label: string;
  readonly help?: string;
}

/** Returns the number fields of an aim, in the order of the form. */
export function aimFields(): AimField[] {
  return [
    { name: 'leftoverLoss', label: m.plan_aim_leftover(), help: m.plan_aim_leftover_help() },
    { name: 'minimumOrder', label: m.plan_aim_minimum() },
    { name: 'packSize', label: m.plan_aim_pack() },
    { name: 'leadTimeDays', label: m.plan_aim_lead() },
    { name: 'depositShare', label: m.plan_aim_deposit(), help: m.plan_aim_deposit_help() },
    { name: 'payoutDays', label: m.plan_aim_payout(), help: m.plan_aim_payout_help() },
    { name: 'waitingCostPerYear', label: m.plan_aim_waiting(), help: m.plan_aim_waiting_help() },
    { name: 'mostLaunches', label: m.plan_aim_most(), help: m.plan_aim_most_help() },
  ];
}
