import { describe, expect, it } from 'vitest';
import { emphasised, sentenceParts } from '#components/words/emphasis.ts';

describe('a sentence with marked values', () => {
  it('comes apart into values and the words that lead to each', () => {
    expect(sentenceParts(`on ${emphasised('Monday')}, at ${emphasised('42.00')}.`)).toEqual([
      { lead: 'on ', value: 'Monday' },
      { lead: ', at ', value: '42.00' },
      { lead: '.', value: '' },
    ]);
  });

  it('keeps the names of its values, which nobody sees', () => {
    const sentence = `在 ${emphasised('天猫', 'channel')} 上新，${emphasised('Sale', 'promotion')}`;
    expect(sentenceParts(sentence)).toEqual([
      { lead: '在', value: '天猫', name: 'channel' },
      { lead: '上新，', value: 'Sale', name: 'promotion' },
    ]);
  });

  it('may be without a value', () => {
    expect(sentenceParts('Nothing here.')).toEqual([{ lead: 'Nothing here.', value: '' }]);
    expect(sentenceParts('')).toEqual([]);
  });

  it('keeps its marks out of what is marked', () => {
    const parts = sentenceParts(emphasised(emphasised('Own store')));
    expect(parts).toEqual([{ lead: '', value: 'Own store' }]);
  });

  it('has no space between Chinese and Chinese, and one beside a Latin word', () => {
    const text = (channel: string) =>
      sentenceParts(`在 ${emphasised(channel)} 上新`)
        .map(({ lead, value }) => lead + value)
        .join('');
    expect(text('天猫')).toBe('在天猫上新');
    expect(text('Own store')).toBe('在 Own store 上新');
  });

  it('keeps the spaces inside a value as the shop writes them', () => {
    expect(sentenceParts(emphasised('天猫 旗舰店'))).toEqual([{ lead: '', value: '天猫 旗舰店' }]);
  });
});
