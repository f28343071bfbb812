/** One of the tables that a workbook or a zip holds. A plain file of text has none. */
export interface FilePart {
  readonly name: string;
  readonly kind: 'sheet' | 'table';
  /** Unpacked. */
  readonly sizeBytes: number;
  readonly isRead: boolean;
  /** Its owner has put it out of sight. */
  readonly isHidden: boolean;
  readonly isEmpty: boolean;
}

/** What was left, of all that holds something. */
export function partsNotRead(parts: readonly FilePart[]): readonly FilePart[] {
  return parts.filter(({ isRead, isEmpty }) => !isRead && !isEmpty);
}
