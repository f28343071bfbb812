// @module-tag training
// @module-tag whole
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchesCsv, newProductsCsv } from '../../support/demo-shop/write.ts';
import { generateShop } from '../../support/demo-shop/generator.ts';

const ROOT = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'debut-evaluate-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const lines = (name: string) => readFileSync(at(name), 'utf8').trim().split(/\r?\n/);

function evaluate(...words: string[]) {
  const script = join(ROOT, 'workers/headless/evaluate.ts');
  return promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...words], {
    cwd: ROOT,
  });
}

/** A row as the others, one without a date or a title, and one that repeats the first. */
function rowsToPredict(csv: string): string {
  const [header, ...rows] = csv.split(/\r?\n/);
  const columns = header!.split(',');
  const bare = columns.map((name) => (name === 'product_id' ? 'bare' : '')).join(',');
  return [header, rows[0], bare, rows[0]].join('\n');
}

beforeAll(async () => {
  const shop = generateShop({ seed: 4, launches: 90, newProducts: 3 });
  const csv = launchesCsv(shop.launches);
  writeFileSync(at('history.csv'), csv);
  writeFileSync(at('products.csv'), newProductsCsv(shop.newProducts));
  writeFileSync(at('rows.csv'), rowsToPredict(csv));
  await evaluate(
    ...['--history', at('history.csv'), '--products', at('products.csv'), '--out', at('plan.csv')],
    ...['--test', at('rows.csv'), '--predictions', at('predictions.csv')],
    ...['--report', at('report.json'), '--seed', '2', '--from', '2027-01-05'],
  );
});

describe('npm run evaluate', () => {
  it('plans every new product', () => {
    const [header, ...plans] = lines('plan.csv');
    for (const name of ['product_id', 'launch_date', 'price_factor', 'units_expected', 'stock'])
      expect(header!.split(',')).toContain(name);
    expect(plans).toHaveLength(3);
  });

  it('plans the 52 weeks from the first Monday on or after the day that it is given', () => {
    const [header, ...plans] = lines('plan.csv');
    const place = header!.split(',').indexOf('launch_date');
    for (const plan of plans) {
      const day = plan.split(',')[place]!;
      expect(day >= '2027-01-11' && day <= '2028-01-03').toBe(true);
    }
  });

  it('predicts every row, whatever it lacks, in ascending quantiles around what is expected', () => {
    const [header, ...rows] = lines('predictions.csv');
    expect(header).toBe(
      'product_id,units_expected,units_mean,units_mean_if_chosen,q05,q10,q25,q50,q75,q90,q95',
    );
    expect(rows).toHaveLength(3);
    expect(rows[1]).toMatch(/^bare,/);
    expect(rows[2]).toBe(rows[0]);
    for (const row of rows) {
      const [expected, , , ...quantiles] = row.split(',').slice(1).map(Number);
      expect(quantiles).toEqual([...quantiles].sort((a, b) => a - b));
      expect(expected).toBeGreaterThanOrEqual(quantiles[0]!);
      expect(expected).toBeLessThanOrEqual(quantiles.at(-1)!);
    }
  });

  it('reports splits, errors, shares and seconds', () => {
    const report = JSON.parse(readFileSync(at('report.json'), 'utf8')) as {
      rowsUsed: number;
      settings: { seed: number };
      crossValidation: { learntFrom: number; judgedOn: number; blendWape: number }[];
      split: Record<string, number>;
      holdout: { method: string }[];
      headScores: { name: string; judgedOn: number; wape: number }[];
      pinballUnits: number;
      reading: string;
      secondsByPhase: Record<string, number>;
    };
    expect(report).toMatchObject({ rowsUsed: 90, settings: { seed: 2, searchSeconds: 20 } });
    expect(Object.values(report.split).reduce((a, b) => a + b)).toBe(90);
    expect(report.headScores.map(({ name }) => name)).toEqual([
      'impressions',
      'clickRate',
      'conversion',
    ]);
    for (const { judgedOn, wape } of report.headScores) {
      expect(judgedOn).toBeGreaterThan(5);
      expect(wape).toBeGreaterThan(0);
      expect(wape).toBeLessThan(1.5);
    }
    expect(report.pinballUnits).toBeGreaterThan(0);
    expect(report.reading).toBe('embeddings');
    expect(report.crossValidation.length).toBeGreaterThan(1);
    for (const { blendWape } of report.crossValidation) expect(blendWape).toBeGreaterThan(0);
    expect(report.holdout.map(({ method }) => method)).toContain('trees');
    expect(Object.keys(report.secondsByPhase)).toEqual(
      expect.arrayContaining(['read', 'read names', 'learn', 'learn-all', 'predict', 'plan']),
    );
  });

  it('does without the language model where it is told to', async () => {
    const asked = ['--history', at('history.csv'), '--report', at('letters.json')];
    await evaluate(...asked, '--language', 'no', '--search-seconds', '0');
    const report = JSON.parse(readFileSync(at('letters.json'), 'utf8')) as {
      readonly reading: string;
      readonly secondsByPhase: object;
    };
    expect(report.reading).toBe('declined');
    expect(report.secondsByPhase).not.toHaveProperty('read names');
  });

  it.each(['2027-02-30', 'soon'])('plans from no day such as %s', async (day) => {
    const refused = evaluate('--history', at('history.csv'), '--from', day);
    await expect(refused).rejects.toThrow(`expected --from as YYYY-MM-DD, got ${day}`);
  });

  it('says which file is missing', async () => {
    await expect(evaluate('--test', at('rows.csv'))).rejects.toThrow('expected --history');
  });
});
