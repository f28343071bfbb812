import { describe, expect, it } from 'vitest';
import { settingError, settingWords } from '#components/pages/model/setting-words.ts';
import { SETTING_NAMES } from '#core/model/training/training-settings.ts';
import { inChinese } from '../../../support/in-chinese.ts';

describe('the words of a setting', () => {
  it('differ for each, in both languages', () => {
    const words = () =>
      SETTING_NAMES.flatMap((name) => {
        const { label, help } = settingWords(name);
        return [label, help];
      });
    expect(new Set(words()).size).toBe(2 * SETTING_NAMES.length);
    expect(new Set(inChinese(words)).size).toBe(2 * SETTING_NAMES.length);
  });

  it('say the bounds', () => {
    expect(settingWords('seed').help).toMatch(/From 1 to 1,000,000\.$/);
    expect(inChinese(() => settingWords('width'))).toEqual({
      label: '宽度',
      help: '每层的大小。越宽学得越多，也需要更多上新。从 8 到 512。',
    });
  });
});

describe('what is wrong with an entry', () => {
  it('is nothing where it is empty or within the bounds', () => {
    for (const entered of [null, 0, 0.05, 1]) {
      expect(settingError('weightDecay', entered)).toBeUndefined();
    }
  });

  it('is said with the bounds', () => {
    const wrong = 'Enter a number from 0.00001 to 0.02. Until then, Debut chooses it.';
    expect(settingError('learningRate', 1)).toBe(wrong);
    expect(settingError('learningRate', NaN)).toBe(wrong);
    expect(settingError('epochs', 2.5)).toBe(
      'Enter a whole number from 1 to 200. Until then, Debut chooses it.',
    );
    expect(inChinese(() => settingError('epochs', 0))).toBe(
      '请输入 1 到 200 的整数，暂由 Debut 决定。',
    );
  });
});
