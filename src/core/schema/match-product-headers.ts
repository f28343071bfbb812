import type { FieldName } from './fields.ts';
import { headerName } from './header-name.ts';
import type { Mapping } from './mapping.ts';
import { columnsOf, matchFields, sampleColumns } from './match-headers.ts';

const PRODUCT_FIELDS: readonly FieldName[] = [
  'productId',
  'title',
  'category',
  'brand',
  'listPrice',
  'unitCost',
  'firstStock',
];

/** Which column of a file of new products holds what; attributes by the name they have in the history. */
export interface ProductMapping {
  readonly fields: Mapping['fields'];
  readonly attributes: Readonly<Record<string, string>>;
}

/** Headers that the history had mean the same here; the rest is matched by its words and values. */
export function matchProductHeaders(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  history: Mapping,
): ProductMapping {
  const byName = new Map(headers.map((header) => [headerName(header), header]));
  const known: Mapping['fields'] = Object.fromEntries(
    PRODUCT_FIELDS.flatMap((field) => {
      const header = byName.get(headerName(history.fields[field] ?? ''));
      return header === undefined ? [] : [[field, header]];
    }),
  );
  const attributes = Object.fromEntries(
    history.attributes.flatMap((attribute) => {
      const header = byName.get(headerName(attribute));
      return header === undefined ? [] : [[attribute, header]];
    }),
  );
  const taken = new Set([...Object.values(known), ...Object.values(attributes)]);
  const free = sampleColumns(headers, rows).filter(({ header }) => !taken.has(header));
  const open = PRODUCT_FIELDS.filter((field) => known[field] === undefined);
  return { fields: { ...columnsOf(matchFields(free, open)), ...known }, attributes };
}
