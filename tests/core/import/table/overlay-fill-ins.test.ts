import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLaunchTable } from '#core/import/table/build-launch-table.ts';
import { FILLABLE_FIELDS, type FillIns } from '#core/import/recipe/fill-ins.ts';
import { positionOf, withFillIns } from '#core/import/table/overlay-fill-ins.ts';
import { plainRecipe, type Recipe } from '#core/import/recipe/recipe.ts';
import { textRows } from '../../../support/text-rows.ts';

const HEADERS = ['name', 'date', 'sold', 'price', 'where', 'offer', 'ads', 'kind'];
const mapping = {
  fields: {
    ...{ title: 'name', launchDate: 'date', units: 'sold', listPrice: 'price' },
    ...{ channel: 'where', promotion: 'offer', adSpend: 'ads', category: 'kind' },
  },
  attributes: [],
} as const;
const recipe = plainRecipe(mapping);

const text = fc.constantFrom('', ' ', '-', 'n/a', 'Web', 'Shop', 'web');
const number = fc.constantFrom('', '-', 'none', '12', '3.50', '1,200', 'about 5');
const record = fc
  .tuple(fc.integer({ min: 1, max: 90 }), text, text, number, text)
  .map(([sold, ...cells]) => [String(sold), '9.95', ...cells]);
const files = fc
  .array(record, { minLength: 1, maxLength: 12 })
  .map((records) =>
    records.map((cells, i) => [`Mug ${i}`, `2024-03-${String(i + 1).padStart(2, '0')}`, ...cells]),
  );
const typedTexts = fc.dictionary(
  fc.integer({ min: 1, max: 15 }).map(String),
  fc.constantFrom('Fair', 'Web', '  '),
);
const typedNumbers = fc.dictionary(
  fc.integer({ min: 1, max: 15 }).map(String),
  fc.constantFrom('7', '2.25', '1,500'),
);
const anyFillIns: fc.Arbitrary<FillIns> = fc.record(
  {
    channel: typedTexts,
    promotion: typedTexts,
    category: typedTexts,
    adSpend: typedNumbers,
    unitCost: typedNumbers,
  },
  { requiredKeys: [] },
);

/** As the seller would have written it into the file, by hand. */
function written(records: readonly (readonly string[])[], fillIns: FillIns) {
  const columns = { channel: 4, promotion: 5, adSpend: 6, category: 7, unitCost: 8 };
  const empty = ['', ' ', '-', 'n/a'];
  const rows = records.map((cells, r) => {
    const filled = [...cells, ''];
    for (const field of FILLABLE_FIELDS) {
      const typed = fillIns[field]?.[r + 2] ?? '';
      const old = filled[columns[field]]!;
      const isEmpty = empty.includes(old) || (field === 'adSpend' && old === 'none');
      if (isEmpty && typed.trim() !== '') filled[columns[field]] = typed;
    }
    return filled;
  });
  const hasCosts = rows.some((cells) => cells[8] !== '');
  return hasCosts
    ? {
        headers: [...HEADERS, 'unit cost'],
        rows,
        fields: { ...mapping.fields, unitCost: 'unit cost' },
      }
    : { headers: HEADERS, rows: rows.map((cells) => cells.slice(0, 8)), fields: mapping.fields };
}

describe('withFillIns', () => {
  it('gives what a file would have given that had been written with these cells', () => {
    fc.assert(
      fc.property(files, anyFillIns, (records, fillIns) => {
        const filled = buildLaunchTable(textRows(HEADERS, records), { ...recipe, fillIns });
        const { headers, rows, fields } = written(records, fillIns);
        const plain = buildLaunchTable(
          textRows(headers, rows),
          plainRecipe({ fields, attributes: [] }),
        );
        expect(filled).toEqual(plain);
      }),
    );
  });

  it('never alters a cell that the file has, nor its rows', () => {
    fc.assert(
      fc.property(files, anyFillIns, (records, fillIns) => {
        const stored = textRows(HEADERS, records);
        const before = structuredClone(stored);
        const { rows } = withFillIns(stored, { ...recipe, fillIns });
        expect(stored).toEqual(before);
        records.forEach((cells, r) =>
          HEADERS.forEach((header, c) => {
            const { texts, codes } = rows.columns.get(header)!;
            const isKnown = !['', ' ', '-', 'n/a', 'none'].includes(cells[c]!);
            if (isKnown) expect(texts[codes[r]!]).toBe(cells[c]);
          }),
        );
        expect([rows.rowNumbers, rows.fingerprints]).toEqual([
          stored.rowNumbers,
          stored.fingerprints,
        ]);
      }),
    );
  });

  it('adds a column under a name that is free', () => {
    const stored = textRows(['name', 'channel'], [['Mug', 'not mapped']]);
    const asked: Pick<Recipe, 'mapping' | 'fillIns'> = {
      mapping: { fields: { title: 'name' }, attributes: [] },
      fillIns: { channel: { 2: 'Fair' } },
    };
    const { rows, recipe: filled } = withFillIns(stored, asked);
    expect(filled.mapping.fields.channel).toBe('channel (2)');
    expect(rows.headers).toEqual(['name', 'channel', 'channel (2)']);
    expect(rows.columns.get('channel (2)')!.texts).toContain('Fair');
  });

  it('changes nothing where no typed cell has a place', () => {
    const stored = textRows(['name'], [['Mug']]);
    const asked = {
      mapping: { fields: { title: 'name' }, attributes: [] },
      fillIns: { channel: { 9: 'Fair', 2: ' ' } },
    };
    expect(withFillIns(stored, asked)).toEqual({ rows: stored, recipe: asked });
  });
});

describe('positionOf', () => {
  it('finds a row by its number among numbers with gaps', () => {
    expect([2, 5, 9].map((number) => positionOf([2, 5, 9], number))).toEqual([0, 1, 2]);
    expect([1, 3, 10].map((number) => positionOf([2, 5, 9], number))).toEqual([null, null, null]);
  });
});
