// Writes a shop to the standard output, for crash-shop-process.ts.

import { toLines } from '../schema/stored-database.ts';
import { makeCrashShop, type Sizes } from './crash-shop.ts';
import type { WrittenShop } from './crash-shop-process.ts';

const shop = await makeCrashShop(JSON.parse(process.argv[2]!) as Sizes);
const written: WrittenShop = {
  stored: toLines(shop.stored),
  csv: shop.csv,
  project: shop.project.toString('base64'),
};
process.stdout.write(JSON.stringify(written), () => process.exit());
