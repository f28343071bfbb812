// Rows of a recognised table become reviews. Only its mapped columns are read; texts lose personal details.

import { cellAt, mapTexts, numbersAt, type CodedColumn } from '../csv/coded-column.ts';
import type { TextRows } from '../csv/text-rows.ts';
import { ExportCells } from '../platform-files/export-cells.ts';
import type { DateOrder } from '../values/read-date.ts';
import { readText } from '../values/read-text.ts';
import { maskPersonal } from './mask-personal.ts';
import { decideRatingScale, readStars, type RatingScale } from './rating-scale.ts';
import { readChats } from './read-chats.ts';
import { isChat, type RecognisedReviews } from './recognise-reviews.ts';
import type { ReviewField } from './review-columns.ts';
import { joined, productNames, readDays, readFreeText } from './review-cells.ts';
import type { Review, ReviewLack, ReviewList } from './review.ts';
import { isAnswerTo, isUnpublished, isWrittenByShop, readYesNo } from './row-states.ts';

interface ReviewReading {
  readonly fileName: string;
  /** Order of day and month where the cells do not show it; null: day first. */
  readonly dateOrder: DateOrder | null;
}

export interface ReadReviewList extends ReviewList {
  /** How ratings were read; null where the file has none, or of no known scale. */
  readonly scale: RatingScale | null;
}

/** Reads reviews, returns or questions from the rows of a file. */
export function readReviews(
  rows: TextRows,
  recognised: RecognisedReviews,
  { fileName, dateOrder }: ReviewReading,
): ReadReviewList {
  const { kind, personalColumns } = recognised;
  if (isChat(recognised)) {
    const { reviews, ...counts } = readChats(rows, recognised, dateOrder);
    return { fileName, kind, reviews, account: { ...counts, personalColumns }, scale: null };
  }
  const { lackOf, reviewOf, rowCount, scale } = reader(rows, recognised, dateOrder);
  const reviews: Review[] = [];
  const leftOut: Partial<Record<ReviewLack, number>> = {};
  for (let row = 0; row < rowCount; row++) {
    const review = reviewOf(row);
    const lack = lackOf(row, review);
    if (lack === null) reviews.push(review);
    else leftOut[lack] = (leftOut[lack] ?? 0) + 1;
  }
  const account = { rows: rowCount, read: reviews.length, leftOut, personalColumns };
  return { fileName, kind, reviews, account, scale };
}

const NAME_FIELDS: readonly ReviewField[] = ['productId', 'sku', 'handle', 'url', 'product'];

function reader(rows: TextRows, { kind, columns }: RecognisedReviews, dateOrder: DateOrder | null) {
  const cells = new ExportCells<ReviewField>(rows, columns, { money: [], counts: ['units'] });
  const ids = cells.ids('id');
  const seen = new Set<string>();
  const names = productNames(cells);
  const { stars, scale } = readRatings(cells);
  const days = readDays(cells.texts('day'), dateOrder);
  const units = cells.numbers('units');
  const [titles, texts, answers] = (['title', 'text', 'answer'] as const).map((field) =>
    cells.texts(field, readFreeText),
  ) as [CodedColumn, CodedColumn, CodedColumn];
  const questions = cells.texts('question', readFreeText);
  const reasons = cells.texts('reason', (cell) => maskPersonal(readText(cell)));
  const isVerified = readVerified(cells.texts('verified'));
  const parents = cells.ids('parent');
  const states = cells.cells('status').map((column) => mapTexts(column, readText));
  const hasNames = NAME_FIELDS.some((field) => cells.has(field));

  function reviewOf(row: number): Review {
    const title = cellAt(titles, row);
    const text = cellAt(kind === 'question' ? questions : texts, row);
    const count = units[row]!;
    return {
      kind,
      names: names(row),
      text: joined(title, isWrittenByShop(text) ? '' : text),
      stars: stars[row]!,
      day: days[row]!,
      units: kind === 'return' && count > 0 ? count : 1,
      reason: cellAt(reasons, row),
      answer: cellAt(answers, row),
      isVerified: isVerified[row]!,
    };
  }

  function lackOf(row: number, review: Review): ReviewLack | null {
    if (isAnswerTo(cellAt(parents, row))) return 'reply';
    if (states.some((state) => isUnpublished(cellAt(state, row)))) return 'unpublished';
    const isEmpty = review.text === '' && Number.isNaN(review.stars);
    if (isEmpty && kind !== 'return') return 'empty';
    if (hasNames && review.names.length === 0) return 'no-product';
    const id = cellAt(ids, row);
    if (id === '') return null;
    if (seen.has(id)) return 'repeated';
    seen.add(id);
    return null;
  }

  return { rowCount: cells.rowCount, scale, reviewOf, lackOf };
}

function readRatings(cells: ExportCells<ReviewField>) {
  const { texts, codes } = cells.texts('rating');
  const scale = decideRatingScale(Array.from(codes, (code) => texts[code]!));
  const stars = Float64Array.from(texts, (text) => (scale ? readStars(text, scale) : NaN));
  return { stars: numbersAt(stars, codes), scale };
}

function readVerified({ texts, codes }: CodedColumn): (boolean | null)[] {
  const known = texts.map(readYesNo);
  return Array.from(codes, (code) => known[code]!);
}
