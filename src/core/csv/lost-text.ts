/** Stands where bytes were no text. */
export const LOST = '\uFFFD';
const BEFORE = 30;

/** A text from shortly before its first �. */
export function aroundLost(text: string): string {
  const from = text.indexOf(LOST) - BEFORE;
  return from > 0 ? `…${text.slice(from).replace(/^[\uDC00-\uDFFF]/, '')}` : text;
}
