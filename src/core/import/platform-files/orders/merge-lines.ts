import { numbersAt, placeIn, type CodedColumn } from '#core/import/csv/coded-column.ts';
import { joinNumbers } from '#core/import/csv/text-rows.ts';
import { LINE_NUMBERS, LINE_TEXTS } from './order-line-columns.ts';
import type { OrderLines } from './order-lines.ts';
import { takeLines } from './take-lines.ts';

interface MergedLines {
  readonly lines: OrderLines;
  /** Lines left out because another file has them too. */
  readonly overlap: number;
}

/** Fields that distinguish the lines of one order. */
const SAME_TEXTS = ['orderId', 'productId', 'sku', 'title', 'variant'] as const;
const SAME_NUMBERS = ['orderedAt', 'quantity', 'unitPrice'] as const;

/**
 * Merges the lines of several files, sorted by time, undated ones last. Downloads overlap, but an order may also
 * contain a line twice. So a line is kept as often as in the file that has it most often.
 */
export function mergeLines(files: readonly OrderLines[]): MergedLines {
  const [only] = files;
  const all = only && files.length === 1 ? only : joinedLines(files);
  const taken = only === all ? allOf(all) : withoutOverlap(all, fileOfLines(files));
  const sorted = byTime(taken, all.orderedAt);
  const isAsItStands = sorted === taken && taken.length === all.rowCount;
  return {
    lines: isAsItStands ? all : takeLines(all, sorted),
    overlap: all.rowCount - taken.length,
  };
}

function allOf({ rowCount }: OrderLines): Uint32Array {
  return Uint32Array.from({ length: rowCount }, (_, line) => line);
}

function joinedLines(files: readonly OrderLines[]): OrderLines {
  const texts = LINE_TEXTS.map(
    (name) => [name, joinedColumn(files.map((file) => file[name]))] as const,
  );
  const numbers = LINE_NUMBERS.map(
    (name) => [name, joinNumbers(files.map((file) => file[name]))] as const,
  );
  const rowCount = files.reduce((count, file) => count + file.rowCount, 0);
  const isCancelled = new Uint8Array(rowCount);
  let at = 0;
  for (const file of files) {
    isCancelled.set(file.isCancelled, at);
    at += file.rowCount;
  }
  return {
    rowCount,
    ...(Object.fromEntries(texts) as Record<(typeof LINE_TEXTS)[number], CodedColumn>),
    ...(Object.fromEntries(numbers) as Record<(typeof LINE_NUMBERS)[number], Float64Array>),
    isCancelled,
  };
}

function joinedColumn(columns: readonly CodedColumn[]): CodedColumn {
  const places = new Map<string, number>();
  const codes = new Uint32Array(columns.reduce((count, column) => count + column.codes.length, 0));
  let line = 0;
  for (const column of columns) {
    const placeOf = Uint32Array.from(column.texts, (text) => placeIn(places, text));
    for (const code of column.codes) codes[line++] = placeOf[code]!;
  }
  return { texts: [...places.keys()], codes };
}

function fileOfLines(files: readonly OrderLines[]): Uint32Array {
  const fileOf = new Uint32Array(files.reduce((count, file) => count + file.rowCount, 0));
  let at = 0;
  files.forEach(({ rowCount }, file) => {
    fileOf.fill(file, at, at + rowCount);
    at += rowCount;
  });
  return fileOf;
}

/** Returns the lines to keep. Only orders found in several files can overlap. */
function withoutOverlap(all: OrderLines, fileOf: Uint32Array): Uint32Array {
  const inSeveral = ordersInSeveral(all.orderId, fileOf);
  const isTaken = new Uint8Array(all.rowCount).fill(1);
  const byKey = new Map<string, number[]>();
  all.orderId.codes.forEach((order, line) => {
    if (!inSeveral[order]) return;
    const key = keyOf(all, line);
    const others = byKey.get(key);
    if (others) others.push(line);
    else byKey.set(key, [line]);
  });
  for (const group of byKey.values()) {
    if (group.length === 1) continue;
    const kept = fileToKeep(group, all, fileOf);
    for (const line of group) if (fileOf[line] !== kept) isTaken[line] = 0;
  }
  return Uint32Array.from(isTaken.keys()).filter((line) => isTaken[line] === 1);
}

function ordersInSeveral({ texts, codes }: CodedColumn, fileOf: Uint32Array): Uint8Array {
  const firstFile = new Int32Array(texts.length).fill(-1);
  const inSeveral = new Uint8Array(texts.length);
  codes.forEach((order, line) => {
    const file = fileOf[line]!;
    if (firstFile[order] === -1) firstFile[order] = file;
    else if (firstFile[order] !== file) inSeveral[order] = 1;
  });
  return inSeveral;
}

function keyOf(lines: OrderLines, line: number): string {
  const texts = SAME_TEXTS.map((name) => lines[name].codes[line]);
  const numbers = SAME_NUMBERS.map((name) => lines[name][line]);
  return [...texts, ...numbers].join(' ');
}

/**
 * Returns the file with the most of these lines. Ties go to the file with more cancelled lines, then with more refunds:
 * it shows more of what came later.
 */
function fileToKeep(group: readonly number[], all: OrderLines, fileOf: Uint32Array): number {
  const files = new Map<number, readonly [count: number, cancelled: number, refunded: number]>();
  for (const line of group) {
    const [count, cancelled, refunded] = files.get(fileOf[line]!) ?? [0, 0, 0];
    const more = [
      count + 1,
      cancelled + all.isCancelled[line]!,
      refunded + all.refunded[line]!,
    ] as const;
    files.set(fileOf[line]!, more);
  }
  const [best] = [...files].toSorted(([, a], [, b]) => b[0] - a[0] || b[1] - a[1] || b[2] - a[2]);
  return best![0];
}

/** Sorts lines by time, stably: lines with the same time keep their order. */
function byTime(taken: Uint32Array, orderedAt: Float64Array): Uint32Array {
  const isSorted = taken.every(
    (line, i) => i === 0 || !isLater(orderedAt[taken[i - 1]!]!, orderedAt[line]!),
  );
  if (isSorted) return taken;
  const moments = numbersAt(orderedAt, taken).sort();
  const filled = new Uint32Array(taken.length);
  const sorted = new Uint32Array(taken.length);
  for (const line of taken) {
    const place = firstPlace(moments, orderedAt[line]!);
    sorted[place + filled[place]!++] = line;
  }
  return sorted;
}

/** Returns the index of the first sorted time that is not earlier (binary search). */
function firstPlace(moments: Float64Array, moment: number): number {
  let [from, until] = [0, moments.length];
  while (from < until) {
    const middle = (from + until) >>> 1;
    if (isLater(moment, moments[middle]!)) from = middle + 1;
    else until = middle;
  }
  return from;
}

function isLater(a: number, b: number): boolean {
  return a > b || (Number.isNaN(a) && !Number.isNaN(b));
}
