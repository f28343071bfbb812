import { describe, expect, it } from 'vitest';
import { treatmentOutcome } from '#components/feedback/treatment-messages.ts';
import { inChinese } from '../../support/in-chinese.ts';

describe('what was done about a finding', () => {
  it('is said where there was a choice', () => {
    const outcome = (isOn: boolean) => treatmentOutcome({ treatment: { name: 'merge', isOn } });
    expect(outcome(true)).toBe('They were read as one.');
    expect(outcome(false)).toBe('They are kept apart.');
    expect(inChinese(() => outcome(true))).toBe('已合并成同一个值。');
    expect(treatmentOutcome({ treatment: null })).toBe('');
  });
});
