// Groups texts of similar length into batches, so that little is computed for padding.

export interface TokenBatch {
  /** Indexes of the texts. */
  readonly rows: readonly number[];
  /** Tokens of each text, at most `length`. */
  readonly tokens: readonly (readonly number[])[];
  readonly length: number;
}

/** Tokens of a batch, padding included: enough to keep a backend busy, few enough to pause often between batches. */
const BATCH_TOKENS = 1024;
const FINE_LENGTH = 16;
const COARSE_STEP = 8;

/** Returns batches of all texts that have tokens, short ones first. */
export function tokenBatches(texts: readonly (readonly number[])[]): TokenBatch[] {
  const buckets = new Map<number, number[]>();
  texts.forEach(({ length }, row) => {
    if (length === 0) return;
    const bucket = bucketLength(length);
    const rows = buckets.get(bucket);
    if (rows) rows.push(row);
    else buckets.set(bucket, [row]);
  });
  return Array.from(buckets)
    .sort(([a], [b]) => a - b)
    .flatMap(([length, rows]) => batchesOf(length, rows, texts));
}

/**
 * Short texts, which are most, share a batch with texts of the same length; longer ones with lengths up to the next
 * multiple of 8.
 */
function bucketLength(length: number): number {
  return length <= FINE_LENGTH ? length : Math.ceil(length / COARSE_STEP) * COARSE_STEP;
}

function batchesOf(
  length: number,
  rows: readonly number[],
  texts: readonly (readonly number[])[],
): TokenBatch[] {
  const size = Math.max(1, Math.floor(BATCH_TOKENS / length));
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => {
    const part = rows.slice(i * size, (i + 1) * size);
    return { rows: part, tokens: part.map((row) => texts[row]!), length };
  });
}
