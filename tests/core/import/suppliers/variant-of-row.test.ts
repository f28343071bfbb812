import { expect, it } from 'vitest';
import { measuresIn, rowVariant } from '#core/import/suppliers/variant-of-row.ts';

const NONE = { size: '', colour: '', variant: '' };

it.each([
  [{ title: 'Shirt', size: 'M' }, 'Shirt', '', ['M']],
  [
    { title: 'Shirt', size: 'S, M', colour: 'Red/Blue' },
    'Shirt',
    '',
    ['S / Red', 'S / Blue', 'M / Red', 'M / Blue'],
  ],
  [{ title: 'Coat', size: '90cm' }, 'Coat', '', ['90cm']],
  [{ title: '蜡烛', variant: '30ml' }, '蜡烛', '30ml', []],
  [{ title: '衬衫', variant: '红色;L' }, '衬衫', '', ['红色 / L']],
  [{ title: 'Candle 30 ml', variant: '30ml' }, 'Candle 30 ml', '', []],
  [{ title: 'Tray', size: '30 x 20 cm' }, 'Tray', '30 x 20 cm', []],
  [{ title: 'Linen shirt, M / Sand' }, 'Linen shirt', '', ['M / Sand']],
  [{ title: 'Candle, 30 ml' }, 'Candle, 30 ml', '', []],
])('tells variants of %j from other articles', (cells, title, measure, variants) => {
  expect(rowVariant({ ...NONE, ...cells })).toMatchObject({ title, measure, variants });
});

it('finds measures in titles, however they are written', () => {
  expect(measuresIn('Candle 30 ml, pack of 3')).toEqual(['30ml', 'packof3']);
  expect(measuresIn('Candle 30ML')).toEqual(['30ml']);
  expect(measuresIn('Mug no. 5')).toEqual([]);
});
