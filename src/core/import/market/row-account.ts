import type { MarketAccount, MarketLack } from './market.ts';

/** Counts what became of each row. A row is read if anything of it is; else its first reason counts. */
export class RowAccount {
  readonly #rowCount: number;
  readonly #lacks = new Map<number, MarketLack>();
  readonly #read: Uint8Array;

  constructor(rowCount: number) {
    this.#rowCount = rowCount;
    this.#read = new Uint8Array(rowCount);
  }

  keep(row: number): void {
    this.#read[row] = 1;
  }

  leaveOut(row: number, lack: MarketLack): void {
    if (!this.#lacks.has(row)) this.#lacks.set(row, lack);
  }

  /** Returns the rows that have a name which no row above has, and counts the others. */
  uniqueRows(nameAt: (row: number) => string): number[] {
    const seen = new Set<string>();
    return Array.from({ length: this.#rowCount }, (_, row) => row).filter((row) => {
      const name = nameAt(row);
      const isNew = name !== '' && !seen.has(name);
      seen.add(name);
      if (isNew) this.keep(row);
      else this.leaveOut(row, name === '' ? 'no-name' : 'repeated');
      return isNew;
    });
  }

  account(otherColumns: readonly string[]): MarketAccount {
    const leftOut: Partial<Record<MarketLack, number>> = {};
    for (const [row, lack] of this.#lacks)
      if (this.#read[row] === 0) leftOut[lack] = (leftOut[lack] ?? 0) + 1;
    const read = this.#read.reduce((count, isRead) => count + isRead, 0);
    return { rows: this.#rowCount, read, leftOut, otherColumns };
  }
}
