/** The currency that a money cell names: an ISO 4217 code, or a bare sign that several currencies share. */
export type Currency = string;

/** How much one unit of each is worth in the main currency, by the name that stands in the file. */
export type CurrencyRates = Readonly<Record<Currency, number>>;

export interface FileCurrencies {
  readonly main: Currency;
  /** Those that cannot be the main one, that of most cells first. */
  readonly others: readonly { readonly currency: Currency; readonly cellCount: number }[];
}

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

/** Those that a seller can choose; RMB is another name of CNY. */
export const CURRENCY_CODES: readonly Currency[] = [...CODES].filter((code) => code !== 'RMB');

export function isCurrencyCode(text: string): boolean {
  return CODES.has(text);
}

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

function canMean(sign: Currency, currency: Currency): boolean {
  return SHARED_SIGNS[sign]?.includes(currency) ?? false;
}

/** null: no cell names one. */
export function fileCurrencies(counts: ReadonlyMap<Currency, number>): FileCurrencies | null {
  const main = mainCurrency(counts);
  if (main === null) return null;
  const others = [...counts]
    .filter(([currency]) => !isSameCurrency(currency, main))
    .map(([currency, cellCount]) => ({ currency, cellCount }))
    .sort((a, b) => b.cellCount - a.cellCount);
  return { main, others };
}

/** The currency of most of the cells that name one; cells that name none are taken to be of it. */
function mainCurrency(counts: ReadonlyMap<Currency, number>): Currency | null {
  let main: Currency | null = null;
  let most = 0;
  for (const currency of counts.keys()) {
    let count = 0;
    for (const [other, cells] of counts) if (isSameCurrency(currency, other)) count += cells;
    if (count > most) [main, most] = [currency, count];
  }
  return main;
}
