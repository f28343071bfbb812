import { expect, it } from 'vitest';
import { fileProgressWords, progressDetail } from '#components/ui/feedback/progress-words.ts';
import { inChinese } from '../../../support/in-chinese.ts';

const importing = { status: 'importing', name: 'shop.csv', progress: null } as const;
const counted = { phase: 'read', done: 1200, total: 2000 };

it('says what is done with a file', () => {
  expect(fileProgressWords(importing)).toEqual({
    title: 'Importing shop.csv',
    detail: 'On this device',
  });
  expect(inChinese(() => fileProgressWords({ ...importing, progress: counted }))).toEqual({
    title: '正在导入“shop.csv”',
    detail: '正在读取数据行',
  });
});

it('says how far it is, where that can be counted', () => {
  expect(progressDetail(counted, 'On this device')).toBe('1,200 of 2,000');
  expect(progressDetail(null, 'On this device')).toBe('On this device');
  expect(inChinese(() => progressDetail(counted, ''))).toBe('已完成 1,200 / 2,000');
});
