// Shops in their first year plan new products for the half year and the year that follow: without a market file, with one that shows
// the true season of each category, and with one of unrelated waves. The truth of the demo shop judges the plans. Every
// other shop has weeks of its own besides, as from order lines. Files end where launches are planned. For comparison,
// plans that know the true season, and plans that may choose any week but know nothing of seasons beyond the launches.

import { mean } from '#core/base/statistics/statistics.ts';
import { WEEK_DAYS } from '#core/demand/series/demand-panel.ts';
import type { MarketFile } from '#core/import/market/market.ts';
import type { Market } from '#core/launch/events/markets.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { deriveActionSpace } from '#core/model/features/action-space.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { readAsApp } from '#workers/headless/read-as-app.ts';
import { withDemand } from '#workers/model/inputs/dataset-demand.ts';
import { planProducts } from '#workers/model/plan/plan-products.ts';
import { judgePlan } from '../../support/demo-shop/judge.ts';
import type { Locale } from '../../support/demo-shop/trades.ts';
import { someLaunches } from '../../support/some-launches.ts';
import { shopProducts, shopTable } from '../../support/shop-table.ts';
import { trueDemand, youngShop, type YoungShop, type YoungShopOptions } from './young-shop.ts';

const SHOPS = 9;
/** Every third shop is the Chinese one. */
const CHINESE_EVERY = 3;
const REPEAT_DAYS = 28;
const REPEATS = 13;
const HORIZON_WEEKS = [26, 52] as const;
const MORE = 0.05;
const NOT_LESS = -0.01;
const MARKETS = { en: 'US', zh: 'CN' } as const satisfies Record<Locale, Market>;

const CASES = ['without a file', 'right file', 'wrong file', 'true season', 'any week'] as const;
type Case = (typeof CASES)[number];

/** Captures of plans for the half year and the year that follow. */
type Captures = readonly [halfYear: number, year: number];

export async function young(): Promise<string[]> {
  const captures = new Map<Case, Captures[]>(CASES.map((name) => [name, []]));
  for (const options of shops()) {
    const told = youngShop(options);
    for (const name of CASES) captures.get(name)!.push(await capturesOf(told, options, name));
    const { seed, locale, firstWeek, weeks } = options;
    const figures = CASES.map((name) => `${name} ${toldOf(captures.get(name)!.at(-1)!)}`);
    console.log(
      `  shop ${seed} (${locale}, weeks ${firstWeek}–${firstWeek + weeks}, ${told.shop.launches.length} launches): ${figures.join(', ')}`,
    );
  }
  const means = CASES.map((name) =>
    HORIZON_WEEKS.map((_, h) => mean(captures.get(name)!.map((each) => each[h]!))),
  );
  const more = (place: number) => HORIZON_WEEKS.map((_, h) => means[place]![h]! - means[0]![h]!);
  console.log(`mean capture ${CASES.map((name, i) => `${name} ${toldOf(means[i]!)}`).join(', ')}`);
  console.log(
    `more than without a file: ${CASES.map((name, i) => `${name} ${toldOf(more(i))}`)
      .slice(1)
      .join(', ')}`,
  );
  return [
    ...(more(1)[0]! < MORE ? ['capture 0.05 higher with the market’s season'] : []),
    ...(more(2)[0]! < NOT_LESS ? ['capture at most 0.01 lower with a wrong one'] : []),
  ];
}

function toldOf(captures: readonly number[]): string {
  return captures.map((each) => each.toFixed(3)).join(' / ');
}

function shops(): YoungShopOptions[] {
  return Array.from({ length: SHOPS }, (_, i) => ({
    seed: i + 1,
    locale: (i + 1) % CHINESE_EVERY === 0 ? 'zh' : 'en',
    firstWeek: (11 * i) % 48,
    weeks: 26 + ((5 * i) % 15),
  }));
}

async function capturesOf(
  told: YoungShop,
  { locale, seed }: YoungShopOptions,
  name: Case,
): Promise<Captures> {
  const { shop } = told;
  const engine = await openNodeEngine();
  const market = MARKETS[locale];
  const launches = await readAsApp(shopTable(shop), { market });
  const table = withCase(launches, told, { name, market, hasOwn: seed % 2 === 0 });
  const model = await fitInNode(table, { engine, settings: { seed, searchSeconds: 0 } });
  const given = {
    ...{ model, products: shopProducts(shop), engine, market, aim: USUAL_AIM },
    ...{ table: name === 'any week' ? inAllSeasons(launches) : launches },
    onProduct: () => Promise.resolve(),
  };
  const [halfYear, year] = [
    await captureOf(told, given, HORIZON_WEEKS[0]),
    await captureOf(told, given, HORIZON_WEEKS[1]),
  ];
  engine.dispose();
  return [halfYear, year];
}

/** Plans new products for the weeks from today on, and judges the plans within them. */
async function captureOf(
  { shop, today }: YoungShop,
  given: Omit<Parameters<typeof planProducts>[0], 'space'>,
  weekCount: number,
): Promise<number> {
  const mondays = Array.from({ length: weekCount }, (_, i) => today + WEEK_DAYS * i);
  const { weeks, ...space } = deriveActionSpace(given.table, given.model.encoding.basis, today);
  const { plans } = await planProducts({
    ...given,
    space: { ...space, weeks: weeks.filter((monday) => mondays.includes(monday)) },
  });
  const planned = plans.map(
    ({ product, action: { launchDay, channel, promotion, priceFactor } }) => ({
      ...{ productId: product.id, launchDay, priceFactor },
      ...{ channel: channel!, promotion: promotion! },
    }),
  );
  return judgePlan(shop, planned, mondays).capture;
}

function withCase(
  launches: LaunchTable,
  told: YoungShop,
  {
    name,
    market,
    hasOwn,
  }: { readonly name: Case; readonly market: Market; readonly hasOwn: boolean },
): LaunchTable {
  if (name === 'true season') return { ...launches, demand: trueDemand(told) };
  const { own } = told;
  const sources = {
    own: hasOwn ? own : null,
    files: filesOf(name, told),
    choices: {},
    nicheChoices: {},
  };
  return withDemand(launches, sources, market);
}

function filesOf(name: Case, { rightFile, wrongFile }: YoungShop): readonly MarketFile[] {
  if (name === 'right file') return [rightFile];
  return name === 'wrong file' ? [wrongFile] : [];
}

/** Returns the launches as if each had been repeated every four weeks of a year, so that no week counts as never tried. */
function inAllSeasons(table: LaunchTable): LaunchTable {
  const rows = Uint32Array.from({ length: REPEATS * table.rowCount }, (_, i) => i % table.rowCount);
  const repeated = someLaunches(table, rows);
  const launchDay = repeated.launchDay.map(
    (day, i) => day + REPEAT_DAYS * Math.floor(i / table.rowCount),
  );
  return { ...repeated, launchDay };
}
