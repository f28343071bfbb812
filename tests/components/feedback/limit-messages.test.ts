import { expect, it } from 'vitest';
import { limitFindings } from '#components/feedback/limit-messages.ts';
import { inChinese } from '../../support/in-chinese.ts';

it('says what the data cannot tell, in the language on screen', () => {
  expect(limitFindings(['no-cost'])[0]?.title).toBe('Profit is not known');
  expect(inChinese(() => limitFindings(['no-cost']))).toEqual([
    {
      icon: 'note',
      title: '不知道利润',
      advice:
        '没有单件成本，所以计划按销售额或销量排序。在数据页填写，或加入带成本的商品导出，就能看到利润。',
    },
  ]);
});

it('leaves out a limit that says nothing new beside another', () => {
  expect(limitFindings(['no-fees', 'no-channel'])).toHaveLength(1);
});
