// Proposes columns of numbers that describe a product, such as weight or pages. Codes, amounts of a sale and what grows
// with sales are no properties of a product.

import { measureDecimal, measuresOf } from '../values/read-measure.ts';
import { areCodes, namesCode } from './code-columns.ts';
import { namesOutcome, rankCorrelation } from './leakage.ts';
import { sameEverywhere } from './column-facts.ts';
import { foldedHeader } from '#core/base/text/folded-header.ts';
import { namedBy } from '#core/base/text/named-by.ts';
import { totalsAmong } from './row-totals.ts';
import { sampledCells, type SampledTable } from './sampled-table.ts';

/** What is known only after a sale, or depends on when the file was written. */
const isLater = namedBy(
  'subtotal amount profit margin tax vat fee fees payout views view visits visitors sessions session',
  'traffic impressions clicks ctr cvr roas acos bounce conversion wishlist wishlists waitlist hearts',
  'saves favorites favourites favorers likes votes followers shares comments recommendations downloads',
  'installs owners ccu backers rank ranking bestseller bsr inventory stock remaining available pledged',
  'raised score ratings stars cart carts date quarter weekday timestamp',
  'jahr monat woche kw tag wochentag mois annee semaine mes ano semana dia',
  'beneficio impuesto visitas existencias cantidad visites quantite estoque',
  '*bestand* *beitrag* *ertrag* *aufruf* *umsatz* *verkauf* *absatz* *retoure* *quote* *bewertung*',
  '*warenkorb* *gewinn* *marge* *besuch* *steuer* *mwst* *provision*',
  '浏览 访客 收藏 加购 点击 曝光 库存 利润 毛利 排名 点赞 人气 累计 评分 金额 合计 总计 税 下载',
  '率 停留 新客 客数 日期 天数 年份 月份 星期 客单',
);
/** Words that are the same kind of figure alone, and a property beside others: "net weight", "delivery days". */
const UNLESS_BESIDE: readonly (readonly [
  alone: (name: string) => boolean,
  beside: (name: string) => boolean,
])[] = [
  [
    namedBy('net gross total quantity qty'),
    namedBy(
      'weight length pages width height depth volume size pack per bundle pieces words characters',
    ),
  ],
  [
    namedBy('day days hour hours week weeks month months year'),
    namedBy(
      'duration lead processing production delivery shipping handling shelf warranty model vintage',
    ),
  ],
  [
    namedBy('age players playtime'),
    namedBy('limit minimum min max maximum recommended required target from'),
  ],
  [namedBy('rate rating'), namedBy('frame refresh sampling bit data ip energy')],
];

/** With fewer rows, ranks agree by chance. */
const ROWS_ENOUGH = 30;
/** Numbers that rank launches nearly as their units do are hardly known beforehand. */
const TELLS_MUCH = 0.8;

/**
 * Returns the headers of numbers about the product, in the order of the file.
 * @param free headers that hold no field
 * @param units header of the units, or of the orders; undefined where there is none
 */
export function numberAttributes(
  free: readonly string[],
  units: string | undefined,
  table: SampledTable,
): string[] {
  const numeric = free
    .filter((header) => !isNamedOtherwise(header))
    .map((header) => ({ header, cells: sampledCells(table, header) }))
    .map((column) => ({ ...column, values: numbersOf(column.cells) }))
    .filter(
      (column) =>
        column.values !== null && !sameEverywhere(column.cells) && !areCodes(column.values),
    );
  if (units === undefined || numeric.length === 0) return numeric.map(({ header }) => header);
  const sold = numbersOf(sampledCells(table, units));
  // Prices that a total is a multiple of may hold a field.
  const totals = totalsAmong(table.headers, units, table);
  return numeric
    .filter(({ header, values }) => !totals.has(header) && !(sold && tells(values!, sold)))
    .map(({ header }) => header);
}

function isNamedOtherwise(header: string): boolean {
  const name = foldedHeader(header);
  if (namesCode(header) || namesOutcome(header) || isLater(name)) return true;
  return UNLESS_BESIDE.some(([alone, beside]) => alone(name) && !beside(name));
}

function numbersOf(cells: readonly string[]): Float64Array | null {
  return measuresOf(cells, measureDecimal(new Set(cells)));
}

function tells(values: Float64Array, units: Float64Array): boolean {
  const known = values.filter((value, row) => !Number.isNaN(value + units[row]!)).length;
  return known >= ROWS_ENOUGH && Math.abs(rankCorrelation(values, units)) >= TELLS_MUCH;
}
