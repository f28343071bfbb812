// Remembers confirmed mappings. A shop's exports have the same headers every month, in any order, so the seller's
// choices apply to the next file too.

import { fingerprint } from '#core/base/bytes/fingerprint.ts';
import type { FieldMatches } from './field-match.ts';
import { FIELD_NAMES, type FieldName } from '#core/launch/fields.ts';
import { foldedHeader } from '#core/base/text/folded-header.ts';
import type { Mapping } from './mapping.ts';

const MOST_REMEMBERED = 50;

export interface RememberedMapping {
  readonly signature: number;
  readonly mapping: Mapping;
}

/** Returns a fingerprint that is equal for headers with the same names, in any order. */
export function headerSignature(headers: readonly string[]): number {
  return fingerprint(headers.map(foldedHeader).sort());
}

/** Adds a mapping as the newest. The oldest one beyond 50 is dropped. */
export function remember(
  known: readonly RememberedMapping[],
  headers: readonly string[],
  mapping: Mapping,
): readonly RememberedMapping[] {
  const signature = headerSignature(headers);
  const others = known.filter((each) => each.signature !== signature);
  return [{ signature, mapping }, ...others].slice(0, MOST_REMEMBERED);
}

/** Returns the mapping remembered for such headers, with the headers of this file; null if there is none. */
export function recall(
  known: readonly RememberedMapping[],
  headers: readonly string[],
): Mapping | null {
  const signature = headerSignature(headers);
  const found = known.find((each) => each.signature === signature);
  return found ? inWordsOf(headers, found.mapping) : null;
}

/** Returns the fields of a mapping as sure matches with the reason "remembered". */
export function rememberedMatches({ fields }: Mapping): FieldMatches {
  return Object.fromEntries(
    Object.entries(fields).map(([field, header]) => [
      field,
      { header, confidence: 'sure', reason: 'remembered' },
    ]),
  );
}

function inWordsOf(headers: readonly string[], { fields, attributes }: Mapping): Mapping {
  const byName = new Map(headers.map((header) => [foldedHeader(header), header]));
  const here = (header: string | undefined): string | undefined =>
    header === undefined || headers.includes(header) ? header : byName.get(foldedHeader(header));
  const kept = FIELD_NAMES.flatMap((field): [FieldName, string][] => {
    const header = here(fields[field]);
    return header === undefined ? [] : [[field, header]];
  });
  return {
    fields: Object.fromEntries(kept),
    attributes: attributes.flatMap((attribute) => here(attribute) ?? []),
  };
}
