/** One of the tables in a workbook or a zip. A plain text file has no parts. */
export interface FilePart {
  readonly name: string;
  readonly kind: 'sheet' | 'table';
  /** Size after unpacking. */
  readonly sizeBytes: number;
  readonly isRead: boolean;
  /** Whether the owner has hidden the sheet. */
  readonly isHidden: boolean;
  readonly isEmpty: boolean;
}

/** Returns the parts that have content but were not read. */
export function partsNotRead(parts: readonly FilePart[]): readonly FilePart[] {
  return parts.filter(({ isRead, isEmpty }) => !isRead && !isEmpty);
}
