// How far buyers may take one product for another: of the same kind, with a name that says or means the same, at a like price.

import { marksOf } from '../analogues/analogues.ts';
import { nearnessOfRead } from '../evidence/nearness-of-names.ts';
import { isRead } from '../language/text-embeddings.ts';
import { markAndPriceInputs, type ProductEncoder } from '../features/product-encoder.ts';
import type { ProductColumns } from '../launch/launch-table.ts';

/** Of likeness, at the same price. */
const CATEGORY_SHARE = 0.5;
const NAME_SHARE = 1 - CATEGORY_SHARE;
/** A price 1.8 times as high halves the likeness. */
const PRICE_SHARPNESS = 2;
/** Of the name, where the language model has read both. */
const MEANING_SHARE = 0.5;

interface Products {
  readonly columns: Pick<ProductColumns, 'title' | 'category' | 'listPrice' | 'embeddings'>;
  readonly encoder: ProductEncoder;
  /** [products, inputs] */
  readonly x: Float32Array;
  /** Which of the columns' rows each of them is. */
  readonly rows: ArrayLike<number>;
  /** By mark: how much it says that two share it, from `raritiesOf`. */
  readonly rarities: Float64Array;
}

/**
 * 0–1, the same both ways round; 1 where two are the same in all that is compared. By places among the products. As soon as two cannot
 * reach `least` any more, it is 0: what takes longest, the meaning of names, is compared last.
 */
export function productLikeness(
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
  const embeddings = Array.from(rows, (row) => {
    const own = columns.embeddings?.get(columns.title[row]!);
    return isRead(own) ? own : undefined;
  });
  const logPrices = Float64Array.from(rows, (row) => Math.log(columns.listPrice[row]!));
  const wordsShared = (a: number, b: number) => {
    const cosine = sharedOf(marks[a]!, marks[b]!, squares) / Math.sqrt(lengths[a]! * lengths[b]!);
    return Number.isFinite(cosine) ? Math.min(1, cosine) : 0;
  };
  return (a, b, least = 0) => {
    const category = columns.category[rows[a]!]!;
    const isSameKind = category !== '' && category === columns.category[rows[b]!];
    const price = priceNearness(logPrices[a]! - logPrices[b]!);
    const under = (name: number) =>
      (CATEGORY_SHARE * (isSameKind ? 1 : 0) + NAME_SHARE * name) * price;
    if (under(1) < least) return 0;
    const words = wordsShared(a, b);
    const [own, other] = [embeddings[a], embeddings[b]];
    if (!own || !other) return under(words);
    if (under(withMeaning(words, 1)) < least) return 0;
    return under(withMeaning(words, nearnessOfRead(own, other)));
  };
}

function withMeaning(words: number, meaning: number): number {
  return words + MEANING_SHARE * (meaning - words);
}

/** The inverse document frequency of text search, by mark. x: [products, inputs] */
export function raritiesOf(encoder: ProductEncoder, x: Float32Array, count: number): Float64Array {
  const { markCount } = markAndPriceInputs(encoder);
  const inputs = x.length / Math.max(1, count);
  const having = new Float64Array(markCount);
  for (let i = 0; i < count; i++)
    for (const mark of marksOf(x.subarray(i * inputs, i * inputs + markCount)))
      having[mark] = having[mark]! + 1;
  return having.map((each) => Math.log(1 + count / (1 + each)));
}

/** By the difference of their logarithms; 1 where one of them is not known. */
function priceNearness(apart: number): number {
  return Number.isFinite(apart) ? Math.exp(-PRICE_SHARPNESS * apart * apart) : 1;
}

/** Both ascending. */
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
