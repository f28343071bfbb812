import { describe, expect, it } from 'vitest';
import { glossChinese, readGlosses } from '#core/model/text/glosses.ts';
import { lettersOnly } from '#core/model/text/letters-only.ts';
import { chineseGlosses } from '../../../support/language.ts';

const glosses = chineseGlosses();
const gloss = (text: string) => glossChinese(lettersOnly(text), glosses);

describe('glossChinese', () => {
  it.each([
    ['不锈钢保温杯', 'stainless steel thermal insulation cup'],
    ['不鏽鋼保溫杯', 'stainless steel thermal insulation cup'],
    ['不锈钢保温杯 ５００ＭＬ', 'stainless steel thermal insulation cup 500ml'],
    ['蓝牙耳机', 'bluetooth headphones'],
    ['藍牙耳機', 'bluetooth headphones'],
    ['Nike跑鞋', 'nike running shoes'],
    ['Ｔ恤', 't-shirt'],
    ['ceramic mug', 'ceramic mug'],
    ['猫的杯子', 'cat cup'],
    ['【积木】玩具', 'toy building blocks plaything'],
    ['', ''],
  ])('of %s is "%s"', (text, english) => {
    expect(gloss(text)).toBe(english);
  });

  it('takes the longest word that fits', () => {
    const own = readGlosses('機\n机\n手\thand\n手机\tphone\n手机壳\tphone case\n壳\tshell\n');
    expect(glossChinese('手機壳手', own)).toBe('phone case hand');
    expect(glossChinese('手手机', own)).toBe('hand phone');
  });

  it('leaves out characters that no word has', () => {
    const own = readGlosses('\n\n手\thand\n');
    expect(glossChinese('手茶 5cm', own)).toBe('hand 5cm');
  });
});

it('refuses a table that is cut off or none', () => {
  for (const text of ['', '機\n', '機\n机机\n手\thand\n', '\n\n手\thand\n手机', '\n\n手 hand\n']) {
    expect(() => readGlosses(text)).toThrow(expect.objectContaining({ code: 'language-damaged' }));
  }
});

it('has about a hundred thousand words', () => {
  expect(glosses.words.size).toBeGreaterThan(100_000);
  expect(glosses.simplified.get('機')).toBe('机');
});
