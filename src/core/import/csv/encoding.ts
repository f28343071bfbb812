// Files do not state their encoding. Text in another encoding is almost never valid UTF-8 by chance, so UTF-8 is tried
// first. The other encodings are distinguished by the bytes that their languages use.

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'shift_jis',
  'windows-1252',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Whether bytes are text in an encoding. They may be cut off in the middle of a character. */
export type CanDecode = (bytes: Uint8Array, encoding: Encoding) => boolean;

/** Returns the likeliest encoding of the bytes, or null if they are not text. */
export function detectEncoding(bytes: Uint8Array, canDecode: CanDecode): Encoding | null {
  const marked = byteOrderMark(bytes) ?? utf16Pattern(bytes);
  if (marked) return marked;
  if (isBinary(bytes)) return null;
  if (canDecode(bytes, 'utf-8')) return 'utf-8';
  if (isWestern(bytes)) return 'windows-1252';
  const chinese = chineseShare(bytes);
  const japanese = japaneseShare(bytes);
  const likely: readonly Encoding[] =
    japanese > chinese ? ['shift_jis', 'gb18030'] : ['gb18030', 'shift_jis'];
  return likely.find((encoding) => canDecode(bytes, encoding)) ?? 'windows-1252';
}

/**
 * Returns whether all bytes are ASCII. Aligned bytes are read four at a time, because files can be hundreds of
 * megabytes.
 */
export function isAscii(bytes: Uint8Array): boolean {
  const words = bytes.byteOffset % 4 === 0 ? Math.floor(bytes.length / 4) : 0;
  let seen = 0;
  for (const word of new Uint32Array(bytes.buffer, words > 0 ? bytes.byteOffset : 0, words))
    seen |= word;
  for (let i = 4 * words; i < bytes.length; i++) if (bytes[i]! >= 0x80) return false;
  return (seen & 0x80808080) === 0;
}

/** Returns the length of a UTF-8 byte order mark at the beginning, in bytes; 0 if there is none. */
export function byteOrderMarkLength([first, second, third]: Uint8Array): number {
  return first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
}

function byteOrderMark(bytes: Uint8Array): Encoding | null {
  if (byteOrderMarkLength(bytes) > 0) return 'utf-8';
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/**
 * Detects UTF-16 without a byte order mark: Latin text has a zero byte for nearly every letter, always on the same
 * side.
 */
function utf16Pattern(bytes: Uint8Array): Encoding | null {
  const pairs = Math.floor(bytes.length / 2);
  const zeros = [0, 0];
  for (let i = 0; i < 2 * pairs; i++) if (bytes[i] === 0) zeros[i % 2]! += 1;
  const [even, odd] = zeros as [number, number];
  if (bytes.filter((byte) => byte > 0 && isControl(byte)).length > 0.05 * bytes.length) return null;
  if (odd > 0.4 * pairs && even < 0.02 * pairs) return 'utf-16le';
  return even > 0.4 * pairs && odd < 0.02 * pairs ? 'utf-16be' : null;
}

/**
 * Returns whether bytes are not text: text has no NUL and hardly any controls except tab, line feed, form feed and
 * carriage return.
 */
function isBinary(bytes: Uint8Array): boolean {
  const controls = bytes.filter(isControl);
  return controls.includes(0) || controls.length > 0.01 * bytes.length || isPdf(bytes);
}

function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d;
}

function isPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-';
}

/**
 * Detects windows-1252: accented letters stand alone or within a word of ASCII (é, Größe). The bytes that it leaves
 * undefined or hardly uses (‚ and ƒ) are the commonest first bytes of Japanese.
 */
function isWestern(bytes: Uint8Array): boolean {
  const implausible = new Set([0x81, 0x82, 0x83, 0x8d, 0x8f, 0x90, 0x9d]);
  let high = 0;
  let unlikely = 0;
  let runs = 0;
  let western = 0;
  for (let start = 0; start < bytes.length; start++) {
    if (!isHigh(bytes[start])) continue;
    let end = start + 1;
    while (isHigh(bytes[end])) end += 1;
    high += end - start;
    runs += 1;
    for (let i = start; i < end; i++) if (implausible.has(bytes[i]!)) unlikely += 1;
    if (end - start === 1 || isWithinWord(bytes, start, end)) western += 1;
    start = end;
  }
  return unlikely <= 0.02 * high && western >= 0.5 * runs;
}

/** Returns whether a run is two or three accented letters between two letters of ASCII. */
function isWithinWord(bytes: Uint8Array, start: number, end: number): boolean {
  const isAccented = bytes.subarray(start, end).every((byte) => byte >= 0xc0);
  return isAccented && end - start <= 3 && isLetter(bytes[start - 1]) && isLetter(bytes[end]);
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && /[a-z]/i.test(String.fromCharCode(byte));
}

function isHigh(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80;
}

/**
 * Returns the share of characters beyond ASCII that lie in the rows of GB 2312 for punctuation and everyday Chinese.
 */
function chineseShare(bytes: Uint8Array): number {
  return pairShare(bytes, (first, second) => {
    const everyday = (first >= 0xb0 && first <= 0xf7) || (first >= 0xa1 && first <= 0xa3);
    return everyday && second >= 0xa1 && second <= 0xfe;
  });
}

/**
 * Returns the share of characters beyond ASCII that lie in the rows of Shift_JIS for kana, punctuation and everyday
 * kanji.
 */
function japaneseShare(bytes: Uint8Array): number {
  return pairShare(bytes, (first, second) => {
    const everyday = (first >= 0x81 && first <= 0x83) || (first >= 0x88 && first <= 0x9f);
    return everyday && second >= 0x40 && second <= 0xfc;
  });
}

function pairShare(
  bytes: Uint8Array,
  isPlausible: (first: number, second: number) => boolean,
): number {
  let plausible = 0;
  let all = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (!isHigh(bytes[i])) continue;
    all += 1;
    if (i + 1 < bytes.length && isPlausible(bytes[i]!, bytes[i + 1]!)) {
      plausible += 1;
      i += 1;
    }
  }
  return all === 0 ? 0 : plausible / all;
}
