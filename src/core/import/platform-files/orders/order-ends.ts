import type { CodedColumn } from '#core/import/csv/coded-column.ts';

interface Ended {
  /** 1 if the order was closed, was not paid, or cancels another order. */
  readonly isClosed: Uint8Array;
  /** 1 if all of the money was paid back. */
  readonly isPaidBack: Uint8Array;
  /** The day on which the order left, or the number of its parcel; null in a file that does not tell. */
  readonly dispatched: CodedColumn | null;
}

export interface OrderEnds {
  readonly isCancelled: Uint8Array;
  /** 1 if all of it came back. */
  readonly isReturned: Uint8Array;
  /** 1 if the file says that it left. */
  readonly hasLeft: Uint8Array;
}

/**
 * Tells orders that ended before they left, by which nothing was sold, from goods that came back: some platforms close
 * both in the same way.
 */
export function orderEnds({ isClosed, isPaidBack, dispatched }: Ended): OrderEnds {
  if (dispatched === null)
    return {
      isCancelled: isClosed,
      isReturned: isPaidBack,
      hasLeft: new Uint8Array(isClosed.length),
    };
  const tells = dispatched.texts.map((text) => /\d/.test(text));
  const hasLeft = Uint8Array.from(dispatched.codes, (code) => Number(tells[code]));
  const hasEnded = isClosed.map((closed, row) => closed | isPaidBack[row]!);
  return {
    isCancelled: hasEnded.map((ended, row) => (hasLeft[row] === 1 ? 0 : ended)),
    isReturned: hasEnded.map((ended, row) => (hasLeft[row] === 1 ? ended : 0)),
    hasLeft,
  };
}
