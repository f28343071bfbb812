// Recognises order lines that are not about goods: postage, vouchers, fees, adjustments, tests.

import { words } from '#core/base/text/words.ts';
import type { CodedColumn } from '../csv/coded-column.ts';
import { textCounts } from '../csv/coded-column.ts';

/** Whole titles in lower case, apart from a trailing number: "Test order 3". */
const SERVICES: ReadonlySet<string> = new Set(
  words(
    'postage, shipping, delivery, carriage, tip, donation, adjustment, adjust, manual, discount',
    'bank charges, amazon fee, commission, custom amount, deposit, total, subtotal, sum, summe',
    'gesamt, gesamtsumme, tagessumme, zwischensumme, totale, suma, 合计, 小计, 总计, 合計, 小計',
    'test, test product, test order, test item, versand, porto, trinkgeld, frete, testartikel',
    'spedizione, envío, frais de port, 送料, ギフトカード, テスト, テスト商品',
  ),
);
/** Beginnings of short titles, in lower case: "Gift card $50". */
const BEGINNINGS: readonly string[] = [
  ...['gift card', 'e-gift card', 'gift certificate', 'gift voucher', 'postage and', 'postage &'],
  ...['shipping fee', 'shipping charge', 'shipping cost', 'shipping protection', 'service fee'],
  ...['package protection', 'handling fee', 'delivery fee', 'delivery charge', 'route package'],
  ...['versandkosten', 'gutschein', 'geschenkgutschein', 'geschenkkarte', 'gastos de envío'],
  ...['tarjeta regalo', 'carte cadeau', 'buono regalo', 'cartão presente'],
];
/** Matched anywhere in a short Chinese title. */
const CHINESE_SERVICES = /补差|差价|运费|邮费|專拍|专拍|定金链接|测试|礼品卡|红包链接/;
const SHORT_CHINESE = 14;
const MOST_WORDS = 4;

/** Returns whether a title names a service, fee or test rather than goods. */
export function isService(title: string): boolean {
  const text = title.normalize('NFKC').trim().toLowerCase();
  if (text.length <= SHORT_CHINESE && CHINESE_SERVICES.test(text)) return true;
  if (SERVICES.has(text.replace(/[^\p{L}]+$/u, ''))) return true;
  if (text.split(/\s+/).length > MOST_WORDS) return false;
  return BEGINNINGS.some((words) => text.startsWith(words) && !goesOn(text.slice(words.length)));
}

/** Returns whether the rest continues a word: "gift cards" is a service, but a "gift cardholder" is goods. */
function goesOn(rest: string): boolean {
  return /^[\p{L}\p{N}]/u.test(rest) && rest !== 's';
}

/** Least share of lines whose ID begins with a number of one length. In most shops, IDs of goods have one form. */
const MOSTLY = 0.95;
const SHORTEST_NUMBER = 4;

/**
 * Flags distinct IDs that do not look like those of the shop's goods. If nearly all lines have an ID that begins with a
 * number of some length, "POST" and "gift_0001" are flagged. Nothing is flagged if IDs have no common form.
 */
export function unlikeIds(ids: CodedColumn): Uint8Array {
  const lines = textCounts(ids);
  const linesByLength = new Map<number, number>();
  let all = 0;
  ids.texts.forEach((id, i) => {
    if (id === '') return;
    all += lines[i]!;
    const length = numberLength(id);
    linesByLength.set(length, (linesByLength.get(length) ?? 0) + lines[i]!);
  });
  const [length, count] = [...linesByLength].reduce(
    (most, each) => (each[1] > most[1] ? each : most),
    [0, 0],
  );
  const isCommon = length >= SHORTEST_NUMBER && count >= MOSTLY * all;
  return Uint8Array.from(ids.texts, (id) =>
    Number(isCommon && id !== '' && numberLength(id) < length),
  );
}

function numberLength(id: string): number {
  return /^\d*/.exec(id)![0].length;
}
