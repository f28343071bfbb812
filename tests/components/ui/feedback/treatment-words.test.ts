import { expect, it } from 'vitest';
import { treatmentOutcome } from '#components/ui/feedback/treatment-words.ts';
import { m } from '#messages';

it('says what was done about a finding where there was a choice', () => {
  const outcome = (isOn: boolean) => treatmentOutcome({ treatment: { name: 'merge', isOn } });
  expect(outcome(true)).toBe(m.feedback_treated_merge());
  expect(outcome(false)).toBe(m.feedback_untreated_merge());
  expect(treatmentOutcome({ treatment: null })).toBe('');
});
