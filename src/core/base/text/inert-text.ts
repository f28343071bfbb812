// Characters that are invisible and change the text around them. A seller's texts are shown, saved and compared without
// them. Programs drop them, draw boxes or obey them: https://www.unicode.org/reports/tr36/ and
// https://trojansource.codes.

/**
 * Controls other than white space, spaces of no width, and marks that change the direction of the following text
 * (embeddings, overrides and isolates). Also lone surrogates and noncharacters, which XML refuses.
 */
const UNSEEN =
  /[\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\uFFFE\uFFFF]|(?!\s)\p{Cc}|\p{Cs}/gu;
/** Next to letters that run from right to left, these marks decide on which side a sign appears. */
const DIRECTION_MARKS = /[\u061C\u200E\u200F]/g;
const RIGHT_TO_LEFT =
  /[\u0590-\u061B\u061D-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Removes invisible characters. Direction marks stay in texts with letters that run from right to left. */
export function inertText(text: string): string {
  const seen = text.replace(UNSEEN, '');
  return RIGHT_TO_LEFT.test(seen) ? seen : seen.replace(DIRECTION_MARKS, '');
}

/** Shortens a longer text to this many UTF-16 units, the last of them "…", without splitting a character. */
export function shortText(text: string, mostCharacters: number): string {
  if (text.length <= mostCharacters) return text;
  return `${text.slice(0, mostCharacters - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
