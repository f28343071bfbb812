// Measures how similar two products are to buyers: the same category, a name with the same words or meaning, a similar
// price. Where names tell nothing, looks take the place of meaning.

import { marksOf } from '#core/model/analogues/analogues.ts';
import { lookSimilarity } from '#core/model/analogues/look-similarity.ts';
import { meaningSimilarity, withMeaning } from '#core/model/analogues/title-similarity.ts';
import { isRead } from '#core/base/text/text-embeddings.ts';
import { markAndPriceInputs, type ProductEncoder } from '#core/model/features/product-encoder.ts';
import type { ProductColumns } from '#core/launch/launch-table.ts';
import { pictureOwner } from '#core/launch/looks.ts';
import { isCode } from './code-titles.ts';

/** Shares of the similarity at equal prices. */
const CATEGORY_SHARE = 0.5;
const NAME_SHARE = 1 - CATEGORY_SHARE;
/**
 * Decay with the squared difference of log prices: a price 1.8 times as high halves the similarity. Similar launches of
 * a forecast decay faster: see nearest-launches.ts.
 */
const PRICE_SHARPNESS = 2;

interface Products {
  readonly columns: Pick<
    ProductColumns,
    'title' | 'productId' | 'category' | 'listPrice' | 'embeddings' | 'looks'
  >;
  readonly encoder: ProductEncoder;
  /** [products × inputs], row-major */
  readonly x: Float32Array;
  /** Row of each product in the columns. */
  readonly rows: ArrayLike<number>;
  /** Weight of each mark that two products share, from `raritiesOf`. */
  readonly rarities: Float64Array;
}

/**
 * Returns a function of two product indices: their similarity, 0–1, symmetric, 1 where all that is compared is equal.
 * It is 0 as soon as `least` is out of reach; the slowest part, meaning or looks, comes last.
 */
export function productSimilarity(
  products: Products,
): (a: number, b: number, least?: number) => number {
  const { columns, encoder, x, rows, rarities } = products;
  const count = rows.length;
  const inputs = x.length / Math.max(1, count);
  const { markCount } = markAndPriceInputs(encoder);
  const marks = Array.from({ length: count }, (_, i) =>
    marksOf(x.subarray(i * inputs, i * inputs + markCount)),
  );
  const squares = rarities.map((rarity) => rarity ** 2);
  const lengths = marks.map((own) => own.reduce((all, mark) => all + squares[mark]!, 0));
  const besideWords = meaningOrLook(products, marks);
  const logPrices = Float64Array.from(rows, (row) => Math.log(columns.listPrice[row]!));
  const wordsShared = (a: number, b: number) => {
    const cosine = sharedOf(marks[a]!, marks[b]!, squares) / Math.sqrt(lengths[a]! * lengths[b]!);
    return Number.isFinite(cosine) ? Math.min(1, cosine) : 0;
  };
  return (a, b, least = 0) => {
    const category = columns.category[rows[a]!]!;
    const isSameKind = category !== '' && category === columns.category[rows[b]!];
    const price = priceSimilarity(logPrices[a]! - logPrices[b]!);
    const under = (name: number) =>
      (CATEGORY_SHARE * (isSameKind ? 1 : 0) + NAME_SHARE * name) * price;
    if (under(1) < least) return 0;
    const words = wordsShared(a, b);
    if (under(withMeaning(words, 1)) < least) return 0;
    return under(withMeaning(words, besideWords(a, b)));
  };
}

/**
 * Returns a function that gives the similarity in meaning of two names, 0–1. Where one of them was not read or is a mere
 * code, and they share no word, it gives that in looks if both have pictures; NaN where neither is known.
 * @param marks of each product, ascending; those of words come first
 */
function meaningOrLook(
  { columns, encoder, rows }: Products,
  marks: readonly (readonly number[])[],
): (a: number, b: number) => number {
  const names = Array.from(rows, (row) => {
    const title = columns.title[row]!;
    const own = columns.embeddings?.get(title);
    return isRead(own) ? { embedding: own, isCode: isCode(title) } : undefined;
  });
  const owners = Array.from(rows, (row) =>
    pictureOwner(columns.title[row]!, columns.productId?.[row]),
  );
  const look = lookSimilarity(columns.looks);
  const wordCount = encoder.words.length;
  const sharesWord = (a: number, b: number) =>
    marks[a]!.some((mark) => mark < wordCount && marks[b]!.includes(mark));
  return (a, b) => {
    const [own, other] = [names[a], names[b]];
    const tell = own && other && !own.isCode && !other.isCode;
    const alike = !columns.looks || tell || sharesWord(a, b) ? NaN : look(owners[a]!, owners[b]!);
    if (!Number.isNaN(alike)) return alike;
    return own && other ? meaningSimilarity(own.embedding, other.embedding) : NaN;
  };
}

/**
 * Returns the inverse document frequency (Spärck Jones 1972) of each mark: ln(1 + count / (1 + products that have it)).
 * @param x [products × inputs], row-major
 */
export function raritiesOf(encoder: ProductEncoder, x: Float32Array, count: number): Float64Array {
  const { markCount } = markAndPriceInputs(encoder);
  const inputs = x.length / Math.max(1, count);
  const having = new Float64Array(markCount);
  for (let i = 0; i < count; i++)
    for (const mark of marksOf(x.subarray(i * inputs, i * inputs + markCount)))
      having[mark] = having[mark]! + 1;
  return having.map((each) => Math.log(1 + count / (1 + each)));
}

/** By the difference of the log prices; 1 where one of them is not known. */
function priceSimilarity(apart: number): number {
  return Number.isFinite(apart) ? Math.exp(-PRICE_SHARPNESS * apart * apart) : 1;
}

/** Returns the sum of the squared rarities of shared marks; both lists are ascending. */
function sharedOf(a: readonly number[], b: readonly number[], squares: Float64Array): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      shared += squares[a[i]!]!;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return shared;
}
