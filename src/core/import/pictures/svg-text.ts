/** Bytes at the beginning that are looked at. */
const LOOKED_BYTES = 4_096;
const ROOT = /^<(?:\w+:)?svg(?:[\s>/]|$)/i;
/** What may stand before the root of an XML document, by its first letters, and what ends it. */
const BEFORE = [
  ['<?', '?>'],
  ['<!--', '-->'],
] as const;
const TYPE = '<!';

/** Returns whether bytes begin an SVG drawing, in UTF-8 or UTF-16. It may run scripts, so nothing ever decodes it. */
export function looksLikeSvg(bytes: Uint8Array): boolean {
  // Latin letters in UTF-16 have a zero beside each.
  const letters = bytes.subarray(0, LOOKED_BYTES).filter((byte) => byte !== 0 && byte < 0x80);
  let text = String.fromCharCode(...letters).trimStart();
  while (text.startsWith('<?') || text.startsWith(TYPE)) {
    const end = endBeforeRoot(text);
    if (end === 0) return false;
    text = text.slice(end).trimStart();
  }
  return ROOT.test(text);
}

/** Returns the end of an instruction, a comment or a document type; 0 where it does not end. */
function endBeforeRoot(text: string): number {
  const [, end] = BEFORE.find(([start]) => text.startsWith(start)) ?? [];
  if (end !== undefined) return text.includes(end) ? text.indexOf(end) + end.length : 0;
  const close = text.indexOf('>');
  const list = text.indexOf('[');
  if (list < 0 || close < list) return close + 1;
  const listEnd = text.indexOf(']', list);
  return listEnd < 0 ? 0 : text.indexOf('>', listEnd) + 1;
}
