// Shops whose categories are taken away one by one: the demo shop, giftware (themes of titles stand for categories) and meals.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { everyRow, measuredRows, type LaunchTable } from '#core/launch/launch-table.ts';
import { titleThemes } from '#core/import/derivation/title-themes.ts';
import { generateShop } from '../../support/demo-shop/generator.ts';
import { launchTable, type LaunchRow } from '../../support/launch-table.ts';
import { shopTable } from '../../support/shop-table.ts';
import { someLaunches } from '../../support/some-launches.ts';
import { giftwareLaunches } from '../reorder/giftware-weeks.ts';

const SHARED = join(import.meta.dirname, '../../../../shared');
const MEALS = join(SHARED, 'bench/real/meals/train.csv');
/** Of six launches a day, so many of the newest are enough. */
const MEAL_LAUNCHES = 2000;
const DAY = 86_400_000;

/** Returns the launches of each shop whose units are known; shops whose table is not there are left out. */
export function shopsByCategory(): (readonly [name: string, table: LaunchTable])[] {
  const shops = [
    ['demo shop', shopTable(generateShop())],
    ['giftware', giftware()],
    ...(existsSync(MEALS) ? [['meals', meals()] as const] : []),
  ] as const;
  return shops.map(([name, table]) => [
    name,
    someLaunches(table, measuredRows(table, everyRow(table))),
  ]);
}

function giftware(): LaunchTable {
  const { table } = giftwareLaunches(join(SHARED, 'data/online-retail'));
  return { ...table, category: titleThemes(table.title) };
}

function meals(): LaunchTable {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(MEALS, 'utf8'), {
    ...{ header: true, skipEmptyLines: true },
  });
  return launchTable(
    data.slice(-MEAL_LAUNCHES).map((row): LaunchRow => ({
      ...{ title: row.title!, category: row.category!, brand: row.brand! },
      ...{ material: row.centre_type!, channel: row.region!, promotion: row.promotion! },
      ...{ listPrice: Number(row.list_price), salePrice: Number(row.sale_price) },
      ...{ day: Date.parse(row.launch_date!) / DAY, units: Number(row.orders_week) },
    })),
  );
}
