import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { runsCsv } from '#core/evaluation/runs/runs-csv.ts';
import { anyRun, runOffBy } from '../../../support/training-run.ts';

const linesOf = (text: string) =>
  Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
    delimiter: ',',
    newline: '\r\n',
  }).data;

describe('runs as CSV', () => {
  it('are one line each, and say which is in use', () => {
    const runs = [
      runOffBy(0.25, { modelId: 8, name: 'Slow, long', tags: ['a', 'b'] }),
      runOffBy(NaN, { modelId: 3, report: { trainedAt: Date.UTC(2026, 2, 8, 12) } }),
    ];
    const lines = linesOf(runsCsv({ runs, modelInUse: 3 }));
    expect(lines).toMatchObject([
      { number: '8', name: 'Slow, long', in_use: 'no', tags: 'a, b', wape: '0.25' },
      { number: '3', in_use: 'yes', wape: '', trained_at: '2026-03-08T12:00:00.000Z' },
    ]);
    expect(lines[0]).toHaveProperty('coverage_80');
    expect(lines[0]).toHaveProperty('r2_log');
  });

  it('have only their heads where there are none', () => {
    expect(runsCsv({ runs: [], modelInUse: null })).toMatch(/^name,in_use,[^\n]*\r\n$/);
  });

  it('give back each name to any reader, and nothing that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(anyRun, { maxLength: 4 }), (runs) => {
        const lines = linesOf(runsCsv({ runs, modelInUse: null }));
        expect(lines.map(({ number }) => Number(number))).toEqual(
          runs.map(({ modelId }) => modelId),
        );
        lines.forEach(({ name = '', note = '' }, i) => {
          expect([runs[i]!.name, `'${runs[i]!.name}`]).toContain(name);
          for (const cell of [name, note]) expect(cell).not.toMatch(/^\s*[=+\-@]/u);
        });
        expect(JSON.stringify(lines)).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });
});
