import type { CodedColumn } from '#core/import/csv/coded-column.ts';
import type { ExportFormat } from '../export-format.ts';

interface SignsOfCancelling {
  readonly orderId: CodedColumn;
  /** State columns. There can be several, such as the states of the order and of its item. */
  readonly states: readonly CodedColumn[];
  /** Any content means that the order was cancelled. */
  readonly cancelledAt: CodedColumn;
}

/** Flags rows whose order was cancelled, was not paid, or cancels another order. */
export function cancelledOrders(
  { orderId, states, cancelledAt }: SignsOfCancelling,
  { notSold = [], cancelPrefix = '' }: Pick<ExportFormat, 'notSold' | 'cancelPrefix'>,
): Uint8Array {
  const isCancelled = rowsInState(states, notSold, orderId.codes.length);
  mark(isCancelled, cancelledAt, (text) => text !== '');
  if (cancelPrefix !== '') {
    const prefix = folded(cancelPrefix);
    mark(isCancelled, orderId, (text) => folded(text).startsWith(prefix));
  }
  return isCancelled;
}

/** Flags rows whose order is not paid yet, and may never be. */
export function pendingOrders(
  { orderId, states }: Pick<SignsOfCancelling, 'orderId' | 'states'>,
  { pending = [] }: Pick<ExportFormat, 'pending'>,
): Float64Array {
  return Float64Array.from(rowsInState(states, pending, orderId.codes.length));
}

/** Flags rows in which any state begins with one of these texts, ignoring case. */
export function rowsInState(
  states: readonly CodedColumn[],
  beginnings: readonly string[],
  rowCount: number,
): Uint8Array {
  const wanted = beginnings.map(folded);
  const isIn = new Uint8Array(rowCount);
  for (const state of states)
    mark(isIn, state, (text) => {
      const written = folded(text);
      return wanted.some((beginning) => written.startsWith(beginning));
    });
  return isIn;
}

function mark(
  marks: Uint8Array,
  { texts, codes }: CodedColumn,
  says: (text: string) => boolean,
): void {
  const isMarked = texts.map(says);
  if (!isMarked.includes(true)) return;
  codes.forEach((code, row) => {
    if (isMarked[code]) marks[row] = 1;
  });
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
