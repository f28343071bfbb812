import { cleanCell, isMissing } from './read-text.ts';

export type DecimalSign = '.' | ',';

/** Why a cell gives no number: it is marked as missing, it is NaN or infinite, or it is something else. */
export type NoNumber = 'missing' | 'not-finite' | 'unreadable';

const CURRENCY = String.raw`(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3}|kr\.?|zł|Kč|Fr\.|元|円|R\$|Rs\.?)`;
const CURRENCY_BEFORE = new RegExp(String.raw`^([-+(]?)\s*${CURRENCY}\s*(?=[-+\d.,(])`, 'u');
const CURRENCY_AFTER = new RegExp(String.raw`(?<=\d[.,]?)\s*${CURRENCY}(?=\)?$)`, 'u');
/** Most cells of a large table have these forms, so they take a short cut. */
const PLAIN_INTEGER = /^\d{1,15}$/;
const PLAIN_POINT = /^\d{1,15}\.\d{1,15}$/;
const PLAIN_CENTS = /^\d+[.,]\d\d?$/;
const NOT_FINITE = /^[-+]?(?:nan|inf(?:inity)?|∞)$/i;
const NUMBER_LIKE = /^[\d.,]+(?:e[-+]?\d+)?$/i;
const FULL_WIDTH_MARK = /[．，]/;
/** Prices without cents are sometimes written "12,–". */
const NO_CENTS = /(?<=\d)[.,]-+$/;
const SPACE_OR_APOSTROPHE_GROUPS = /(?<=\d)[\s'’](?=\d{3})/g;

/**
 * A number without currency and percent sign, by decimal sign. Groups have three digits, in India the leading ones two.
 */
const SHAPES: Readonly<Record<DecimalSign, RegExp>> = {
  '.': /^(\d+|\d{1,3}(?:,\d{2,3})*,\d{3}|)(?:\.(\d*))?(e[-+]?\d{1,3})?$/i,
  ',': /^(\d+|\d{1,3}(?:\.\d{2,3})*\.\d{3}|)(?:,(\d*))?(e[-+]?\d{1,3})?$/i,
};

/** Reads a number with optional sign, currency, percent sign and group separators. "12%" gives 0.12, "(5)" gives -5. */
export function readNumber(cell: string, decimal: DecimalSign): number | NoNumber {
  if (PLAIN_INTEGER.test(cell)) return Number(cell);
  if (decimal === '.' && PLAIN_POINT.test(cell)) return Number(cell);
  const text = plain(cell);
  if (isMissing(text)) return 'missing';
  if (NOT_FINITE.test(text)) return 'not-finite';
  const { sign, digits, scale } = dressed(text);
  const value = readDigits(digits, decimal);
  if (Number.isNaN(value)) return 'unreadable';
  return Number.isFinite(value) ? (sign * value) / scale || 0 : 'not-finite';
}

function readDigits(digits: string, decimal: DecimalSign): number {
  const [match, whole = '', fraction = '', exponent = ''] = SHAPES[decimal].exec(digits) ?? [];
  if (match === undefined || whole + fraction === '') return NaN;
  return Number(`${whole.replace(/[.,]/g, '') || '0'}.${fraction || '0'}${exponent}`);
}

/** Cells that are evidence for each decimal sign. 1,234 and 1.234 are evidence for neither. */
export interface DecimalVotes {
  readonly point: number;
  readonly comma: number;
}

/** Counts the cells that show a decimal point and those that show a decimal comma. */
export function countDecimalVotes(cells: Iterable<string>): DecimalVotes {
  let point = 0;
  let comma = 0;
  for (const cell of cells) {
    if (!cell.includes('.') && !cell.includes(',') && !FULL_WIDTH_MARK.test(cell)) continue;
    const sign = decimalSignOf(PLAIN_CENTS.test(cell) ? cell : dressed(plain(cell)).digits);
    if (sign === '.') point++;
    else if (sign === ',') comma++;
  }
  return { point, comma };
}

/**
 * Decides one decimal sign for a whole column. In a tie, returns the fallback, such as the sign of the file's other
 * columns.
 */
export function decideDecimalSign(
  { point, comma }: DecimalVotes,
  fallback: DecimalSign = '.',
): DecimalSign {
  if (point === comma) return fallback;
  return comma > point ? ',' : '.';
}

function decimalSignOf(digits: string): DecimalSign | null {
  const marks = NUMBER_LIKE.test(digits) ? (digits.match(/[.,]/g) ?? []) : [];
  const last = marks.at(-1) as DecimalSign | undefined;
  if (!last) return null;
  if (marks.some((mark) => mark !== last)) return last;
  if (marks.length > 1) return last === '.' ? ',' : '.';
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? null : last;
}

function plain(cell: string): string {
  const text = cleanCell(cell);
  return /^[\x20-\x7E]*$/.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(/[−‐–](?=.)/g, '-')
        .replace(/\s+/g, ' ')
        .trim();
}

/** Strips sign, currency, percent sign and spaces between groups. */
function dressed(text: string): { sign: number; digits: string; scale: number } {
  const bare = text.replace(CURRENCY_BEFORE, '$1').replace(CURRENCY_AFTER, '').trim();
  const [, open, percent, close] = /^(\(?).*?(%?)\s*(\)?)$/.exec(bare)!;
  const inBrackets = open !== '' && close !== '';
  const inner = (inBrackets ? bare.slice(1, -1) : bare)
    .replace(/\s*%\s*$/, '')
    .replace(NO_CENTS, '');
  const isNegative = inBrackets || /^-|-$/.test(inner);
  const digits = inner
    .replace(/^[-+]\s*|-$/g, '')
    .replace(CURRENCY_BEFORE, '$1')
    .replace(SPACE_OR_APOSTROPHE_GROUPS, '');
  return { sign: isNegative ? -1 : 1, digits, scale: percent ? 100 : 1 };
}
