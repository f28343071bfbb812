/**
 * Removes invisible typographic characters, such as the joiner in a range, because some programs draw them as boxes.
 * Non-breaking spaces become plain spaces.
 */
export function asPlainText(text: string): string {
  return text.replace(/[\u2060\u2066-\u2069]/g, '').replaceAll('\u00A0', ' ');
}
