/** The currency that a money cell names: an ISO 4217 code, or a bare sign that several currencies share. */
export type Currency = string;

/** Value of one unit of each currency in the main currency, by the name in the file. */
export type CurrencyRates = Readonly<Record<Currency, number>>;

export interface FileCurrencies {
  readonly main: Currency;
  /** Currencies that cannot be the main one, most cells first. */
  readonly others: readonly { readonly currency: Currency; readonly cellCount: number }[];
}

/** Longer signs come first: "R$" is not a dollar. */
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

/** Currencies that a seller can choose. RMB is left out because it is another name for CNY. */
export const CURRENCY_CODES: readonly Currency[] = [...CODES].filter((code) => code !== 'RMB');

/** Returns whether a text is a known currency code in capitals, such as "EUR" or "RMB". */
export function isCurrencyCode(text: string): boolean {
  return CODES.has(text);
}

/** The currencies that a bare sign can mean. */
const SHARED_SIGNS: Readonly<Record<string, readonly Currency[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'TWD', 'MXN', 'ARS', 'CLP', 'COP'],
  '¥': ['CNY', 'JPY'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
};

/** Most cells of a large table are bare numbers, so they take a short cut. */
const UNMARKED = /^[-+\d.,\s%()]*$/;
const CODE = /(?<![A-Z])[A-Z]{3}(?![A-Z])/;

/** Returns the currency that a cell names, by code or sign, with RMB as CNY. Returns null where it names none. */
export function currencyOf(cell: string): Currency | null {
  if (UNMARKED.test(cell)) return null;
  const text = cell.normalize('NFKC');
  const code = CODE.exec(text)?.[0];
  if (code !== undefined && CODES.has(code)) return code === 'RMB' ? 'CNY' : code;
  return SIGNS.find(([sign]) => sign.test(text))?.[1] ?? null;
}

/**
 * Returns whether two names can mean the same currency: "$" can be "USD" or "CAD", but "USD" is never "CAD". One that is not
 * known (null) is the same as none.
 */
export function isSameCurrency(a: Currency | null, b: Currency | null): boolean {
  if (a === null || b === null) return false;
  return a === b || canMean(a, b) || canMean(b, a);
}

function canMean(sign: Currency, currency: Currency): boolean {
  return SHARED_SIGNS[sign]?.includes(currency) ?? false;
}

/**
 * Finds the main currency of a file and the others, from the number of cells per currency. Returns null if no cell
 * names one.
 */
export function fileCurrencies(counts: ReadonlyMap<Currency, number>): FileCurrencies | null {
  const main = mainCurrency(counts);
  if (main === null) return null;
  const others = [...counts]
    .filter(([currency]) => !isSameCurrency(currency, main))
    .map(([currency, cellCount]) => ({ currency, cellCount }))
    .sort((a, b) => b.cellCount - a.cellCount);
  return { main, others };
}

/** Returns the currency that most cells naming one can mean. Cells that name none are assumed to be in it. */
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
