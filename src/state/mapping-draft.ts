import type { Issue } from '#core/csv/issues.ts';
import { FIELD_NAMES, type FieldName } from '#core/schema/fields.ts';
import type { Mapping } from '#core/schema/mapping.ts';

/** The mapping with one field read from another column, or from none. */
export function assignColumn(mapping: Mapping, field: FieldName, header: string | null): Mapping {
  const others = Object.entries(mapping.fields).filter(([name]) => name !== field);
  const fields = Object.fromEntries(header === null ? others : [...others, [field, header]]);
  return { fields, attributes: mapping.attributes.filter((attribute) => attribute !== header) };
}

export function toggleAttribute(mapping: Mapping, header: string): Mapping {
  const attributes = mapping.attributes.includes(header)
    ? mapping.attributes.filter((attribute) => attribute !== header)
    : [...mapping.attributes, header];
  return { fields: mapping.fields, attributes };
}

/** Fields that read a column which another field reads too: all of them, so that each can be marked. */
export function clashingFields(mapping: Mapping): ReadonlySet<FieldName> {
  const mapped = FIELD_NAMES.filter((field) => mapping.fields[field] !== undefined);
  return new Set(
    mapped.filter((field) =>
      mapped.some((other) => other !== field && mapping.fields[other] === mapping.fields[field]),
    ),
  );
}

const LEARNT_OUTCOMES: readonly FieldName[] = ['units'];
/** Kinds that depend on the choice of columns, and are found anew whenever it changes. */
const MAPPING_KINDS: ReadonlySet<Issue['kind']> = new Set<Issue['kind']>([
  'no-launch-date-column',
  'no-outcome-column',
  'column-mapped-twice',
  'field-mapped-twice',
  'columns-not-used',
]);

/** What stands in the way of the import, with what was found in the file besides. */
export function draftIssues(mapping: Mapping, found: readonly Issue[]): readonly Issue[] {
  const problems = [
    mapping.fields.launchDate === undefined && error('no-launch-date-column', 'launchDate'),
    LEARNT_OUTCOMES.every((field) => mapping.fields[field] === undefined) &&
      error('no-outcome-column', 'units'),
    ...[...new Set([...clashingFields(mapping)].map((field) => mapping.fields[field]!))].map(
      (column) => ({ ...error('column-mapped-twice', null), column }),
    ),
  ];
  return [
    ...problems.filter((problem) => problem !== false),
    ...found.filter(({ kind }) => !MAPPING_KINDS.has(kind)),
  ];
}

function error(kind: Issue['kind'], field: FieldName | null): Issue {
  return { kind, severity: 'error', field, column: null, rows: [], rowCount: 0, sample: null };
}
