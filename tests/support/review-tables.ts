// Two tables of reviews that the repository does not hold (../shared/data/reviews/SOURCE.md). Tests and benches skip
// what needs them where they are not there.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';

const folder = join(import.meta.dirname, '../../../shared/data/reviews');
const CLOTHING = join(folder, 'Womens Clothing E-Commerce Reviews.csv.zip');
const CHINESE = join(folder, 'online_shopping_10_cats.csv.gz');

export const hasReviewTables = existsSync(CLOTHING) && existsSync(CHINESE);

export interface ClothingReview {
  readonly clothingId: string;
  readonly title: string;
  readonly text: string;
  /** 1–5. */
  readonly stars: number;
  readonly isRecommended: boolean;
  readonly division: string;
  readonly department: string;
  readonly className: string;
}

export interface ChineseReview {
  readonly category: string;
  readonly isGood: boolean;
  readonly text: string;
}

/** Returns the English reviews of women's clothes that have a text, in the order of the file. */
export function clothingReviews(): ClothingReview[] {
  const [file] = Object.entries(unzipSync(readFileSync(CLOTHING)))
    .filter(([name]) => name.endsWith('.csv') && !name.startsWith('__'))
    .map(([, bytes]) => new TextDecoder().decode(bytes));
  return rowsOf(file!)
    .map((row) => ({
      clothingId: row['Clothing ID']!,
      title: row.Title!,
      text: row['Review Text']!,
      stars: Number(row.Rating),
      isRecommended: row['Recommended IND'] === '1',
      division: row['Division Name']!,
      department: row['Department Name']!,
      className: row['Class Name']!,
    }))
    .filter(({ text }) => text !== '');
}

/** Returns the Chinese reviews that have a text: goods of nine categories, and hotels (酒店). */
export function chineseReviews(): ChineseReview[] {
  return rowsOf(gunzipSync(readFileSync(CHINESE)).toString('utf8'))
    .map((row) => ({
      category: row.cat!,
      isGood: row.label === '1',
      text: row.review!.replace(/^\uFEFF/, ''),
    }))
    .filter(({ text }) => text !== '');
}

function rowsOf(csv: string): Record<string, string>[] {
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  return data;
}
