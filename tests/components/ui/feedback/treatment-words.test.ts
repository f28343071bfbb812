import { describe, expect, it } from 'vitest';
import { treatmentOutcome } from '#components/ui/feedback/treatment-words.ts';
import { inChinese } from '../../../support/in-chinese.ts';

describe('what was done about a finding', () => {
  it('is said where there was a choice', () => {
    const outcome = (isOn: boolean) => treatmentOutcome({ treatment: { name: 'merge', isOn } });
    expect(outcome(true)).toBe('They were merged.');
    expect(outcome(false)).toBe('They are kept separate.');
    expect(inChinese(() => outcome(true))).toBe('已合并。');
    expect(treatmentOutcome({ treatment: null })).toBe('');
  });
});
