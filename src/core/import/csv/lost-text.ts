/** The replacement character, in place of bytes that are not text. */
export const LOST = '\uFFFD';
const BEFORE = 30;

/** Returns the text from 30 characters before its first replacement character. */
export function aroundLost(text: string): string {
  const from = text.indexOf(LOST) - BEFORE;
  return from > 0 ? `…${text.slice(from).replace(/^[\uDC00-\uDFFF]/, '')}` : text;
}
