// Tells by headers and first rows whether a table holds reviews, returned pieces with reasons, or questions, also as a
// chat with a message a row.

import { foldedHeader } from '#core/base/text/folded-header.ts';
import { recogniseExport } from '../platform-files/recognise-export.ts';
import { headerFit } from '../schema/header-score.ts';
import { readNumber } from '../values/read-number.ts';
import { cleanCell, isMissing } from '../values/read-text.ts';
import { decideRatingScale, readStars } from './rating-scale.ts';
import {
  NAMES,
  RETURN_SIGNS,
  TELLING,
  TEXT_OR_RATING,
  type ReviewColumns,
  type ReviewField,
} from './review-columns.ts';
import type { ReviewKind } from './review.ts';
import { reviewerColumns } from './reviewer-columns.ts';

/** A table of what buyers said. */
export interface RecognisedReviews {
  readonly kind: ReviewKind;
  readonly columns: ReviewColumns;
  /** Headers of columns with personal details, of which nothing is kept. */
  readonly personalColumns: readonly string[];
}

/** Columns of a table of launches, sales or products. What buyers said has none of them. */
const OTHER_FIELDS = [
  ...(['launchDate', 'units', 'revenue', 'orders', 'unitCost'] as const),
  ...(['adSpend', 'impressions', 'clicks', 'firstStock'] as const),
];
/** A file of reviews may repeat what the product costs. */
const PRICES = ['listPrice', 'salePrice'] as const;
/** Points of a header that is a field's name, with or without its unit: see `headerFit`. */
const NAMED = 70;
const LEAST_SHARE = 0.5;
/** A column of ratings under an ambiguous header has few texts. */
const MOST_RATINGS = 12;
const LEAST_REPEATED = 4;

/**
 * Recognises a table of what buyers said; null for any other table.
 * @param rows the first rows, in the order of the headers; without rows, headers decide alone
 */
export function recogniseReviews(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): RecognisedReviews | null {
  const file = new FileColumns(headers, rows);
  const columns = file.claimed();
  const chat = chatColumns(file, columns);
  const kind = chat ? 'question' : kindOf(file, columns);
  if (kind === null) return null;
  const own = chat ?? columnsOfKind(columns, kind);
  if (isOtherTable(headers, own, kind)) return null;
  const kept = Object.entries(own).flatMap(([field, named]) => (NOT_KEPT.has(field) ? [] : named));
  const personal = new Set(reviewerColumns(headers, rows, new Set(kept)));
  for (const header of chat?.sender ?? []) personal.add(header);
  return { kind, columns: own, personalColumns: headers.filter((each) => personal.has(each)) };
}

/** Returns whether a table holds a message of a chat in each row. */
export function isChat({ columns }: Pick<RecognisedReviews, 'columns'>): boolean {
  return columns.conversation !== undefined && columns.sender !== undefined;
}

/** Returns the headers of the columns that reading needs. */
export function reviewHeaders({ columns }: RecognisedReviews): string[] {
  return Object.values(columns).flat();
}

/** Columns that tell who says what to whom; nothing of them is stored. */
const NOT_KEPT: ReadonlySet<string> = new Set<ReviewField>(['conversation', 'sender']);
const CHAT_FIELDS: readonly ReviewField[] = [
  ...(['conversation', 'sender', 'messageType', 'visibility'] as const),
];

/**
 * Returns the columns of a chat; null where messages lack a text or a sender, each is a conversation of its own, or rows are
 * reviews or questions beside their answers.
 */
function chatColumns(file: FileColumns, columns: ReviewColumns): ReviewColumns | null {
  const { conversation, day, answer } = columns;
  if (answer || areReviews(columns)) return null;
  const text = columns.text ?? columns.question;
  if (!text || !isChat({ columns }) || !file.hasRepeated(conversation![0]!)) return null;
  const fields = [...CHAT_FIELDS, ...PRODUCT_FIELDS];
  const own = fields.flatMap((field) => (columns[field] ? [[field, columns[field]]] : []));
  return { ...Object.fromEntries(own), text, ...(day && { day }) } as ReviewColumns;
}

const PRODUCT_FIELDS: readonly ReviewField[] = ['productId', 'sku', 'handle', 'url', 'product'];

function kindOf(file: FileColumns, columns: ReviewColumns): ReviewKind | null {
  const hasProduct = PRODUCT_FIELDS.some((field) => columns[field]);
  if (columns.question && !columns.rating)
    return columns.answer || hasProduct || columns.day ? 'question' : null;
  if (hasProduct && isOfReturns(file, columns)) return 'return';
  return areReviews(columns) ? 'review' : null;
}

/** A text under a telling header is enough; a rating needs a text or another sign beside it. */
function areReviews(columns: ReviewColumns): boolean {
  const isTelling = (field: ReviewField): boolean =>
    columns[field]?.some((header) => TELLING[field]?.has(foldedHeader(header))) ?? false;
  if (isTelling('text')) return true;
  if (!columns.rating) return false;
  if (columns.text || (['id', 'title', 'day'] as const).some(isTelling)) return true;
  return isTelling('rating') && columns.day !== undefined;
}

function isOfReturns(file: FileColumns, { reason, text }: ReviewColumns): boolean {
  const isFilled = [...(reason ?? []), ...(text ?? [])].some((header) =>
    file.isMostlyFilled(header),
  );
  if (!isFilled) return false;
  const isTelling = reason?.some((header) => TELLING.reason!.has(foldedHeader(header)));
  return (
    (isTelling ?? false) || file.headers.some((header) => RETURN_SIGNS.has(foldedHeader(header)))
  );
}

function isOtherTable(
  headers: readonly string[],
  columns: ReviewColumns,
  kind: ReviewKind,
): boolean {
  const known = recogniseExport(headers);
  if (known && known.kind !== 'returns' && known.format.signatures.length > 0) return true;
  if (kind !== 'review') return false;
  const read = new Set(Object.values(columns).flat());
  const areWhole = columns.text !== undefined && columns.rating !== undefined;
  const foreign = areWhole ? OTHER_FIELDS : [...OTHER_FIELDS, ...PRICES];
  return headers.some(
    (header) =>
      !read.has(header) && foreign.some((field) => (headerFit(field, header)?.score ?? 0) >= NAMED),
  );
}

/** The fields that are read of each kind. */
const NOT_READ: Readonly<Record<ReviewKind, ReadonlySet<string>>> = {
  review: new Set([...CHAT_FIELDS, 'units', 'reason', 'question']),
  return: new Set([...CHAT_FIELDS, 'status', 'parent', 'question', 'answer', 'rating']),
  question: new Set([...CHAT_FIELDS, 'units', 'reason', 'rating', 'text', 'verified']),
};

function columnsOfKind(columns: ReviewColumns, kind: ReviewKind): ReviewColumns {
  return Object.fromEntries(
    Object.entries(columns).filter(([field]) => !NOT_READ[kind].has(field)),
  );
}

/** The order in which fields choose their columns. */
const CLAIMS: readonly ReviewField[] = [
  ...(['question', 'answer', 'rating', 'text', 'title', 'reason', 'productId', 'sku'] as const),
  ...(['handle', 'url', 'product', 'id', 'day', 'units', 'verified', 'parent', 'status'] as const),
  ...CHAT_FIELDS,
];

class FileColumns {
  readonly headers: readonly string[];
  readonly #rows: readonly (readonly string[])[];
  readonly #byName: ReadonlyMap<string, string>;

  constructor(headers: readonly string[], rows: readonly (readonly string[])[]) {
    this.headers = headers;
    this.#rows = rows;
    this.#byName = new Map(headers.map((header) => [foldedHeader(header), header]));
  }

  claimed(): ReviewColumns {
    const columns: Partial<Record<ReviewField, readonly string[]>> = {};
    const taken = new Set<string>();
    for (const field of CLAIMS) {
      const fitting = [...NAMES[field]].flatMap((name) => {
        const header = this.#byName.get(name);
        return header !== undefined && !taken.has(header) && this.#fits(field, header)
          ? [header]
          : [];
      });
      const chosen = field === 'status' ? fitting : fitting.slice(0, 1);
      for (const header of chosen) taken.add(header);
      if (chosen.length > 0) columns[field] = chosen;
    }
    return this.#withProduct(columns);
  }

  /** Returns whether at least half of the rows have content there, or no rows are known. */
  isMostlyFilled(header: string): boolean {
    return this.#valuesOf(header).length >= LEAST_SHARE * this.#rows.length;
  }

  /** Returns whether a value stands in several of the rows, or no rows are known. */
  hasRepeated(header: string): boolean {
    const values = this.#valuesOf(header);
    return this.#rows.length === 0 || new Set(values).size < values.length;
  }

  #fits(field: ReviewField, header: string): boolean {
    const isAmbiguous = TEXT_OR_RATING.has(foldedHeader(header));
    const values = this.#valuesOf(header);
    if (field === 'text') return values.length === 0 || share(values, isText) >= LEAST_SHARE;
    if (field !== 'rating') return true;
    if (values.length === 0) return !isAmbiguous;
    if (isAmbiguous && new Set(values).size > MOST_RATINGS) return false;
    const scale = decideRatingScale(values);
    const isRating = (value: string): boolean => !Number.isNaN(readStars(value, scale!));
    return scale !== null && share(values, isRating) >= LEAST_SHARE;
  }

  /** Without a column for products, an "id" or a title that repeats is the product's. */
  #withProduct(columns: Partial<Record<ReviewField, readonly string[]>>): ReviewColumns {
    if (PRODUCT_FIELDS.some((field) => columns[field])) return columns;
    const { id, title, ...rest } = columns;
    if (id && foldedHeader(id[0]!) === 'id' && this.#repeats(id[0]!))
      return { ...rest, ...(title && { title }), productId: id };
    if (
      title &&
      columns.text &&
      !TELLING.title!.has(foldedHeader(title[0]!)) &&
      this.#repeats(title[0]!)
    )
      return { ...rest, ...(id && { id }), product: title };
    return columns;
  }

  #repeats(header: string): boolean {
    const values = this.#valuesOf(header);
    return values.length >= LEAST_REPEATED && new Set(values).size <= LEAST_SHARE * values.length;
  }

  #valuesOf(header: string): string[] {
    const place = this.headers.indexOf(header);
    return this.#rows.map((row) => cleanCell(row[place] ?? '')).filter((cell) => !isMissing(cell));
  }
}

function isText(value: string): boolean {
  return readNumber(value, '.') === 'unreadable';
}

function share(values: readonly string[], holds: (value: string) => boolean): number {
  return values.filter(holds).length / values.length;
}
