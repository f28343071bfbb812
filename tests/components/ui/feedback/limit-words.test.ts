import { expect, it } from 'vitest';
import { limitFindings } from '#components/ui/feedback/limit-words.ts';
import { inChinese } from '../../../support/in-chinese.ts';

it('says what the data cannot tell, in the language on screen', () => {
  expect(limitFindings(['no-cost'])[0]?.title).toBe('Profit rests on an assumed unit cost');
  expect(inChinese(() => limitFindings(['no-cost']))).toEqual([
    {
      icon: 'note',
      title: '利润按假定的成本估算',
      advice:
        '没有单件成本，计划按标价的一定比例假定。可在“计划”页填写这个比例，在“数据”页补全成本，或加入带成本的商品导出文件。',
    },
  ]);
});

it('leaves out a limit that says nothing new beside another', () => {
  expect(limitFindings(['no-fees', 'no-channel'])).toHaveLength(1);
  const titles = limitFindings(['no-price-variation', 'no-list-price', 'no-cost', 'no-fees']);
  expect(titles.map(({ title }) => title)).toEqual(['Your data has no list prices']);
});
