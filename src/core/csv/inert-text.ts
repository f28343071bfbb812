// Characters that show nothing themselves and change what stands around them: a seller's texts are shown, saved and compared
// without them. Programs drop, box or obey them as they like: https://www.unicode.org/reports/tr36/ and https://trojansource.codes.

/**
 * Controls other than white space; spaces of no width; marks that turn the direction of what follows (embeddings, overrides and
 * isolates); halves of a character; and what is no character at all, which XML refuses.
 */
const UNSEEN =
  /[\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\uFFFE\uFFFF]|(?!\s)\p{Cc}|\p{Cs}/gu;
/** Beside letters that run from right to left they say on which side a sign stands. */
const DIRECTION_MARKS = /[\u061C\u200E\u200F]/g;
const RIGHT_TO_LEFT =
  /[\u0590-\u061B\u061D-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

export function inertText(text: string): string {
  const seen = text.replace(UNSEEN, '');
  return RIGHT_TO_LEFT.test(seen) ? seen : seen.replace(DIRECTION_MARKS, '');
}

/** The beginning of a text that is longer, with no character torn apart. */
export function shortText(text: string, mostCharacters: number): string {
  if (text.length <= mostCharacters) return text;
  return `${text.slice(0, mostCharacters - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
