// Finds numbers that identify a person or an order in free text. Sizes, prices, years and dates stay.

const IPV4 = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\d)/g;
const IPV6 = /(?<![\w:])(?:[\da-f]{1,4}:){3,7}(?::?[\da-f]{1,4}){1,4}(?![\w:])/gi;
/** A country, two check digits and groups: ISO 13616. */
const IBAN = /\b[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){2,7}(?:\s?[A-Z\d]{1,3})?\b/g;
const LEAST_IBAN_DIGITS = 10;
/** Seven digits or more, with few signs between. */
const RUN =
  /[+＋]?[(（]?[\d０-９](?:(?:[\s./‐-―-]{0,3}|\s?[(（](?=[0０])|[)）][\s-]?)[\d０-９]){6,40}/gu;
const LONG_DIGITS = /\d{7,}/;
const DATE =
  /^(?:(?:19|20)\d{2}([-/.\s])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:19|20)\d{2})(?:\s\d{1,2})?$/;
const YEAR = /^(?:19|20)\d{2}$/;
const CURRENCY_BEFORE = /(?:[$€£¥￥₹]|usd|eur|gbp|rmb|cny)\s?$/i;
const UNIT_AFTER =
  /^\s?(?:[$€£¥￥₹"”″'′]|usd|eur|gbp|元|块|rmb|mm|cm|m\b|kg|g\b|lbs?|oz|ml|l\b|mah|w\b|公斤|斤|克|厘米|毫米|毫安|inch|in\b)/i;
/** Digits of a home number that begins with a zero. */
const LEAST_HOME_DIGITS = 9;
const CONTEXT = 8;

/** Replaces numbers of phones, cards, accounts, orders and IPs by a mark. */
export function maskNumbers(text: string, mark: string): string {
  if (!/[\d０-９]/.test(text)) return text;
  return text
    .replace(IPV6, mark)
    .replace(IPV4, (found) => (isAddress(found.split('.')) ? mark : found))
    .replace(IBAN, (found) => (digitsIn(found) >= LEAST_IBAN_DIGITS ? mark : found))
    .replace(RUN, (run: string, at: number, whole: string) => {
      const before = whole.slice(Math.max(0, at - CONTEXT), at);
      const after = whole.slice(at + run.length, at + run.length + CONTEXT);
      return isHarmless(run, before, after) ? run : mark;
    });
}

/** "1.8.8.8" is a price that went wrong, or a version. */
function isAddress(parts: readonly string[]): boolean {
  return parts.every((part) => Number(part) <= 255) && parts.some((part) => part.length > 1);
}

function isHarmless(run: string, before: string, after: string): boolean {
  const plain = run.normalize('NFKC');
  if (LONG_DIGITS.test(plain)) return false;
  const parts = plain.split(/\s[-\u2010-\u2015]\s/u);
  if (parts.every((part) => DATE.test(part.replace(/^\(/, '')))) return true;
  if (isLikePhone(plain)) return false;
  return (
    CURRENCY_BEFORE.test(before) ||
    UNIT_AFTER.test(after) ||
    isListed(plain) ||
    hasSmallGroups(plain)
  );
}

function isLikePhone(plain: string): boolean {
  if (/^\+|^00[1-9]|^\(\d{2,5}\)/.test(plain)) return true;
  return /^\(?0[1-9]/.test(plain) && digitsIn(plain) >= LEAST_HOME_DIGITS;
}

/** "1920/1080" and "12.50 - 13.50" are no phone numbers; those with points have nothing but points. */
function isListed(plain: string): boolean {
  return plain.includes('/') || (plain.includes('.') && /[\s-]/.test(plain));
}

/** Ages, sizes and years. */
function hasSmallGroups(plain: string): boolean {
  const groups = plain.match(/\d+/g) ?? [];
  return groups.every((group) => group.length <= 2) || groups.every((group) => YEAR.test(group));
}

function digitsIn(text: string): number {
  return text.match(/\d/g)?.length ?? 0;
}
