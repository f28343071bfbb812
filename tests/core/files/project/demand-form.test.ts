import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandPanel } from '#core/demand/series/demand-panel.ts';
import { readPart, writePart } from '#core/files/project/part-content.ts';
import type { FiledDemand } from '#core/files/project/project-records.ts';
import { AppError } from '#core/base/errors.ts';
import type { MarketFile } from '#core/import/market/market.ts';
import { readMarket } from '#core/import/market/read-market.ts';
import { recogniseMarket } from '#core/import/market/recognise-market.ts';
import { NO_FACTS, searchFile } from '../../../support/market-data.ts';
import { MARKET_HEADERS } from '../../../support/market-file.ts';
import { textRows } from '../../../support/text-rows.ts';

function roundTrip(demand: FiledDemand): unknown {
  return readPart('demand', writePart('demand', demand));
}

const own = demandPanel([{ name: '__proto__', day: 19_740, units: 3 }], {
  from: 19_724,
  to: 19_760,
});
const choices = { ['__proto__']: 'lamp', Lamps: '' };
const meaning = { terms: { ['__proto__']: 'sofa' }, niches: { Mugs: 'cups' } };
const nicheChoices = { ['__proto__']: 'desk lamp', Rugs: '' };

const cell = fc.oneof(
  fc.constantFrom('', '<1', '0', '-0', '-5', '1e999', '1e300', '12.5%', '$1,250.00', 'B0CLOUD001'),
  fc.constantFrom('1899-12-31', '9999-12-31', '5/7/2026', '2024-01-07', '2024-01-14', 'Jan 2024'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const table = fc.constantFrom(...Object.values(MARKET_HEADERS)).chain(({ above, header }) =>
  fc
    .array(fc.array(cell, { minLength: header.length, maxLength: header.length }), {
      ...{ minLength: 1, maxLength: 8 },
    })
    .map((rows) => ({ above: above.map((line) => [line]), header, rows })),
);

/** Reads a table; null where it is not recognised, or refused. */
function fileOf(above: string[][], header: readonly string[], rows: string[][]): MarketFile | null {
  const found = recogniseMarket([...above, header, ...rows]);
  if (!found) return null;
  try {
    const reading = { fileName: 'market.csv', dateOrder: null, savedOn: null };
    return readMarket(textRows(header, rows), found, reading);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

describe('demand in a project file', () => {
  it('comes back as it was, whatever is known', () => {
    const files = [searchFile(), searchFile({ fileName: 'b.csv', values: [0.5, 1e30] })];
    const least = [{ files: [] }, { own, files: [] }, { own, files, choices }];
    for (const demand of [...least, { own, files, choices, nicheChoices, meaning }])
      expect(roundTrip(demand)).toStrictEqual(demand);
  });

  it('takes whatever the readers of market data files give', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(table, ({ above, header, rows }) => {
        const file = fileOf(above, header, rows);
        if (!file) return;
        kinds.add(file.kind);
        expect(roundTrip({ files: [file] })).toStrictEqual({ files: [file] });
      }),
      { numRuns: 150 },
    );
    expect(kinds.size).toBeGreaterThan(4);
  });

  const [series] = searchFile().series;
  const withSeries = (said: object) => ({
    files: [{ ...searchFile(), series: [{ ...series!, ...said }] }],
  });
  const histories = [{ id: 'B0', title: '', currency: null, days: Int32Array.of(1) }];
  const withPrices = { prices: Float64Array.of(1, 2), salesRanks: Float64Array.of(1) };

  it.each([
    ['a kind that there is not', { files: [{ ...searchFile(), kind: 'gossip' }] }],
    ['a kind without its content', { files: [{ ...searchFile(), kind: 'niches' }] }],
    ['a day of another age', withSeries({ days: Int32Array.of(0, 7, 900_000) })],
    ['days that do not ascend', withSeries({ days: Int32Array.of(7, 0, 14) })],
    ['a day without a value', withSeries({ days: Int32Array.of(0, 7) })],
    ['an endless value', withSeries({ values: Float32Array.of(1, Infinity, 2) })],
    ['a week without units', { own: { ...own, weekCount: 9 }, files: [] }],
    ['a choice that is no text', { files: [], choices: { Lamps: 3 } }],
    [
      'a join by meaning that is no text',
      { files: [], meaning: { terms: { Lamps: 3 }, niches: {} } },
    ],
    ['a niche that is no text', { files: [], nicheChoices: { Lamps: 3 } }],
    [
      'a price without a day',
      {
        files: [
          {
            ...{ kind: 'price-history', fileName: 'a.csv', facts: NO_FACTS },
            account: searchFile().account,
            histories: histories.map((each) => ({ ...each, ...withPrices })),
          },
        ],
      },
    ],
  ])('refuses %s', (_, demand) => {
    expect(() => writePart('demand', demand as unknown as FiledDemand)).toThrow(
      expect.objectContaining({ code: 'project-file-unreadable' }),
    );
  });
});
