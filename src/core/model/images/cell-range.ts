/** A range of pixels along one side; `to` is beyond it. */
export interface PixelRange {
  readonly from: number;
  readonly to: number;
}

/** Returns the pixels of one of `cells` equal parts of a range, at least one: the one it begins in. */
export function cellRange(cell: number, cells: number, { from, to }: PixelRange): PixelRange {
  const start = from + Math.floor((cell * (to - from)) / cells);
  const end = from + Math.floor(((cell + 1) * (to - from)) / cells);
  return { from: start, to: Math.max(start + 1, end) };
}
