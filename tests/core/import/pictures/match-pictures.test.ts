import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchPictures } from '#core/import/pictures/match-pictures.ts';
import { namedProducts, type NamedProduct } from '#core/import/pictures/named-products.ts';
import { pictureName } from '#core/import/pictures/picture-names.ts';
import { launchTable } from '../../../support/launch-table.ts';

const product = (title: string, ...ids: string[]): NamedProduct => ({ owner: title, title, ids });
const SHOP = [
  product('Blue stoneware mug', 'MG-104', '4006381333931'),
  product('Mug 2', 'MG-105'),
  product('Café au lait bowl', 'BW_7'),
  product("Men's T-Shirt", '1'),
  product('青瓷杯', 'QC001'),
];
const ownersOf = (paths: readonly string[], products = SHOP) =>
  matchPictures(
    paths.map((path) => ({ path })),
    products,
  ).map(({ owner }) => owner);
const ownerOf = (path: string, products = SHOP) => ownersOf([path], products)[0];

describe('a picture file', () => {
  it.each([
    ['mg-104.jpg', 'Blue stoneware mug'],
    ['MG104 (3).JPG', 'Blue stoneware mug'],
    ['mg_104_back.webp', 'Blue stoneware mug'],
    ['MG-104-front-2.png', 'Blue stoneware mug'],
    ['MG-104_800x800.jpg', 'Blue stoneware mug'],
    ['MG-104_9f8e7d6c-1234-4abc-8def-0123456789ab.jpg', 'Blue stoneware mug'],
    ['MG-104.MAIN.jpg', 'Blue stoneware mug'],
    ['4006381333931.PT01.jpg', 'Blue stoneware mug'],
    ['blue-stoneware-mug.jpg', 'Blue stoneware mug'],
    ['Blue Stoneware Mug - detail.jpg', 'Blue stoneware mug'],
    ['shop/2024/blue-stoneware-mug/01.jpg', 'Blue stoneware mug'],
    ['MG-104/back.jpg', 'Blue stoneware mug'],
    ['MG-104 mug 2.jpg', 'Blue stoneware mug'],
    ['new blue stoneware mug on table.jpg', 'Blue stoneware mug'],
    ['mug-2.jpg', 'Mug 2'],
    ['mug 2-3.jpg', 'Mug 2'],
    ['cafe_au_lait_bowl_1.png', 'Café au lait bowl'],
    ['BW7.png', 'Café au lait bowl'],
    ['mens-t-shirt.jpg', "Men's T-Shirt"],
    ['1.jpg', "Men's T-Shirt"],
    ['青瓷杯-主图.jpg', '青瓷杯'],
    ['青瓷杯背面.jpg', '青瓷杯'],
  ])('%s is of %s', (path, owner) => {
    expect(ownerOf(path)).toBe(owner);
  });

  it.each([
    'IMG_0042.jpg',
    'mug.jpg',
    'blue-1.jpg',
    '-9.jpg',
    '',
    'other/7.jpg',
    '104.jpg',
    'bowl.jpg',
  ])('%s is of none', (path) => {
    expect(ownerOf(path)).toBeNull();
  });

  it('is named by its ID rather than by another title', () => {
    const shop = [product('A100', 'X-9'), product('Lamp', 'A100')];
    expect(ownerOf('a100.jpg', shop)).toBe('Lamp');
  });

  it.each([
    ['1-2.jpg', '1'],
    ['12-1.jpg', '12'],
    ['12-1 (3).jpg', '12'],
    ['121.jpg', '121'],
    ['1001_2.jpg', '1001'],
    ['1001-front-2.jpg', '1001'],
    ['cup 1-2.jpg', 'Cup 1'],
    ['4 006381 333931.jpg', '4006381333931'],
    ['12/3.jpg', '12'],
  ])('%s, whose numbers stand apart, is of %s', (path, owner) => {
    const ids = ['1', '12', '121', '1001', '10012', '4006381333931'];
    const shop = [...ids.map((id) => product(id, id)), product('Cup 1'), product('Cup 12')];
    expect(ownerOf(path, shop)).toBe(owner);
  });

  it('that two products are called like is of none', () => {
    const shop = [product('Mug, blue', 'A-1'), product('Mug blue!', 'A1')];
    expect(ownersOf(['mug-blue.jpg', 'a-1.jpg', 'A-1/back.jpg'], shop)).toEqual([null, null, null]);
  });

  it('that names two products is of the one that is named at greater length', () => {
    const shop = [product('Blue mug', 'AB12'), product('Blue mug large set', 'CD34')];
    expect(ownerOf('our blue mug large set photo taken.jpg', shop)).toBe('Blue mug large set');
    expect(ownerOf('AB12 and CD34.jpg', shop)).toBeNull();
  });
});

describe('views of a product', () => {
  const firstOf = (...paths: string[]) => {
    const matches = matchPictures(
      paths.map((path) => ({ path })),
      SHOP,
    );
    expect(matches.map(({ place }) => place).sort()).toEqual(paths.map((_, i) => i));
    return paths[matches.findIndex(({ place }) => place === 0)];
  };

  it('come in the order of what they show', () => {
    expect(firstOf('MG-104_back.jpg', 'MG-104_front.jpg', 'MG-104_detail.jpg')).toBe(
      'MG-104_front.jpg',
    );
    expect(firstOf('MG-104-10.jpg', 'MG-104-2.jpg', 'MG-104-1.jpg')).toBe('MG-104-1.jpg');
    expect(firstOf('MG-104-1.jpg', 'MG-104.jpg')).toBe('MG-104.jpg');
    expect(firstOf('MG-104.jpg', 'MG-104.MAIN.jpg')).toBe('MG-104.MAIN.jpg');
    expect(firstOf('MG-104-2.jpg', 'MG-104.jpg', 'MG-104-1.jpg')).toBe('MG-104.jpg');
    expect(firstOf('BW-7-1.jpg', 'BW-7.jpg')).toBe('BW-7.jpg');
    expect(firstOf('b/MG-104.jpg', 'a/MG-104.jpg')).toBe('a/MG-104.jpg');
  });
});

describe('a picture in a workbook', () => {
  const inRow = (...cells: string[]) =>
    matchPictures([{ path: 'image1.png', cells }], SHOP)[0]!.owner;

  it('is of the product of its row, by ID before title', () => {
    expect(inRow('', '12', 'MG-104', 'Mug 2')).toBe('Blue stoneware mug');
    expect(inRow('Mug 2', '9.50')).toBe('Mug 2');
    expect(inRow('nothing')).toBeNull();
    expect(inRow('MG-104', 'MG-105')).toBeNull();
    const [match] = matchPictures([{ path: 'image1.png', cells: ['1.5'] }], [product('Cup', '15')]);
    expect(match!.owner).toBeNull();
  });
});

describe('products', () => {
  it('are those launched, those that wait and articles of suppliers, with all that identifies them', () => {
    const table = launchTable([
      { productId: 'a', title: 'Mug' },
      { productId: 'b', title: 'Mug' },
      { productId: 'c', title: '' },
    ]);
    const attributes = {
      'EAN-13': ['1', '', '3'],
      colour: ['red', 'blue', ''],
      Handle: ['mug', '', ''],
    };
    const waiting = [{ id: 'n', title: 'Pot', attributes: { 货号: 'P-7', size: 'L' } }];
    const article = {
      id: 's',
      title: 'Jug',
      attributes: {},
      offers: [{ sku: 'J-1' }, { sku: '' }],
    };
    expect(namedProducts({ ...table, attributes }, [...waiting, article])).toEqual([
      { owner: 'Mug', title: 'Mug', ids: ['a', '1', 'mug', 'b'] },
      { owner: 'c', title: '', ids: ['c', '3'] },
      { owner: 'Pot', title: 'Pot', ids: ['n', 'P-7'] },
      { owner: 'Jug', title: 'Jug', ids: ['s', 'J-1'] },
    ]);
  });
});

describe('any names', () => {
  it('end in an answer, and a view never changes the product', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    fc.assert(
      fc.property(fc.string(), (path) => {
        const { words, base, view } = pictureName(path);
        return base.length <= words.length && view >= 0;
      }),
    );
    fc.assert(
      fc.property(
        word,
        word,
        fc.constantFrom('-1', '_back', ' (3)', '.MAIN', '-front-2'),
        (a, b, view) => {
          const shop = [product(`${a} ${b}`, 'ID-1')];
          return ownerOf(`${a}-${b}${view}.jpg`, shop) === ownerOf(`${a}-${b}.jpg`, shop);
        },
      ),
    );
  });
});
