// Says what a table is that is no export, no reviews and no market data of a known form: launches, or something that only looks like them.
// Columns are proposed for launches alone.

import { foldedHeader } from '#core/base/text/folded-header.ts';
import { namesOutcome } from '../schema/leakage.ts';
import type { FieldMatches } from '../schema/field-match.ts';
import { guessDateOrder, readDate } from '../values/read-date.ts';
import { readText } from '../values/read-text.ts';
import { FILE_WORDS, KIND_WORDS } from './kind-words.ts';

/** What a table can be instead of launches. */
export type ForeignKind =
  | 'orders'
  | 'till'
  | 'returns'
  | 'settlement'
  | 'shop-report'
  /** Persons: customers, staff, subscribers. */
  | 'customers'
  | 'reviews'
  | 'chats'
  | 'price-list'
  | 'stock'
  | 'ads'
  | 'market'
  | 'catalogue'
  /** Nothing of a shop that Debut knows. */
  | 'other';
export type TableKind = 'launches' | ForeignKind;

interface JudgedTable {
  readonly fileName: string;
  readonly headers: readonly string[];
  /** The first rows as text. */
  readonly rows: readonly (readonly string[])[];
  /** The columns proposed for launches. */
  readonly matches: FieldMatches;
}

/** A file's name says as much as several headers; orders and products give their names to tables of launches, too. */
const NAME_POINTS = 3;
const LOOSE_NAME_POINTS = 2;
const LOOSELY_NAMED: ReadonlySet<TableKind> = new Set<TableKind>(['orders', 'catalogue']);
/** Least points of a kind, and of one whose table could nearly be read as launches. */
const LEAST = 2;
const LEAST_IF_NEAR = 3;
const LAUNCH = /launch|release|上新|上架|verkaufsstart|erschein|lancement|lanzamiento/u;
const KINDS = Object.keys(KIND_WORDS) as (keyof typeof KIND_WORDS)[];
/** Kinds whose tables may have a column that reads like units sold. Lists of products with one are launches. */
const KINDS_WITH_RESULT: typeof KINDS = [
  ...(['returns', 'settlement', 'shop-report', 'ads', 'chats', 'reviews', 'customers'] as const),
];

/** Judges a table by its name, headers, rows, and what could be read of launches. */
export function tableKind(table: JudgedTable): TableKind {
  const { matches, headers } = table;
  const hasResult = (matches.units ?? matches.orders) !== undefined;
  const isNamed = (matches.title ?? matches.productId) !== undefined;
  const isReadable = hasResult && isNamed && matches.launchDate !== undefined;
  if (!isReadable && isPeriodReport(table)) return periodReport(table, hasResult);
  const isNear = hasResult || (isNamed && headers.some(namesLaunch));
  const kinds = hasResult ? KINDS_WITH_RESULT : KINDS;
  const foreign = bestOf(table, kinds, isNear ? LEAST_IF_NEAR : LEAST);
  if (foreign !== null) return foreign;
  if (isNear) return 'launches';
  return matches.listPrice !== undefined && matches.title !== undefined ? 'catalogue' : 'other';
}

function periodReport(table: JudgedTable, hasResult: boolean): ForeignKind {
  if (table.headers.some(namesInterest)) return 'market';
  return bestOf(table, hasResult ? KINDS_WITH_RESULT : KINDS, LEAST) ?? 'shop-report';
}

function namesLaunch(header: string): boolean {
  return LAUNCH.test(foldedHeader(header)) || namesOutcome(header);
}

function namesInterest(header: string): boolean {
  return ['index', 'interest', 'trend', 'trends', '指数', '热度'].some((word) =>
    holds(foldedHeader(header), word),
  );
}

/** Returns the kind with the most points, the first of equals; null where none has enough. */
function bestOf(
  { fileName, headers, matches }: JudgedTable,
  kinds: readonly (keyof typeof KIND_WORDS)[],
  least: number,
): ForeignKind | null {
  const isComplete = matches.units !== undefined && matches.launchDate !== undefined;
  const fields = new Set(isComplete ? Object.values(matches).map(({ header }) => header) : []);
  const names = headers.filter((header) => !fields.has(header)).map(foldedHeader);
  const file = foldedHeader(fileName.replace(/\.\w+$/, '').replace(/\d+/g, ' '));
  const points = kinds.map((kind) => {
    const named = names.filter((name) => KIND_WORDS[kind].some((word) => isWord(name, word)));
    const isInFileName = FILE_WORDS[kind]?.some((word) => holds(file, word)) ?? false;
    return { kind, points: new Set(named).size + (isInFileName ? pointsOfName(kind) : 0) };
  });
  const best = points.reduce((a, b) => (b.points > a.points ? b : a));
  return best.points >= least ? best.kind : null;
}

function pointsOfName(kind: TableKind): number {
  return LOOSELY_NAMED.has(kind) ? LOOSE_NAME_POINTS : NAME_POINTS;
}

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Returns whether a header is this word, or has it as a part where the word is written so. */
function isWord(name: string, word: string): boolean {
  return word.endsWith('*') || HAN.test(word) ? holds(name, word) : name === word;
}

function holds(text: string, word: string): boolean {
  if (HAN.test(word)) return text.includes(word);
  if (word.endsWith('*')) return text.split(' ').some((part) => part.startsWith(word.slice(0, -1)));
  return ` ${text} `.includes(` ${word} `);
}

const LEAST_PERIODS = 7;
const MOSTLY = 0.8;
/** More different texts in a column are names of things. */
const MOST_TEXTS = 7;

/** Returns whether each row is another day, week or month, and no column names things. */
function isPeriodReport({ headers, rows }: JudgedTable): boolean {
  if (headers.every((header) => /^[\d\s.,]*$/.test(header))) return false;
  const columns = headers.map((_, index) => rows.map((row) => readText(row[index] ?? '')));
  const dates = columns.filter((cells) => isPeriods(cells));
  if (dates.length === 0) return false;
  return columns.every((cells) => dates.includes(cells) || isNumeric(cells) || areFewTexts(cells));
}

function isPeriods(cells: readonly string[]): boolean {
  const { order } = guessDateOrder(cells);
  const days = cells.map((cell) => readDate(cell, order)).filter((day) => !Number.isNaN(day));
  return (
    days.length >= Math.max(LEAST_PERIODS, MOSTLY * cells.length) &&
    new Set(days).size >= 0.95 * days.length
  );
}

function isNumeric(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return (
    filled.filter((cell) => /^[\p{Sc}\s]*[-+]?[\d.,\s]+\s*[%\p{Sc}\w]{0,4}$/u.test(cell)).length >=
    MOSTLY * filled.length
  );
}

function areFewTexts(cells: readonly string[]): boolean {
  return new Set(cells).size <= MOST_TEXTS;
}
