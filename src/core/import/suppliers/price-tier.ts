// Reads the quantity that a price is for: "≥100件", "1-99 pcs", "100+".

export interface Tier {
  /** Least units. */
  readonly from: number;
  /** Whether a sign, a range or a plus marks it; a number of pieces alone may be something else. */
  readonly isMarked: boolean;
}

const PIECES =
  '(?:件|个|只|套|双|条|盒|台|张|把|支|瓶|包|pcs?|pieces?|units?|sets?|pairs?|ea|stück|stk)';
const TIER = new RegExp(
  String.raw`^(?<sign>[≥>]=?|from|ab)?\s*(?<from>\d{1,7})\s*${PIECES}?\.?\s*(?:(?<range>[-–—~～至到]|to)\s*\d{1,7})?\s*(?<plus>\+|及?以上|起批?|or more|and up)?\s*(?<unit>${PIECES})?\.?$`,
  'iu',
);
const PRICE_WORDS = /price|cost|fob|exw|单?价格?|报价|preis|precio|prix/giu;
const MONEY = /\b(?:usd|eur|gbp|cny|rmb)\b|[¥€$£元]/giu;

/** Returns the quantity that a text names, alone or with pieces; null where it is no quantity. */
export function readTier(text: string): Tier | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/(?<=\d),(?=\d{3})/g, '')
    .trim();
  const found = TIER.exec(plain)?.groups;
  if (!found) return null;
  const isMarked = [found.sign, found.range, found.plus].some((mark) => mark !== undefined);
  return { from: Number(found.from), isMarked };
}

/** Returns the quantity that a header names besides words for prices and currencies; null where none. */
export function tierOfHeader(header: string): Tier | null {
  const plain = header.normalize('NFKC').replace(PRICE_WORDS, ' ').replace(MONEY, ' ');
  const tier = readTier(plain.replaceAll(/[()[\]:/]/g, ' ').replaceAll(/\s+/g, ' '));
  return tier !== null && (tier.isMarked || /\p{L}/u.test(plain)) ? tier : null;
}
