// A few of what npm run bench:crashes does a hundred times: something ends in the middle of work, and nothing that was finished is lost.
import type { CrashShop } from '../../support/crashes/crash-shop.ts';
import { crashShopFromProcess } from '../../support/crashes/crash-shop-process.ts';
import { Profiles } from '../../support/crashes/crashing-browser.ts';
import { tryCrash, type Planned } from '../../support/crashes/trial.ts';
import { expect, test } from '../support/fixtures.ts';

let shop: CrashShop;
let profiles: Profiles;

test.beforeAll(async ({ site }) => {
  test.setTimeout(120_000);
  shop = crashShopFromProcess({ launches: 40, more: 300, products: 4, epochs: 60 });
  profiles = new Profiles(site.url);
  await profiles.prepare(shop.stored);
});
test.afterAll(() => profiles.remove());

/** Moments in the middle of each; whichever comes, nothing may be lost. */
const TRIALS: readonly Planned[] = [
  { work: 'importing', crash: 'browser', delayMs: 120, paths: ['data/'] },
  { work: 'training', crash: 'browser', delayMs: 700, paths: ['calendar/'] },
  { work: 'training', crash: 'worker', delayMs: 500, paths: ['evidence/'] },
  { work: 'planning', crash: 'tab-crashed', delayMs: 250, paths: ['plan/'] },
  { work: 'restoring', crash: 'tab-closed', delayMs: 350, paths: ['settings/'] },
  { work: 'adopting', crash: 'browser', delayMs: 30, paths: ['evidence/'] },
];

for (const planned of TRIALS) {
  test(
    `nothing is lost where ${planned.work} meets a crash: ${planned.crash}`,
    { tag: '@whole' },
    async () => {
      const outcome = await tryCrash(planned, { profiles, shop });
      test.info().annotations.push({ type: 'crash', description: JSON.stringify(outcome) });
      expect(outcome.faults).toEqual([]);
    },
  );
}
