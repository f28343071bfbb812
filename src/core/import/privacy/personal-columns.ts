// Finds columns with people's names, addresses and payment cards, as in lists of orders and customers. Debut does not
// need them, so they are found before a file is stored: by header or by values.

import { cleanCell, isMissing } from '../values/read-text.ts';
import { FIELD_NAMES } from '#core/launch/fields.ts';
import { headerFit } from '../schema/header-score.ts';
import { personalHeader, type PersonalKind } from './personal-headers.ts';
import { personalValue, type ValueKind } from './personal-values.ts';

export interface PersonalColumn {
  readonly header: string;
  readonly kind: PersonalKind;
  readonly reason: 'header' | 'values';
}

const LEAST_SHARE = 0.3;
/** A single value can look like anything. */
const LEAST_VALUES = 2;
const VALUES_LOOKED_AT = 500;

/** Returns the columns with personal data, judging by their headers and by the first 500 rows. */
export function findPersonalColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): PersonalColumn[] {
  return headers.flatMap((header, index): PersonalColumn[] => {
    const told = personalHeader(header);
    if (told) return [{ header, kind: told, reason: 'header' }];
    const seen = kindOfValues(header, valuesAt(rows, index));
    return seen ? [{ header, kind: seen, reason: 'values' }] : [];
  });
}

function valuesAt(rows: readonly (readonly string[])[], index: number): string[] {
  return rows
    .slice(0, VALUES_LOOKED_AT)
    .map((row) => cleanCell(row[index] ?? ''))
    .filter((value) => !isMissing(value));
}

function kindOfValues(header: string, values: readonly string[]): ValueKind | null {
  const counts = new Map<ValueKind, number>();
  for (const value of values) {
    const kind = personalValue(value);
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const enough = Math.max(LEAST_VALUES, LEAST_SHARE * values.length);
  const [kind] = [...counts].find(([, count]) => count >= enough) ?? [null];
  // Item numbers and amounts can look like phone or card numbers, but not like e-mail addresses.
  return kind !== null && kind !== 'email' && isFieldName(header) ? null : kind;
}

function isFieldName(header: string): boolean {
  return FIELD_NAMES.some((field) => headerFit(field, header) !== null);
}
