// Finds sentinel values: databases and spreadsheets write −1, 999 or 0000 for "not known". Such a value repeats and
// lies far from all others.

/** −1, −9, −99, 999, 9999 and so on. 99 is not one: it is a price. */
const STAND_IN = /^(?:-1|-9+|9{3,})$/;
const ZEROS = /^0{3,}$/;
const PADDED = /^0\d*[1-9]/;
/** Least number of rows, or least share of them, that hold the value. At least two rows are always needed. */
const ENOUGH_ROWS = 3;
const ENOUGH_SHARE = 0.02;
/** Least factor above all other values. */
const APART = 3;

interface DistinctCells {
  readonly texts: readonly string[];
  /** The number that each text means; NaN if it is none. */
  readonly values: ArrayLike<number>;
  /** Number of rows that hold each text. */
  readonly counts: ArrayLike<number>;
}

/** Returns the indices of the distinct texts of a number column that mean "not known". */
export function sentinelTexts({ texts, values, counts }: DistinctCells): ReadonlySet<number> {
  const rowsOf = new Map<number, number>();
  let rowCount = 0;
  texts.forEach((_, place) => {
    const value = values[place]!;
    if (Number.isNaN(value)) return;
    rowsOf.set(value, (rowsOf.get(value) ?? 0) + counts[place]!);
    rowCount += counts[place]!;
  });
  const isRepeated = (rows: number): boolean =>
    rows >= ENOUGH_ROWS || (rows > 1 && rows >= ENOUGH_SHARE * rowCount);
  const standIns = apart(
    [...rowsOf].flatMap(([value, rows]) =>
      STAND_IN.test(String(value)) && isRepeated(rows) ? [value] : [],
    ),
    rowsOf,
  );
  const arePadded = texts.some((text) => PADDED.test(text));
  return new Set(
    [...texts.keys()].filter(
      (place) =>
        standIns.has(values[place]!) ||
        (!arePadded && ZEROS.test(texts[place]!) && isRepeated(counts[place]!)),
    ),
  );
}

/** Returns the candidates that lie below every other value, or far above. */
function apart(candidates: readonly number[], rowsOf: ReadonlyMap<number, number>): Set<number> {
  if (candidates.length === 0) return new Set();
  const others = [...rowsOf.keys()].filter((value) => !candidates.includes(value));
  if (others.length === 0) return new Set();
  const lowest = others.reduce((low, value) => Math.min(low, value));
  const highest = others.reduce((high, value) => Math.max(high, value));
  return new Set(
    candidates.filter((value) => (value < 0 ? value < lowest : value > APART * highest)),
  );
}
