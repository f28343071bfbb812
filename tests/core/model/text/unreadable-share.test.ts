import { expect, it } from 'vitest';
import { areOftenUnreadable, unreadableShare } from '#core/model/text/unreadable-share.ts';
import { chineseGlosses } from '../../../support/language.ts';

const glosses = chineseGlosses();

it.each([
  ['Red ceramic mug', 0],
  ['Crème brûlée', 0],
  ['红色陶瓷杯', 0],
  ['無線藍牙耳機 T恤', 0],
  ['Наушники', 1],
  ['무선 이어폰', 1],
  ['سماعات', 1],
  ['コットン', 1],
  ['mug Наш', 0.5],
  ['🎁 500 !', 0],
  ['', 0],
])('of %s is %d', (text, share) => {
  expect(unreadableShare(text, glosses)).toBe(share);
});

it('counts Chinese where there are no glosses', () => {
  expect(unreadableShare('红杯 ab', null)).toBe(0.5);
});

it.each([
  { names: ['Mug', 'Bowl', 'Чашка', 'Plate'], says: 'one of four', often: false },
  { names: ['Mug', 'Bowl', 'Чашка'], says: 'one of three', often: true },
  { names: ['コットンのシャツ', 'マグカップ'], says: 'kana', often: true },
  { names: ['แก้วกาแฟ'], says: 'Thai', often: true },
  { names: ['红色陶瓷杯', '無線藍牙耳機'], says: 'Chinese, which is glossed', often: false },
  { names: ['Mug Чай', ''], says: 'half of the letters', often: false },
  { names: [], says: 'none', often: false },
])('tells whether names are often unreadable: $says', ({ names, often }) => {
  expect(areOftenUnreadable(names)).toBe(often);
});
