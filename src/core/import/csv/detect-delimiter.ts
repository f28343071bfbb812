import { DELIMITERS, type Delimiter } from './delimiter.ts';

const RECORDS_LOOKED_AT = 50;
/**
 * Breaks ties between delimiters that fit equally well, in favour of more columns. It never outweighs 2% of the
 * records.
 */
const COLUMN_BONUS = 0.0002;
const MOST_COLUMNS = 100;
const LEAST_SHARE = 0.5;

/**
 * Returns the delimiter that splits the records of a sample most consistently.
 * It compares cell counts with the header's, then with the commonest count. The default is a comma.
 */
export function detectDelimiter(sample: string): Delimiter {
  const counts = DELIMITERS.map((delimiter) => countCells(sample, delimiter));
  return best(counts, fitToFirst) ?? best(counts, fitToMost) ?? ',';
}

type Fit = (counts: readonly number[]) => number;

function best(counts: readonly (readonly number[])[], fit: Fit): Delimiter | null {
  const fits = counts.map(fit);
  const most = Math.max(...fits);
  return most > 0 ? DELIMITERS[fits.indexOf(most)]! : null;
}

/** Returns 0 below a share of one half: the first record is then not a header but a line above the table. */
function fitToFirst(counts: readonly number[]): number {
  const fit = fitTo(counts[0] ?? 1, counts);
  return fit >= LEAST_SHARE ? fit : 0;
}

function fitToMost(counts: readonly number[]): number {
  return Math.max(0, ...[...new Set(counts)].map((columns) => fitTo(columns, counts)));
}

function fitTo(columns: number, counts: readonly number[]): number {
  if (columns < 2) return 0;
  const share = counts.filter((count) => count === columns).length / counts.length;
  return share + COLUMN_BONUS * Math.min(columns, MOST_COLUMNS);
}

/**
 * Counts the cells of each of the first records, without blank ones. Delimiters and line breaks inside quotes do not
 * split.
 */
export function countCells(sample: string, delimiter: Delimiter): number[] {
  const counts: number[] = [];
  let cells = 1;
  let quoted = false;
  let cellStart = 0;
  let recordStart = 0;
  for (let i = 0; i < sample.length && counts.length < RECORDS_LOOKED_AT; i++) {
    const character = sample[i]!;
    if (character === '"' && (quoted || i === cellStart)) quoted = !quoted;
    else if (quoted) continue;
    else if (character === delimiter) {
      cells += 1;
      cellStart = i + 1;
    } else if (character === '\n') {
      if (i > recordStart) counts.push(cells);
      cells = 1;
      cellStart = recordStart = i + 1;
    }
  }
  // The last record may be cut off, so it counts only if it is the only one.
  if (counts.length === 0 && sample.length > recordStart) counts.push(cells);
  return counts;
}
