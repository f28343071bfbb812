import { parse } from 'papaparse';
import { describe, expect, it } from 'vitest';
import { launchesCsv } from '#core/files/project/launches-csv.ts';

describe('the readable copy of launches', () => {
  it('has dates as dates, nothing for what is missing, and runs no formula', () => {
    const csv = launchesCsv([
      { name: 'title', chunk: 0, values: ['Mug, "blue"', '=1+1', ''] },
      { name: 'launchDay', chunk: 0, values: Float64Array.of(0, 19_782, 20_000) },
      { name: 'units', chunk: 0, values: Float64Array.of(3.5, NaN, 0) },
      { name: 'attribute:colour', chunk: 0, values: ['', 'x\ny', '@a'] },
    ]);
    expect(parse(csv, { skipEmptyLines: true }).data).toEqual([
      ['title', 'launchDate', 'units', 'colour'],
      ['Mug, "blue"', '1970-01-01', '3.5', ''],
      ["'=1+1", '2024-02-29', '', 'x\ny'],
      ['', '2024-10-04', '0', "'@a"],
    ]);
  });
});
