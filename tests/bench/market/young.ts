// Shops in their first year plan new products for the half year that follows: without a market file, with one that shows
// the true season of each category, and with one of unrelated waves. The truth of the demo shop judges the plans. Every
// other shop has weeks of its own besides, as from order lines. Files end where launches are planned.

import { mean } from '#core/base/statistics/statistics.ts';
import { WEEK_DAYS, type DemandPanel } from '#core/demand/series/demand-panel.ts';
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
import { shopProducts, shopTable } from '../../support/shop-table.ts';
import { youngShop, type YoungShop, type YoungShopOptions } from './young-shop.ts';

const SHOPS = 12;
/** Every third shop is the Chinese one. */
const CHINESE_EVERY = 3;
const PLANNED_WEEKS = 26;
const MORE = 0.05;
const NOT_LESS = -0.01;
const MARKETS = { en: 'US', zh: 'CN' } as const satisfies Record<Locale, Market>;

const FILES = ['none', 'right', 'wrong'] as const;
type FileKind = (typeof FILES)[number];

export async function young(): Promise<string[]> {
  const captures: Record<FileKind, number[]> = { none: [], right: [], wrong: [] };
  for (const options of shops()) {
    const told = youngShop(options);
    const own = options.seed % 2 === 0 ? told.own : null;
    const files = { none: [], right: [told.rightFile], wrong: [told.wrongFile] };
    for (const kind of FILES)
      captures[kind].push(await captureOf(told, options, { own, files: files[kind] }));
    console.log(
      `  shop ${options.seed} (${options.locale}, weeks ${options.firstWeek}–${options.firstWeek + options.weeks}, ${told.shop.launches.length} launches${own ? ', own weeks' : ''}): ${FILES.map((kind) => `${kind} ${captures[kind].at(-1)!.toFixed(3)}`).join(', ')}`,
    );
  }
  const [none, right, wrong] = FILES.map((kind) => mean(captures[kind])) as [
    number,
    number,
    number,
  ];
  console.log(
    `capture ${none.toFixed(3)} without a file; ${(right - none).toFixed(3)} more with the right one, ${(wrong - none).toFixed(3)} with a wrong one`,
  );
  return [
    ...(right - none < MORE ? ['young shops: capture 0.05 higher with the market season'] : []),
    ...(wrong - none < NOT_LESS
      ? ['young shops: capture at most 0.01 lower with a wrong one']
      : []),
  ];
}

function shops(): YoungShopOptions[] {
  return Array.from({ length: SHOPS }, (_, i) => ({
    seed: i + 1,
    locale: (i + 1) % CHINESE_EVERY === 0 ? 'zh' : 'en',
    firstWeek: (11 * i) % 48,
    weeks: 26 + ((5 * i) % 15),
  }));
}

interface Sources {
  readonly own: DemandPanel | null;
  readonly files: readonly MarketFile[];
}

async function captureOf(
  { shop, today }: YoungShop,
  { locale, seed }: YoungShopOptions,
  sources: Sources,
): Promise<number> {
  const engine = await openNodeEngine();
  const market = MARKETS[locale];
  const launches: LaunchTable = await readAsApp(shopTable(shop), { market });
  const table = withDemand(launches, { ...sources, choices: {}, nicheChoices: {} }, market);
  const model = await fitInNode(table, { engine, settings: { seed, searchSeconds: 0 } });
  const { weeks, ...space } = deriveActionSpace(launches, model.encoding.basis, today);
  const last = today + WEEK_DAYS * (PLANNED_WEEKS - 1);
  const { plans } = await planProducts({
    ...{ model, table: launches, products: shopProducts(shop), engine, market },
    space: { ...space, weeks: weeks.filter((monday) => monday <= last) },
    ...{ aim: USUAL_AIM, onProduct: () => Promise.resolve() },
  });
  engine.dispose();
  const planned = plans.map(
    ({ product, action: { launchDay, channel, promotion, priceFactor } }) => ({
      ...{ productId: product.id, launchDay, priceFactor },
      ...{ channel: channel!, promotion: promotion! },
    }),
  );
  const mondays = Array.from({ length: PLANNED_WEEKS }, (_, i) => today + WEEK_DAYS * i);
  return judgePlan(shop, planned, mondays).capture;
}
