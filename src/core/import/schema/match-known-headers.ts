import type { FieldName } from '#core/launch/fields.ts';
import { foldedHeader } from '#core/base/text/folded-header.ts';
import type { Mapping } from './mapping.ts';
import { columnsOf, matchFields, sampleColumns } from './match-headers.ts';

interface KnownHeaders {
  readonly headers: readonly string[];
  /** The first rows as text. */
  readonly rows: readonly (readonly string[])[];
  readonly history: Mapping;
  /** Fields that the file may hold. */
  readonly fields: readonly FieldName[];
  /** Headers that already have another meaning. */
  readonly taken?: Iterable<string>;
}

/** Maps headers as in the history where their names are equal. Matches the rest by words and values. */
export function matchKnownHeaders({
  headers,
  rows,
  history,
  fields,
  taken = [],
}: KnownHeaders): Mapping['fields'] {
  const byName = new Map(headers.map((header) => [foldedHeader(header), header]));
  const known: Mapping['fields'] = Object.fromEntries(
    fields.flatMap((field) => {
      const header = byName.get(foldedHeader(history.fields[field] ?? ''));
      return header === undefined ? [] : [[field, header]];
    }),
  );
  const settled = new Set([...Object.values(known), ...taken]);
  const free = sampleColumns(headers, rows).filter(({ header }) => !settled.has(header));
  const open = fields.filter((field) => known[field] === undefined);
  return { ...columnsOf(matchFields(free, open)), ...known };
}
