// Proposes columns of numbers that describe a product, such as weight or pages. Codes, amounts of a sale and what grows
// with sales are no properties of a product.

import { measureDecimal, measuresOf } from '../csv/read-measure.ts';
import { readText } from '../csv/read-text.ts';
import { namesOutcome, rankCorrelation } from '../quality/leakage.ts';
import { sameEverywhere } from './column-facts.ts';
import { headerName } from './header-name.ts';
import { totalColumns } from './row-totals.ts';

const set = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ')));

const CODE_WORDS = set(
  'id ids code sku asin ean upc gtin isbn barcode index row position phone zip postcode plz url key',
  'nummer artikelnummer codigo codigos reference ref hash',
);
const CODE_PARTS = set('编号 编码 条码 条形码 货号 电话 邮编 序号');
/** The last word of a code's name: "item no", but not "no of pages". */
const NUMBER_WORDS = set('number no nr num numero');
/** What is known only after a sale, or depends on when the file was written. */
const LATER_WORDS = set(
  'total subtotal amount gross net profit margin tax vat fee fees views view visits visitors',
  'sessions traffic impressions clicks ctr wishlist wishlists favorites favourites favorers likes',
  'votes followers shares comments downloads installs players owners playtime backers rank ranking',
  'bestseller bsr inventory stock quantity qty remaining available pledged raised score rating',
  'ratings stars cart carts day days date month week quarter weekday hour timestamp age',
  'gewinn marge steuer mwst aufrufe besucher lager bestand menge rang',
  'beneficio impuesto visitas existencias cantidad visites quantite estoque',
);
const LATER_PARTS = set(
  '浏览 访客 收藏 加购 点击 曝光 库存 利润 毛利 排名 点赞 人气 累计 评分 金额 合计 总计 税 下载',
  '日期 天数 月份 星期 客单',
);
/** Words that make a property of the word beside them: "age limit", "delivery days". */
const PROPERTY_WORDS = set(
  'limit minimum maximum recommended required target duration lead processing production delivery',
  'shipping handling shelf warranty',
);

/** Whole numbers that count the rows are codes; so are long ones that seldom repeat. */
const CODES = { rows: 30, longFrom: 10 ** 7, longShare: 0.5 } as const;
/** With fewer rows, ranks agree by chance. */
const ROWS_ENOUGH = 30;
/** Numbers that rank launches nearly as their units do are hardly known beforehand. */
const TELLS_MUCH = 0.8;

interface Sampled {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Returns the headers of numbers about the product, in the order of the file.
 * @param free headers that hold no field
 * @param units header of the units, or of the orders; undefined where there is none
 */
export function numberAttributes(
  free: readonly string[],
  units: string | undefined,
  { headers, rows }: Sampled,
): string[] {
  const cellsOf = (header: string): string[] => {
    const index = headers.indexOf(header);
    return rows.map((row) => readText(row[index] ?? ''));
  };
  const numeric = free
    .filter((header) => !isNamedOtherwise(header))
    .map((header) => ({ header, cells: cellsOf(header) }))
    .map((column) => ({ ...column, values: numbersOf(column.cells) }))
    .filter(
      (column) =>
        column.values !== null && !sameEverywhere(column.cells) && !areCodes(column.values),
    );
  if (units === undefined) return numeric.map(({ header }) => header);
  const sold = numbersOf(cellsOf(units));
  const cells = numeric.map(({ header, cells: own }): [string, string[]] => [header, own]);
  const totals = totalColumns(new Map([...cells, [units, cellsOf(units)]]), units);
  return numeric
    .filter(({ header, values }) => !totals.has(header) && !(sold && tells(values!, sold)))
    .map(({ header }) => header);
}

function isNamedOtherwise(header: string): boolean {
  const name = headerName(header);
  const words = name.split(' ');
  const isOf = (whole: ReadonlySet<string>, parts: ReadonlySet<string>) =>
    words.some((word) => whole.has(word)) || [...parts].some((part) => name.includes(part));
  if (isOf(CODE_WORDS, CODE_PARTS) || NUMBER_WORDS.has(words.at(-1)!)) return true;
  if (namesOutcome(header)) return true;
  return isOf(LATER_WORDS, LATER_PARTS) && !words.some((word) => PROPERTY_WORDS.has(word));
}

function numbersOf(cells: readonly string[]): Float64Array | null {
  return measuresOf(cells, measureDecimal(new Set(cells)));
}

function areCodes(values: Float64Array): boolean {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length < CODES.rows || !known.every(Number.isInteger)) return false;
  if (isMonotone(known)) return true;
  const areLong = known.some((value) => Math.abs(value) >= CODES.longFrom);
  return areLong && new Set(known).size >= CODES.longShare * known.length;
}

function isMonotone(values: Float64Array): boolean {
  const steps = values.subarray(1).map((value, i) => Math.sign(value - values[i]!));
  return steps[0] !== 0 && steps.every((step) => step === steps[0]);
}

function tells(values: Float64Array, units: Float64Array): boolean {
  const known = values.filter((value, row) => !Number.isNaN(value + units[row]!)).length;
  return known >= ROWS_ENOUGH && Math.abs(rankCorrelation(values, units)) >= TELLS_MUCH;
}
