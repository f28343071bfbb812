// Reads the head of an Arrow message and checks it before the package does. The package allocates as many list entries
// as a damaged count asks for: https://github.com/apache/arrow/tree/main/format (Message.fbs and Schema.fbs)

import type { FlatTable } from './flat-table.ts';

export type ArrowKind = 'schema' | 'dictionary' | 'rows';

export interface ArrowDictionary {
  readonly id: bigint;
  /** Whether its words are appended to those before (a delta). */
  readonly isMore: boolean;
  readonly wordCount: number;
}

export interface ArrowHead {
  readonly kind: ArrowKind;
  readonly bodyLength: number;
  /** null unless the message holds a dictionary. */
  readonly dictionary: ArrowDictionary | null;
}

const KINDS: readonly (ArrowKind | undefined)[] = [undefined, 'schema', 'dictionary', 'rows'];
const MESSAGE = { kind: 6, header: 8, bodyLength: 10 } as const;
const SCHEMA = { fields: 6, notes: 8 } as const;
const FIELD = { typeKind: 8, type: 10, children: 14, notes: 16 } as const;
const UNION = { kind: 14, ids: 6 } as const;
const DICTIONARY = { id: 4, rows: 6, isDelta: 8 } as const;
const ROWS = { nodes: 6, buffers: 8, variadic: 12 } as const;
/** Bytes of one list entry: two numbers of eight bytes, one such number, or the offset of a table. */
const [PAIR_BYTES, LONG_BYTES, PLACE_BYTES] = [16, 8, 4] as const;
/** Most levels of nested groups; a damaged offset may point back. */
const MOST_DEPTH = 32;
const MOST_FIELDS = 20_000;

/** Reads the head of a schema, dictionary or batch of rows. Throws for any other message, and for damaged counts. */
export function readHead(message: FlatTable): ArrowHead {
  const kind = KINDS[message.uint8(MESSAGE.kind)];
  const header = message.table(MESSAGE.header);
  const bodyLength = Number(message.int64(MESSAGE.bodyLength));
  if (!kind || !header || bodyLength < 0)
    throw new Error('expected the head of a table, got another');
  if (kind === 'schema') requireSchema(header);
  if (kind === 'rows') longestOf(header);
  return { kind, bodyLength, dictionary: kind === 'dictionary' ? dictionaryOf(header) : null };
}

function requireSchema(schema: FlatTable): void {
  let left = MOST_FIELDS;
  const walk = (fields: readonly FlatTable[], depth: number): void => {
    left -= fields.length;
    if (left < 0 || depth > MOST_DEPTH) throw new Error('expected fewer fields, got more');
    for (const field of fields) {
      field.tables(FIELD.notes);
      if (field.uint8(FIELD.typeKind) === UNION.kind)
        field.table(FIELD.type)?.numbers(UNION.ids, PLACE_BYTES);
      walk(field.tables(FIELD.children), depth + 1);
    }
  };
  schema.tables(SCHEMA.notes);
  walk(schema.tables(SCHEMA.fields), 0);
}

function dictionaryOf(header: FlatTable): ArrowDictionary {
  const rows = header.table(DICTIONARY.rows);
  if (!rows) throw new Error('expected the words of a dictionary, got none');
  return {
    ...{ id: header.int64(DICTIONARY.id), isMore: header.uint8(DICTIONARY.isDelta) === 1 },
    wordCount: longestOf(rows),
  };
}

/** Returns the rows of the longest column. Throws where a column claims more buffers than there are. */
function longestOf(rows: FlatTable): number {
  const buffers = rows.numbers(ROWS.buffers, PAIR_BYTES);
  const variadic = rows.numbers(ROWS.variadic, LONG_BYTES);
  if (!variadic.every((count) => count >= 0 && count <= buffers.length))
    throw new Error('expected no more buffers than there are, got more');
  return rows.numbers(ROWS.nodes, PAIR_BYTES).reduce((most, count) => Math.max(most, count), 0);
}
