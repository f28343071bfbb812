import { readNumber } from '../values/read-number.ts';
import { cleanCell, isMissing } from '../values/read-text.ts';

/** In lower case without accents. */
const TOTAL_WORDS: readonly string[] = [
  ...['total', 'totals', 'grand total', 'subtotal', 'sub total', 'sum', 'overall', 'all products'],
  ...['summe', 'gesamt', 'gesamtsumme', 'insgesamt', 'zwischensumme', 'endsumme', 'gesamtergebnis'],
  ...['total general', 'totales', 'suma', 'suma total', 'somme', 'totaux', 'sous total'],
  ...['total geral', 'totais', 'soma', 'totale', 'somma', 'totaal', 'subtotaal', 'razem', 'ogolem'],
  ...['итого', 'всего', '合计', '总计', '小计', '总和', '共计', '汇总', '合計', '総計', '小計'],
  ...['總計', '總和', '總合計', '총계', '합계', '소계'].map((word) => word.normalize('NFKC')),
];
/** Most words that follow in a label such as "Total for March". */
const MOST_WORDS_MORE = 4;

/** Returns whether a line sums up those above it: it begins with a word for a total and has hardly any other text. */
export function isTotalRow(cells: readonly string[]): boolean {
  const [label, ...others] = cells.map(cleanCell).filter((cell) => cell !== '');
  if (label === undefined) return false;
  const texts = others.filter(isText).length;
  const name = folded(label);
  if (TOTAL_WORDS.includes(name)) return texts <= 1;
  return texts === 0 && others.length > 0 && TOTAL_WORDS.some((word) => goesOnFrom(word, name));
}

/** Dates count as text: a row with a day of its own is a launch. */
function isText(cell: string): boolean {
  const isNumber = (['.', ','] as const).some((sign) => typeof readNumber(cell, sign) === 'number');
  return !isNumber && !isMissing(cell);
}

function goesOnFrom(word: string, name: string): boolean {
  return (
    name.startsWith(`${word} `) && name.slice(word.length + 1).split(' ').length <= MOST_WORDS_MORE
  );
}

/** "TOTAL (12):" → "total". */
function folded(label: string): string {
  return label
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, ' ')
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}
