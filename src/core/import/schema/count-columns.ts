// Tells columns that can count what was sold: never a code, a rank, a year, an amount of money or a measure.

import { measureDecimal, measuresOf } from '../values/read-measure.ts';
import { foldedHeader } from '#core/base/text/folded-header.ts';
import { namedBy } from '#core/base/text/named-by.ts';
import { sameEverywhere } from './column-facts.ts';
import { areCodes, namesCode } from './code-columns.ts';
import { sampledCells, type SampledTable } from './sampled-table.ts';

/** Names what is no count of pieces. */
const isOther = namedBy(
  'year years month months week weeks weekday day days date quarter hour hours minute minutes second seconds time',
  'age duration rank ranking place level score rating ratings stars votes status state version',
  'price cost total subtotal amount fee fees tax vat salary income revenue value size weight width height length',
  'depth distance latitude longitude lat lon lng temperature humidity rate ratio percent percentage share index offset',
  'clicks impressions views visits visitors sessions users followers likes kudos comments stock inventory available',
  'jahr monat woche tag preis betrag summe annee mois prix ano mes precio *bestand*',
  '年 月份 日期 星期 价 额 率 评分 排名 评论 库存',
);
/** The first row of a table without a header. */
const NUMBERS = /^[\d ]+$/;

const MOSTLY = 0.8;
const YEARS = { from: 1900, until: 2100 } as const;
/** With fewer rows, numbers are in ascending order by chance. */
const ROWS_ENOUGH = 8;
/** A table may be sorted by units, but from the most to the least; running numbers may repeat. */
const ASCENDING = 0.98;

/** Returns those of the headers whose names and numbers do not speak against units sold. */
export function countColumns(among: readonly string[], table: SampledTable): readonly string[] {
  return among.filter((header) => {
    const name = foldedHeader(header);
    if (namesCode(header) || NUMBERS.test(name) || isOther(name)) return false;
    const cells = sampledCells(table, header);
    const values = measuresOf(cells, measureDecimal(new Set(cells)));
    return (
      values !== null &&
      !sameEverywhere(cells) &&
      canCount(values.filter((value) => !Number.isNaN(value)))
    );
  });
}

function canCount(values: Float64Array): boolean {
  const shareOf = (fits: (value: number) => boolean) =>
    values.filter((value) => fits(value)).length / values.length;
  if (values.length === 0 || shareOf((value) => Number.isInteger(value) && value >= 0) < MOSTLY)
    return false;
  if (shareOf((value) => value >= YEARS.from && value <= YEARS.until) >= MOSTLY) return false;
  return !areCodes(values) && !isAscending(values);
}

function isAscending(values: Float64Array): boolean {
  if (values.length < ROWS_ENOUGH || new Set(values).size < ROWS_ENOUGH) return false;
  const kept = values.subarray(1).filter((value, i) => value >= values[i]!).length;
  return kept >= ASCENDING * (values.length - 1);
}
