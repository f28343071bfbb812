// Tells headers of a shop's own figures from search terms.

import { foldedHeader } from '#core/base/text/folded-header.ts';
import { namedBy } from '#core/base/text/named-by.ts';
import { FIELD_NAMES, FIELDS } from '#core/launch/fields.ts';
import { headerFit, isStandInHeader } from '../schema/header-score.ts';

/** Points of a header that is a field's name, with or without its unit: see `headerFit`. */
const NAMED = 70;
/** Words of figures that no field of a launch has, in folded headers. */
const isFigure = namedBy(
  'session sessions visit visits visitor visitors pageviews views user users customer',
  'customers buyers sale sales order orders units quantity qty price revenue profit',
  'margin cost costs spend stock inventory rate ratio ctr cvr cpc acos roas roi',
  'bounce conversion conversions impressions clicks returns refunds total sum count',
  'average mean avg percent temperature rain position carts week month year day',
  'quarter hour id index rank score value umsatz bestellungen besucher bestand preis',
  'anzahl menge summe gesamt ventes commandes visites prix ventas pedidos visitas',
  'precio vendas',
);
const CHINESE =
  /访客|浏览|销[量售额]|订单|金额|库存|价|转化|件数|数量|人数|买家|点击|展现|曝光|退款|退货|合计|总计|花费|流量|率$/;

/** Returns whether a header names a figure of a shop, such as visits or units, and no search term. */
export function isMetricName(header: string): boolean {
  const name = foldedHeader(header);
  if (CHINESE.test(header) || isFigure(name) || isStandInHeader(header)) return true;
  return FIELD_NAMES.some((field) => {
    const score = headerFit(field, header)?.score ?? 0;
    return FIELDS[field].kind === 'number' ? score > 0 : score >= NAMED;
  });
}
