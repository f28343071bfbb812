import type { FieldName } from '#core/launch/fields.ts';
import { foldedHeader } from '#core/base/text/folded-header.ts';
import type { Mapping } from './mapping.ts';
import { matchKnownHeaders } from './match-known-headers.ts';

const PRODUCT_FIELDS: readonly FieldName[] = [
  'productId',
  'title',
  'category',
  'brand',
  'listPrice',
  'unitCost',
  'firstStock',
];

/** The columns of a file of new products; attributes are keyed by their name in the history. */
export interface ProductMapping {
  readonly fields: Mapping['fields'];
  readonly attributes: Readonly<Record<string, string>>;
}

/** Returns where a history's own file has what is known of products before their launch. */
export function productsInHistory({ fields, attributes }: Mapping): ProductMapping {
  const known = [...PRODUCT_FIELDS, 'launchDate'] as const;
  const own = known.flatMap((field) => {
    const header = fields[field];
    return header === undefined ? [] : [[field, header] as const];
  });
  return {
    fields: Object.fromEntries(own),
    attributes: Object.fromEntries(attributes.map((name) => [name, name])),
  };
}

/**
 * Maps headers and attributes as in the history where their names are equal. Matches the other fields by words and
 * values. A planned launch date is known by its name in the history alone: catalogues have other dates.
 */
export function matchProductHeaders(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  history: Mapping,
): ProductMapping {
  const byName = new Map(headers.map((header) => [foldedHeader(header), header]));
  const attributes = Object.fromEntries(
    history.attributes.flatMap((attribute) => {
      const header = byName.get(foldedHeader(attribute));
      return header === undefined ? [] : [[attribute, header]];
    }),
  );
  const launchDate = byName.get(foldedHeader(history.fields.launchDate ?? ''));
  const taken = [...Object.values(attributes), ...(launchDate === undefined ? [] : [launchDate])];
  const fields = matchKnownHeaders({ headers, rows, history, fields: PRODUCT_FIELDS, taken });
  return { fields: launchDate === undefined ? fields : { ...fields, launchDate }, attributes };
}
