import { describe, expect, it } from 'vitest';
import { nicheKey, nicheNameOf } from '#core/demand/niche/niche-name.ts';
import { NO_FACTS } from '../../../support/market-data.ts';

describe('nicheNameOf', () => {
  it('is what the file states', () => {
    const facts = { ...NO_FACTS, niche: 'wool rug', term: 'rug' };
    expect(nicheNameOf({ fileName: 'a.csv', facts })).toBe('wool rug');
    expect(nicheNameOf({ fileName: 'a.csv', facts: { ...facts, niche: '' } })).toBe('rug');
  });

  it.each([
    ['Helium_10_Xray_table_lamp_2026-02-07.csv', 'table lamp'],
    ['Xray - linen dress (2).csv', 'linen dress'],
    ['Jungle Scout Export wool rug 20260207.csv', 'wool rug'],
    ['NicheDetailsProductsTab_desk lamp_5.7.2026.csv', 'desk lamp'],
    ['Search Term of yoga mat.csv', 'yoga mat'],
    ['台灯.csv', '台灯'],
    ['lamp-60w.csv', 'lamp-60w'],
    ['Helium_10_Xray_2026-02-07.csv', 'Helium_10_Xray_2026-02-07.csv'],
  ])('is otherwise the file name without what tools add: %s', (fileName, name) => {
    expect(nicheNameOf({ fileName, facts: NO_FACTS })).toBe(name);
  });
});

describe('nicheKey', () => {
  it('is equal for the same words in any order', () => {
    expect(nicheKey('Lamps, table')).toBe(nicheKey('Table Lamp'));
    expect(nicheKey('table lamp')).not.toBe(nicheKey('table runner'));
    expect(nicheKey('★')).not.toBe(nicheKey('☆'));
  });
});
