// Tells a kind of file by words of its name and its headers.

import { foldedHeader } from '#core/base/text/folded-header.ts';
import { holdsWord } from '#core/base/text/named-by.ts';
import { runsTogether } from '#core/base/text/split-words.ts';
import { sampledCells, type SampledTable } from '../schema/sampled-table.ts';
import { FILE_WORDS, KIND_WORDS, type NamedKind } from './kind-words.ts';
import type { JudgedTable } from './kinds.ts';

export const NAMED_KINDS = Object.keys(KIND_WORDS) as NamedKind[];

/** A file's name says as much as several headers; other tables are called orders, products or inventory, too. */
const NAME_POINTS = 3;
const LOOSE_NAME_POINTS = 2;
const LOOSELY_NAMED: ReadonlySet<NamedKind> = new Set<NamedKind>(['orders', 'catalogue', 'stock']);
const LEAST_OF_STATEMENT = 4;
const NEARLY_ALL = 0.9;
const RETURNED_ON =
  /\b(?:return(?:ed)? (?:date|at|on)|date returned|fecha de devolucion|data (?:da )?devolucao|date de retour|retourdatum|ruckgabedatum)\b|退货(?:时间|日期)|返品日/u;
/** Shorter single words occur in headers of other things. */
const TELLING_LENGTH = 8;
/** Places and countries stand in other lists, too. */
const LEAST_OF: Readonly<Partial<Record<NamedKind, number>>> = { customers: 3 };

/**
 * Returns the kind that most words name, the first of equals; null where none has enough points.
 * @param least points: one for each header, more for the file's name
 */
export function kindByWords(
  { fileName, headers, matches }: Omit<JudgedTable, 'rows'>,
  among: readonly NamedKind[],
  least: number,
): NamedKind | null {
  const isComplete = matches.units !== undefined && matches.launchDate !== undefined;
  const fields = new Set(isComplete ? Object.values(matches).map(({ header }) => header) : []);
  const names = headers.filter((header) => !fields.has(header)).map(foldedHeader);
  const file = foldedHeader(fileName.replace(/\.\w+$/, '').replace(/\d+/g, ' '));
  const isOf = (kind: NamedKind, name: string) =>
    KIND_WORDS[kind].some((word) => isWord(name, word));
  const points = among.map((kind) => {
    const named = new Set(names.filter((name) => isOf(kind, name)));
    const isCalledSo = FILE_WORDS[kind]?.some((word) => holdsWord(file, word)) ?? false;
    return { kind, points: named.size + (isCalledSo ? pointsOfName(kind) : 0) };
  });
  const best = points.reduce((a, b) => (b.points > a.points ? b : a));
  return best.points >= (LEAST_OF[best.kind] ?? least) ? best.kind : null;
}

/** Returns whether a table is a statement of payments or a list of returns, whatever columns of orders it repeats. */
export function repeatsOrders(table: SampledTable): boolean {
  const { headers } = table;
  const isStatement = kindByWords(
    { fileName: '', headers, matches: {} },
    ['settlement'],
    LEAST_OF_STATEMENT,
  );
  return isStatement !== null || listsReturns(table);
}

/** Returns whether nearly every row says when something came back. */
export function listsReturns(table: SampledTable): boolean {
  return table.headers.some((header) => {
    if (!RETURNED_ON.test(foldedHeader(header))) return false;
    const cells = sampledCells(table, header);
    return cells.filter((cell) => cell !== '').length >= NEARLY_ALL * cells.length;
  });
}

/** Returns whether a header is this word, or has it as a part where the word tells as one. */
function isWord(name: string, word: string): boolean {
  const isTelling = word.length >= TELLING_LENGTH || /[ *]/.test(word) || runsTogether(word);
  return isTelling ? holdsWord(name, word) : name === word;
}

function pointsOfName(kind: NamedKind): number {
  return LOOSELY_NAMED.has(kind) ? LOOSE_NAME_POINTS : NAME_POINTS;
}
