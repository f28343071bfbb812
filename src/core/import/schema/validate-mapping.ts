import { IssueLog } from '../csv/issue-log.ts';
import type { Issue } from '../csv/issues.ts';
import { FIELD_NAMES, type FieldName } from '#core/launch/fields.ts';
import type { Mapping } from './mapping.ts';

/** Returns the problems of reading a launch table with this mapping; empty if there are none. */
export function validateMapping(mapping: Mapping, headers: readonly string[]): Issue[] {
  const log = new IssueLog();
  const error = 'error' as const;
  const uses = usesOf(mapping);
  const seen = new Set<string>();
  for (const { field, column } of uses) {
    if (seen.has(column)) log.note({ kind: 'column-mapped-twice', severity: error, column }, 1);
    seen.add(column);
    if (headers.includes(column)) continue;
    log.note({ kind: 'column-missing', severity: error, field, column }, 1);
  }
  const { launchDate, units, orders } = mapping.fields;
  if (launchDate === undefined) {
    log.note({ kind: 'no-launch-date-column', severity: error, field: 'launchDate' }, 1);
  }
  if (units === undefined && orders === undefined) {
    log.note({ kind: 'no-outcome-column', severity: error, field: 'units' }, 1);
  }
  return log.issues();
}

interface Use {
  readonly field: FieldName | null;
  readonly column: string;
}

function usesOf({ fields, attributes }: Mapping): Use[] {
  const mapped = FIELD_NAMES.flatMap((field): Use[] => {
    const column = fields[field];
    return column === undefined ? [] : [{ field, column }];
  });
  return [...mapped, ...attributes.map((column): Use => ({ field: null, column }))];
}
