import type { Issue } from '#core/import/csv/issues.ts';
import type { Treatment } from '#core/import/csv/issues.ts';
import { m } from '#messages';

interface TreatmentWords {
  /** Label of the switch. */
  readonly offer: () => string;
  readonly done: () => string;
  readonly notDone: () => string;
}

const WORDS: Readonly<Record<Treatment, TreatmentWords>> = {
  'set-aside': {
    offer: m.feedback_treat_set_aside,
    done: m.feedback_treated_set_aside,
    notDone: m.feedback_untreated_set_aside,
  },
  empty: {
    offer: m.feedback_treat_empty,
    done: m.feedback_treated_empty,
    notDone: m.feedback_untreated_empty,
  },
  correct: {
    offer: m.feedback_treat_correct,
    done: m.feedback_treated_correct,
    notDone: m.feedback_untreated_correct,
  },
  zero: {
    offer: m.feedback_treat_zero,
    done: m.feedback_treated_zero,
    notDone: m.feedback_untreated_zero,
  },
  merge: {
    offer: m.feedback_treat_merge,
    done: m.feedback_treated_merge,
    notDone: m.feedback_untreated_merge,
  },
  'leave-out': {
    offer: m.feedback_treat_leave_out,
    done: m.feedback_treated_leave_out,
    notDone: m.feedback_untreated_leave_out,
  },
};

export function treatmentOffer(treatment: Treatment): string {
  return WORDS[treatment].offer();
}

/** Says whether the treatment of a finding was applied; '' if there is no choice. */
export function treatmentOutcome({ treatment }: Pick<Issue, 'treatment'>): string {
  if (treatment === null) return '';
  const { done, notDone } = WORDS[treatment.name];
  return treatment.isOn ? done() : notDone();
}
