// A project that one engine made: the others show the same plans, and its model gives the same plans there. How long
// each engine trains is noted.
import { m } from '#messages';
import { ENGINES, type Engine } from './engines.ts';
import { expect, test } from './engine-test.ts';
import {
  LONG,
  makePlans,
  openDemoShop,
  openProject,
  PLANNING_MS,
  plansOf,
  saveProject,
  train,
} from './main-job.ts';

const MAKER: Engine = 'chromium';

for (const engine of ENGINES.filter((each) => each !== MAKER))
  test(
    `a model made in ${MAKER} gives the same plans in ${engine}`,
    { tag: '@whole' },
    async ({ visit, site }) => {
      test.setTimeout(600_000);
      const reader = await visit(engine);
      const maker = await visit(MAKER);
      await maker.tab.goto(site.url);
      await openDemoShop(maker);
      await train(maker);
      await makePlans(maker, /30 plans/);
      const plans = await plansOf(maker);
      const file = await saveProject(maker);

      await reader.tab.goto(site.url);
      await openProject(reader, file);
      await expect.poll(() => plansOf(reader), LONG).toBe(plans);
      await reader.seller.press('button', m.pages_make_again());
      await reader.seller.sees('text', m.pages_comparing());
      await reader.seller.sees('button', m.pages_make_again(), PLANNING_MS);
      await expect.poll(() => plansOf(reader), LONG).toBe(plans);
    },
  );

test('training takes about as long in every engine', { tag: '@bench' }, async ({ visit, site }) => {
  test.setTimeout(900_000);
  const seconds = new Map<Engine, number>();
  for (const engine of ENGINES) {
    const visitor = await visit(engine);
    await visitor.tab.goto(site.url);
    await openDemoShop(visitor);
    const begun = performance.now();
    await train(visitor);
    seconds.set(engine, (performance.now() - begun) / 1000);
  }
  for (const [engine, took] of seconds) {
    const ratio = took / seconds.get(MAKER)!;
    console.log(`${engine}: ${took.toFixed(1)} s, ${ratio.toFixed(2)} × ${MAKER}`);
    expect(ratio, engine).toBeLessThanOrEqual(1.5);
  }
});
