import type { Issue } from '#core/csv/issues.ts';
import type { Treatment } from '#core/csv/treatments.ts';
import { m } from '#messages';

const OUTCOMES: Readonly<Record<Treatment, (isOn: boolean) => string>> = {
  'set-aside': (isOn) => (isOn ? m.feedback_treated_set_aside() : m.feedback_untreated_set_aside()),
  empty: (isOn) => (isOn ? m.feedback_treated_empty() : m.feedback_untreated_empty()),
  correct: (isOn) => (isOn ? m.feedback_treated_correct() : m.feedback_untreated_correct()),
  merge: (isOn) => (isOn ? m.feedback_treated_merge() : m.feedback_untreated_merge()),
  'leave-out': (isOn) => (isOn ? m.feedback_treated_leave_out() : m.feedback_untreated_leave_out()),
};

/** What was done about a finding, or was not; nothing where there is no choice. */
export function treatmentOutcome({ treatment }: Pick<Issue, 'treatment'>): string {
  return treatment === null ? '' : OUTCOMES[treatment.name](treatment.isOn);
}
