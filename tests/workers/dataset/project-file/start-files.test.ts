// The start files that ship are as new as the app. Where this fails, run `npm run build:start-files` on a fresh build.
import { emptyDatabase } from '../../../support/database.ts';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { SCARCE_SEASON } from '#core/app/exercises.ts';
import { FORMAT_VERSION } from '#core/files/project/manifest.ts';
import { isShortShop, START_FILES } from '#core/launch/sample.ts';
import { usualLimits, type SeasonLimits } from '#core/season/offers/season-limits.ts';
import { loadSetting } from '#storage/app/settings.ts';
import { loadShopFacts } from '#storage/app/workshop.ts';
import { listDatasets } from '#storage/data/datasets.ts';
import { loadProducts } from '#storage/data/products.ts';
import { SCHEMA_VERSION } from '#storage/database/database.ts';
import { loadModel } from '#storage/model/models.ts';
import { loadOffers } from '#storage/plan/seasons.ts';
import { solveSeason } from '#workers/season/solve-season.ts';
import { openSolver } from '#workers/season/solver.ts';
import { textOf, partsOf } from '../../../support/changed-project.ts';
import { restore } from '../../../support/project.ts';

beforeEach(emptyDatabase);

const MOST_BYTES = 1_500_000;

describe.each(['en', 'zh'] as const)('the start file, %s', (language) => {
  const name = START_FILES[language];
  const bytes = readFileSync(new URL(`../../../../static/samples/${name}`, import.meta.url));
  const file = new File([bytes], name);

  it('is of the newest format and schema, and small', async () => {
    const parts = await partsOf(file);
    const { version } = JSON.parse(textOf(parts, 'debut.json')) as { version: number };
    const { schemaVersion } = JSON.parse(textOf(parts, 'manifest.json')) as {
      schemaVersion: number;
    };
    expect({ version, schemaVersion }).toEqual({
      version: FORMAT_VERSION,
      schemaVersion: SCHEMA_VERSION,
    });
    expect(bytes.length).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('brings the short demo shop, trained and planned, and no setting', async () => {
    const { datasets } = await restore(file);
    const [shop] = await listDatasets();
    expect(datasets).toHaveLength(1);
    expect(shop).toMatchObject({ sample: 'demo-shop', sampleLanguage: language });
    expect(isShortShop(shop!)).toBe(true);
    const facts = await loadShopFacts(shop!.id);
    expect(facts).toMatchObject({ isTrained: true, noted: [], calendars: [] });
    const products = await loadProducts(shop!.id);
    expect(facts?.planned).toHaveLength(products.length);
    expect((await loadModel(shop!.id))?.report.datasetId).toBe(shop!.id);
    expect(await loadSetting('usesLanguageModel')).toBeUndefined();
  });

  it(
    'has limits in its last exercise that leave products waiting, at a visible cost',
    { tags: ['whole'] },
    async () => {
      const { datasets } = await restore(file);
      const offers = (await loadOffers(datasets[0]!.datasetId))!;
      const usual = usualLimits(offers.weeks[0]!);
      const solver = await openSolver();
      const solve = async (limits: SeasonLimits) => {
        const found = await solveSeason(
          {
            ...{ offers, limits, start: null, gap: 0.01, seconds: 60 },
            ...{ now: () => performance.now(), onBetter: () => undefined },
            pause: () => Promise.resolve(),
          },
          () => Promise.resolve(solver),
        );
        if (found.kind !== 'solved') throw new Error(`expected a calendar, got ${found.kind}`);
        return found.solution;
      };
      const free = await solve(usual);
      const scarce = await solve({ ...usual, ...SCARCE_SEASON });
      expect(free.placements.length - scarce.placements.length).toBeGreaterThanOrEqual(10);
      expect(1 - scarce.value / free.value).toBeGreaterThan(0.3);
    },
  );
});
