// Converts between text and UTF-8 with the language alone: TextEncoder belongs to browsers.

/** Encodes text. Throws URIError at a lone surrogate. */
export function utf8Of(text: string): Uint8Array<ArrayBuffer> {
  const escaped = encodeURIComponent(text);
  const bytes = new Uint8Array(escaped.length);
  let count = 0;
  for (let i = 0; i < escaped.length; i++) {
    const isEscape = escaped[i] === '%';
    bytes[count++] = isEscape
      ? Number.parseInt(escaped.slice(i + 1, i + 3), 16)
      : escaped.charCodeAt(i);
    if (isEscape) i += 2;
  }
  return bytes.slice(0, count);
}

/** Decodes bytes. Throws URIError where they are not valid UTF-8. */
export function textOfUtf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += BYTES_AT_ONCE) {
    parts.push(Array.from(bytes.subarray(i, i + BYTES_AT_ONCE), escapeOf).join(''));
  }
  return decodeURIComponent(parts.join(''));
}
const BYTES_AT_ONCE = 65_536;

const LAST_ASCII = 0x7f;
const PERCENT = 0x25;
const ESCAPES = Array.from({ length: 256 }, (_, byte) =>
  byte === PERCENT || byte > LAST_ASCII
    ? `%${byte.toString(16).padStart(2, '0')}`
    : String.fromCharCode(byte),
);
const escapeOf = (byte: number): string => ESCAPES[byte]!;
