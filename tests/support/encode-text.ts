import type { Encoding } from '#core/import/csv/encoding.ts';

/** Encodes a text; UTF-16 starts with a byte order mark. Throws where the encoding lacks a character. */
export function encodeText(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return utf16(text, encoding);
  const table = tableOf(encoding);
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = table.get(character);
      if (!bytes) throw new Error(`expected a character of ${encoding}, got ${character}`);
      return bytes;
    }),
  );
}

function utf16(text: string, encoding: 'utf-16le' | 'utf-16be'): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  const isLittle = encoding === 'utf-16le';
  view.setUint16(0, 0xfeff, isLittle);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + 2 * i, text.charCodeAt(i), isLittle);
  return bytes;
}

const tables = new Map<Encoding, ReadonlyMap<string, number[]>>();

/**
 * Returns the bytes of each character. Node encodes UTF-8 only but decodes the others, so one and two bytes are
 * decoded.
 */
function tableOf(encoding: Encoding): ReadonlyMap<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  const add = (bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if (Array.from(text).length === 1 && text !== '\uFFFD' && !table.has(text))
      table.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte++) add([byte]);
  if (encoding !== 'windows-1252')
    for (let first = 0x81; first < 0xff; first++)
      for (let second = 0x40; second < 0xff; second++) add([first, second]);
  tables.set(encoding, table);
  return table;
}
