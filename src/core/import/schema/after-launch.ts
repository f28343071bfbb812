// Finds dates that are known only after a launch, such as that of the first review.

import type { CodedColumn } from '../csv/coded-column.ts';
import { DAYS_BEFORE, readMeasures } from '../values/read-measure.ts';
import { foldedHeader } from '#core/base/text/folded-header.ts';
import { namedBy } from '#core/base/text/named-by.ts';

/** What happens to a product, or is counted, once it sells. */
const isResult = namedBy(
  'last latest recent sold review reviews reviewed rating refund refunded return returned delisted',
  'discontinued restock restocked letzte letzter letztes verkauft bewertung ausverkauft ultimo ultima',
  '*retoure* 最近 最后 最新 售出 成交 评价 评论 退货 退款 售罄 下架 首单',
);
const FIRST_RESULT =
  /\b(?:first|erste[rs]?|primer[ao]?|premiere?) (?:sale|order|purchase|buyer|verkauf|bestellung|venta|vente)/;
/** What is set beforehand, so that a date after the launch is known at the launch. */
const isPlanned = namedBy(
  'before expiry expires expiration expire expiring shelf bbd bbe mhd planned plan scheduled schedule',
  'due deadline until till end ends season holiday festival campaign promotion promo sale embargo',
  'license licence contract event fair exhibition valid release caducidad vencimiento peremption',
  '*haltbar* *ablauf* *verfall* *saison* *aktion* *geplant* *gultig* *frist* *messe* *veranstaltung* *termin*',
  '保质 到期 有效期 过期 截止 活动 季 计划 预计 预定 展会 档期',
);

/** Days after the launch that another time zone can make of the launch day. */
export const DAY_OFF = 1;
const MOSTLY = 0.5;

/** Returns whether a header names a date that only sales bring about. */
export function namesResultDate(header: string): boolean {
  const name = foldedHeader(header);
  return isResult(name) || FIRST_RESULT.test(name);
}

/** Returns whether a header names a date that is set before the launch, even if it lies after it. */
export function namesPlannedDate(header: string): boolean {
  return isPlanned(foldedHeader(header)) && !namesResultDate(header);
}

/** Returns whether a column of days before launch lies mostly after the launch, and is not set beforehand. */
export function mostlyAfterLaunch(header: string, { texts, codes }: CodedColumn): boolean {
  const measures = readMeasures(texts, '.');
  if (measures?.scale.unit !== DAYS_BEFORE || namesPlannedDate(header)) return false;
  const known = codes.filter((code) => !Number.isNaN(measures.values[code]!));
  return known.filter((code) => measures.values[code]! < -DAY_OFF).length > MOSTLY * known.length;
}
