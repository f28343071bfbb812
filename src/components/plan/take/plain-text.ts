/** Characters that only set type, such as the joiner in a range, are drawn as boxes by some programs that get a text. */
export function plainText(text: string): string {
  return text.replace(/[\u2060\u2066-\u2069]/g, '').replaceAll('\u00A0', ' ');
}
