import type { FilePreview, UndecidedDate } from '#core/import/columns/import-report.ts';
import type { Issue } from '#core/import/csv/issues.ts';
import type { FieldMatch, FieldMatches } from '#core/import/schema/field-match.ts';
import { FIELD_NAMES, type FieldName } from '#core/launch/fields.ts';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import { horizonInHeader } from '#core/import/schema/horizon-in-header.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import { validateMapping } from '#core/import/schema/validate-mapping.ts';

export interface MappingDraft {
  readonly mapping: Mapping;
  readonly matches: FieldMatches;
  /** Personal columns that the seller wants to store all the same. */
  readonly kept: readonly string[];
}

/** Returns the proposed mapping. It keeps personal columns that it reads: the seller allowed them earlier. */
export function proposalOf({ mapping, matches, personal }: FilePreview): MappingDraft {
  const used = new Set([...Object.values(mapping.fields), ...mapping.attributes]);
  const kept = personal.map(({ header }) => header).filter((header) => used.has(header));
  return { mapping, matches, kept };
}

/** Returns the mapping with one field read from another column, or from none (null). */
export function assignColumn(mapping: Mapping, field: FieldName, header: string | null): Mapping {
  const others = Object.entries(mapping.fields).filter(([name]) => name !== field);
  const fields = Object.fromEntries(header === null ? others : [...others, [field, header]]);
  return { fields, attributes: mapping.attributes.filter((attribute) => attribute !== header) };
}

/** Returns the matches after the seller has chosen a column for a field. */
export function chooseMatch(
  matches: FieldMatches,
  field: FieldName,
  header: string | null,
): FieldMatches {
  const entries: [string, FieldMatch][] = Object.entries(matches);
  const others = entries.filter(([name]) => name !== field);
  if (header === null) return Object.fromEntries(others);
  return Object.fromEntries([...others, [field, { header, confidence: 'sure', reason: 'chosen' }]]);
}

/** Returns the mapping without a column, as a field and as an attribute. */
export function withoutColumn({ fields, attributes }: Mapping, header: string): Mapping {
  return {
    fields: Object.fromEntries(Object.entries(fields).filter(([, column]) => column !== header)),
    attributes: attributes.filter((attribute) => attribute !== header),
  };
}

/** Returns the matches without those of a column. */
export function withoutMatch(matches: FieldMatches, header: string): FieldMatches {
  const entries: [string, FieldMatch][] = Object.entries(matches);
  return Object.fromEntries(entries.filter(([, match]) => match.header !== header));
}

/**
 * Returns the choices whose columns are still there in a new reading, and the proposal for columns that were not there
 * before.
 */
export function carryOver(
  draft: MappingDraft,
  before: FilePreview,
  now: FilePreview,
): MappingDraft {
  const isNew = (header: string) => !before.headers.includes(header);
  const stays = (header: string) => now.headers.includes(header);
  const fieldsLeft = Object.entries(draft.mapping.fields).filter(([, header]) => stays(header));
  const left = Object.fromEntries(fieldsLeft) as Mapping['fields'];
  const taken = new Set([...Object.values(left), ...draft.mapping.attributes]);
  const proposed = FIELD_NAMES.flatMap((field): [FieldName, string][] => {
    const header = now.mapping.fields[field];
    const isOpen = header !== undefined && left[field] === undefined && !taken.has(header);
    return isOpen && isNew(header) ? [[field, header]] : [];
  });
  const fields: Mapping['fields'] = { ...Object.fromEntries(proposed), ...left };
  const attributes = [
    ...draft.mapping.attributes.filter(stays),
    ...now.mapping.attributes.filter(isNew),
  ];
  const matches: [string, FieldMatch][] = Object.entries({ ...now.matches, ...draft.matches });
  return {
    mapping: { fields, attributes },
    matches: Object.fromEntries(
      matches.filter(([field, { header }]) => fields[field as FieldName] === header),
    ),
    kept: draft.kept.filter(stays),
  };
}

/** Returns the personal columns that are not to be stored. */
export function droppedColumns(
  { personal }: Pick<FilePreview, 'personal'>,
  kept: readonly string[],
): string[] {
  return personal.map(({ header }) => header).filter((header) => !kept.includes(header));
}

/** Returns the mapping with a column added to its attributes, or removed where it is one. */
export function toggleAttribute(mapping: Mapping, header: string): Mapping {
  const attributes = mapping.attributes.includes(header)
    ? mapping.attributes.filter((attribute) => attribute !== header)
    : [...mapping.attributes, header];
  return { fields: mapping.fields, attributes };
}

/** Returns the fields that read a column which another field reads too: all of them, so that each can be marked. */
export function clashingFields(mapping: Mapping): ReadonlySet<FieldName> {
  const mapped = FIELD_NAMES.filter((field) => mapping.fields[field] !== undefined);
  return new Set(
    mapped.filter((field) =>
      mapped.some((other) => other !== field && mapping.fields[other] === mapping.fields[field]),
    ),
  );
}

/** Kinds of data checks that depend on the choice of columns; they are made again whenever it changes. */
const MAPPING_KINDS: readonly Issue['kind'][] = [
  'no-launch-date-column',
  'no-outcome-column',
  'column-mapped-twice',
  'column-missing',
  'columns-not-used',
];

const MOST_FITTING = 3;

/** Returns what prevents the import, then the other data checks of the file. */
export function draftIssues(mapping: Mapping, preview: FilePreview): readonly Issue[] {
  const found = preview.issues.filter(({ kind }) => !MAPPING_KINDS.includes(kind));
  const missing = validateMapping(mapping, preview.headers).map((issue) => ({
    ...issue,
    samples: [...issue.samples, ...fittingFor(issue, mapping, preview)].slice(0, MOST_FITTING),
  }));
  return [...missing, ...found];
}

/** Returns headers of unused columns that could be the missing one. */
function fittingFor(
  { kind }: Issue,
  { fields }: Mapping,
  { fitting }: FilePreview,
): readonly string[] {
  const taken = new Set(Object.values(fields));
  const isFree = (header: string) => !taken.has(header);
  if (kind === 'no-launch-date-column') return fitting.dates.filter(isFree);
  return kind === 'no-outcome-column' ? fitting.counts.filter(isFree) : [];
}

/** Returns the days over which outcomes are counted: as the seller says, else as the header of the outcome says. */
export function horizonOf({
  mapping: { fields },
  horizonDays,
}: Pick<MappingDraft, 'mapping'> & { readonly horizonDays: number | null }): number {
  const header = fields.units ?? fields.orders ?? '';
  return horizonDays ?? horizonInHeader(header) ?? HORIZON_DAYS;
}

/** Returns a launch date with an ambiguous order of day and month, where no row of its column decides; else null. */
export function undecidedDate({
  mapping,
  preview,
}: Pick<MappingDraft, 'mapping'> & { readonly preview: FilePreview }): UndecidedDate | null {
  const column = mapping.fields.launchDate;
  return preview.undecidedDates.find(({ header }) => header === column) ?? null;
}
