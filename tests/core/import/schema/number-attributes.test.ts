import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { matchHeaders } from '#core/import/schema/match-headers.ts';
import { numberAttributes } from '#core/import/schema/number-attributes.ts';

const ROWS = 60;
const random = seededRandom(7);
const column = (of: (i: number) => number | string) =>
  Array.from({ length: ROWS }, (_, i) => String(of(i)));
const units = column(() => Math.ceil(40 * random()));
const any = () => column(() => Math.ceil(900 * random()) / 10);

/** Returns what is proposed of columns beside the units. */
function proposed(columns: Readonly<Record<string, readonly string[]>>): string[] {
  const headers = [...Object.keys(columns), 'units'];
  const all = [...Object.values(columns), units];
  const rows = units.map((_, row) => all.map((cells) => cells[row]!));
  return numberAttributes(Object.keys(columns), 'units', { headers, rows });
}

describe('numberAttributes', () => {
  it('proposes numbers about a product, with units and with gaps', () => {
    const columns = {
      weight_g: any(),
      Pages: any(),
      'number of pictures': any(),
      'age limit': any(),
      'delivery days': any(),
      Höhe: column((i) => (i % 9 === 0 ? '' : `${(i * 7) % 40},5 cm`)),
      重量: any(),
      has_box: column((i) => i % 2),
      'Net weight (g)': any(),
      'Min players': any(),
      'Total pages': any(),
      'Pack quantity': any(),
      'Refresh rate': any(),
      goal: column((i) => 10 ** (5 + (i % 4)) * (1 + (i % 7))),
    };
    expect(proposed(columns)).toEqual(Object.keys(columns));
  });

  it('proposes no codes, positions or moments', () => {
    expect(
      proposed({
        'supplier code': any(),
        'item no': any(),
        条码: any(),
        serial: column((i) => 7 * i),
        made_at: column((i) => 1_700_000_000 + 977 * i),
      }),
    ).toEqual([]);
  });

  it('proposes nothing that is known only after the launch', () => {
    const priced = any();
    expect(
      proposed({
        'page views': any(),
        wishlist_adds: any(),
        'stock left': any(),
        'units returned': any(),
        浏览量: any(),
        好评率: any(),
        Lagerbestand: any(),
        Deckungsbeitrag: any(),
        'Return rate': any(),
        'Total shipping': any(),
        'Delivery date': any(),
        Jahr: any(),
        库存: any(),
        'days listed': any(),
        hint: column((i) => Number(units[i]) * 3 + (i % 2)),
        each: priced,
        turned: column((i) => (Number(units[i]) * Number(priced[i])).toFixed(2)),
      }),
    ).toEqual(['each']);
  });

  it('proposes nothing that is the same nearly everywhere, and no words', () => {
    expect(
      proposed({ same: column(() => 4), nearly: column((i) => (i === 3 ? 2 : 1)).map(String) }),
    ).toEqual(['nearly']);
    expect(
      proposed({ colour: column((i) => (i % 2 ? 'red' : 'blue')), none: column(() => '') }),
    ).toEqual([]);
  });
});

describe('matchHeaders', () => {
  it('takes no total for a property, whose price is mapped to a field', () => {
    const headers = ['Artikel', 'Datum', 'Preis', 'Verkaufte Stück', 'Warenwert'];
    const rows = units.map((sold, i) => {
      const price = (5 + 400 * random()).toFixed(2);
      const total = (Number(price) * Number(sold)).toFixed(2);
      return [`Tasse ${i}`, `2024-01-${10 + (i % 18)}`, price, sold, total];
    });
    expect(matchHeaders(headers, rows).attributes).toEqual([]);
  });

  it('adds numbers to the attributes, after the texts, and takes no field from them', () => {
    const headers = ['title', 'launch date', 'price', 'weight_g', 'colour', 'units'];
    const rows = units.map((sold, i) => [
      ...[`Mug ${i}`, `2024-01-${String(1 + (i % 28)).padStart(2, '0')}`, '9.5'],
      ...[String(100 + ((i * 37) % 90)), i % 2 ? 'red' : 'blue', sold],
    ]);
    const { fields, attributes } = matchHeaders(headers, rows);
    expect(fields).toMatchObject({ listPrice: 'price', units: 'units', launchDate: 'launch date' });
    expect(attributes).toEqual(['colour', 'weight_g']);
  });
});
