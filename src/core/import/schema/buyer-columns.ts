// Finds columns about the buyer or the payment. They are known only after the sale and are not properties of a product.

import { words } from '#core/base/text/words.ts';
import { foldedHeader } from '#core/base/text/folded-header.ts';
import { namedBy } from '#core/base/text/named-by.ts';

const isOfBuyer = namedBy(
  'customer customers buyer buyers client member membership shopper household guest recipient',
  'payment payer cashier kunde kunden kaufer zahlung zahlungsart zahlungsmethode mitglied cliente',
  'clientes comprador pago pagamento paiement acheteur',
  '买家 顾客 客户 会员 付款 支付 購入者 会員 顧客 支払',
);
/** "Target customer" describes for whom a product is made. */
const isMeant = namedBy('target ideal intended');
/** Describes the buyer in a file that has buyer columns, otherwise the people for whom a product is made. */
const OF_EITHER: ReadonlySet<string> = new Set(
  words(
    'gender, sex, age, age group, age range, city, state, region, country, geschlecht, alter, stadt',
    'land, bundesland, genero, sexo, edad, ciudad, genre, sexe, ville, pays, province, cidade, pais',
    '性别, 年龄, 省份, 城市, 性別, 年齢, 都道府県',
  ),
);

/** Returns the headers of the columns that describe buyers. */
export function buyerColumns(headers: readonly string[]): ReadonlySet<string> {
  const sure = headers.filter((header) => {
    const name = foldedHeader(header);
    return isOfBuyer(name) && !isMeant(name);
  });
  if (sure.length === 0) return new Set();
  const likely = headers.filter((header) => OF_EITHER.has(foldedHeader(header)));
  return new Set([...sure, ...likely]);
}
