// Which lines of orders are not about goods: postage, vouchers, fees, adjustments, tests.

import type { CodedColumn } from '../csv/coded-column.ts';
import { textCounts } from '../csv/coded-column.ts';

/** Small letters. The whole title, but for a number: "Test order 3". */
const SERVICES: ReadonlySet<string> = new Set([
  ...['postage', 'shipping', 'delivery', 'carriage', 'tip', 'donation', 'adjustment', 'adjust'],
  ...['manual', 'discount', 'bank charges', 'amazon fee', 'commission', 'custom amount', 'deposit'],
  ...['test', 'test product', 'test order', 'test item', 'versand', 'porto', 'trinkgeld', 'frete'],
  ...[
    'testartikel',
    'spedizione',
    'envío',
    'frais de port',
    '送料',
    'ギフトカード',
    'テスト',
    'テスト商品',
  ],
]);
/** Small letters. What begins with one, and has few words more: "Gift card $50". */
const BEGINNINGS: readonly string[] = [
  ...['gift card', 'e-gift card', 'gift certificate', 'gift voucher', 'postage and', 'postage &'],
  ...['shipping fee', 'shipping charge', 'shipping cost', 'shipping protection', 'service fee'],
  ...['package protection', 'handling fee', 'delivery fee', 'delivery charge', 'route package'],
  ...['versandkosten', 'gutschein', 'geschenkgutschein', 'geschenkkarte', 'gastos de envío'],
  ...['tarjeta regalo', 'carte cadeau', 'buono regalo', 'cartão presente'],
];
/** Anywhere in a short Chinese title. */
const CHINESE_SERVICES = /补差|差价|运费|邮费|專拍|专拍|定金链接|测试|礼品卡|红包链接/;
const SHORT_CHINESE = 14;
const MOST_WORDS = 4;

export function isService(title: string): boolean {
  const text = title.normalize('NFKC').trim().toLowerCase();
  if (text.length <= SHORT_CHINESE && CHINESE_SERVICES.test(text)) return true;
  if (SERVICES.has(text.replace(/[^\p{L}]+$/u, ''))) return true;
  if (text.split(/\s+/).length > MOST_WORDS) return false;
  return BEGINNINGS.some((words) => text.startsWith(words) && !goesOn(text.slice(words.length)));
}

/** Within a word: "gift cards" do, but a "gift cardholder" is goods. */
function goesOn(rest: string): boolean {
  return /^[\p{L}\p{N}]/u.test(rest) && rest !== 's';
}

/** Ids of goods are alike in most shops: so many lines have to begin with a number of one length. */
const MOSTLY = 0.95;
const SHORTEST_NUMBER = 4;

/**
 * Ids that do not look like those of the shop's goods: where nearly all lines have one that begins with a number of so many
 * digits, "POST" and "gift_0001" are none. One flag per distinct id; none is set where ids have no common form.
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
