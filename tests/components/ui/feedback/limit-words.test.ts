import { expect, it } from 'vitest';
import { limitFindings } from '#components/ui/feedback/limit-words.ts';
import { inChinese } from '../../../support/in-chinese.ts';

it('says what the data cannot tell, in the language on screen', () => {
  expect(limitFindings(['no-cost'])[0]?.title).toBe('Profit is not known');
  expect(inChinese(() => limitFindings(['no-cost']))).toEqual([
    {
      icon: 'note',
      title: '利润未知',
      advice:
        '没有单件成本，计划按销售额或销量排序。要看利润，请在“数据”页补全，或加入带成本的商品导出文件。',
    },
  ]);
});

it('leaves out a limit that says nothing new beside another', () => {
  expect(limitFindings(['no-fees', 'no-channel'])).toHaveLength(1);
});
