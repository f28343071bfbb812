// Texts of real reviews, where the shared folder has them. Nothing of them is in the repository.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';

const folder = join(import.meta.dirname, '../../../shared/data/reviews');

/** Header and rows of the clothing reviews; null where they are not present. */
export function clothingReviews(): string[][] | null {
  const path = join(folder, 'Womens Clothing E-Commerce Reviews.csv.zip');
  if (!existsSync(path)) return null;
  const [csv] = Object.values(unzipSync(readFileSync(path)));
  return Papa.parse<string[]>(strFromU8(csv!), { skipEmptyLines: true }).data;
}

/** Header and rows of the Chinese reviews; null where they are not present. */
export function chineseReviews(): string[][] | null {
  const path = join(folder, 'online_shopping_10_cats.csv.gz');
  if (!existsSync(path)) return null;
  const csv = gunzipSync(readFileSync(path)).toString('utf8');
  return Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;
}

/** Every third text of the clothing reviews. */
export function clothingTexts(): string[] | null {
  return textsOf(clothingReviews(), 4);
}

/** Every third text of the Chinese reviews. */
export function chineseTexts(): string[] | null {
  return textsOf(chineseReviews(), 2);
}

function textsOf(rows: string[][] | null, column: number): string[] | null {
  return (
    rows
      ?.slice(1)
      .filter((_, i) => i % 3 === 0)
      .map((row) => row[column] ?? '') ?? null
  );
}
