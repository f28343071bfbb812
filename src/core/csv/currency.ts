/** The currency that a money cell names: an ISO 4217 code, or a bare sign that several currencies share. */
export type Currency = string;

/** Longer signs first: "R$" is not a dollar. */
const SIGNS: readonly (readonly [sign: RegExp, currency: Currency])[] = [
  [/R\$/, 'BRL'],
  [/US\$/, 'USD'],
  [/CA?\$/, 'CAD'],
  [/AU?\$/, 'AUD'],
  [/NZ\$/, 'NZD'],
  [/HK\$/, 'HKD'],
  [/(?:S|SG)\$/, 'SGD'],
  [/NT\$/, 'TWD'],
  [/MX\$/, 'MXN'],
  [/\$/, '$'],
  [/€/, 'EUR'],
  [/£/, 'GBP'],
  [/元/, 'CNY'],
  [/円/, 'JPY'],
  [/¥/, '¥'],
  [/₹|\bRs\b/, 'INR'],
  [/₽/, 'RUB'],
  [/₩/, 'KRW'],
  [/₺/, 'TRY'],
  [/₴/, 'UAH'],
  [/₫/, 'VND'],
  [/฿/, 'THB'],
  [/₱/, 'PHP'],
  [/₪/, 'ILS'],
  [/zł/i, 'PLN'],
  [/Kč/i, 'CZK'],
  [/(?<!\p{L})Fr\./u, 'CHF'],
  [/(?<!\p{L})kr(?!\p{L})/iu, 'kr'],
];

const CODES: ReadonlySet<Currency> = new Set(
  (
    'AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KRW KZT MAD MXN MYR ' +
    'NGN NOK NZD PEN PHP PKR PLN QAR RMB RON RSD RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR'
  ).split(' '),
);

/** What a bare sign can mean. */
const SHARED_SIGNS: Readonly<Record<string, readonly Currency[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'TWD', 'MXN', 'ARS', 'CLP', 'COP'],
  '¥': ['CNY', 'JPY'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
};

/** Most cells of a large table are bare numbers: worth a short cut. */
const UNMARKED = /^[-+\d.,\s%()]*$/;
const CODE = /(?<![A-Z])[A-Z]{3}(?![A-Z])/;

export function currencyOf(cell: string): Currency | null {
  if (UNMARKED.test(cell)) return null;
  const text = cell.normalize('NFKC');
  const code = CODE.exec(text)?.[0];
  if (code !== undefined && CODES.has(code)) return code === 'RMB' ? 'CNY' : code;
  return SIGNS.find(([sign]) => sign.test(text))?.[1] ?? null;
}

/** "$" and "USD" can be the same money, "$" and "CAD" too; "USD" and "CAD" cannot. */
export function isSameCurrency(a: Currency, b: Currency): boolean {
  return a === b || canMean(a, b) || canMean(b, a);
}

/** The rate of a currency, by its own name or, for a shared sign, by the first of its meanings that has one. */
export function rateOf(
  currency: Currency,
  rates: Readonly<Record<Currency, number>>,
): number | null {
  const named = [currency, ...(SHARED_SIGNS[currency] ?? [])].find((name) => name in rates);
  return named === undefined ? null : rates[named]!;
}

function canMean(sign: Currency, currency: Currency): boolean {
  return SHARED_SIGNS[sign]?.includes(currency) ?? false;
}

/** The currency of most of the cells that name one; cells that name none are taken to be of it. null: none does. */
export function mainCurrency(counts: ReadonlyMap<Currency, number>): Currency | null {
  let main: Currency | null = null;
  let most = 0;
  for (const currency of counts.keys()) {
    let count = 0;
    for (const [other, cells] of counts) if (isSameCurrency(currency, other)) count += cells;
    if (count > most) [main, most] = [currency, count];
  }
  return main;
}
