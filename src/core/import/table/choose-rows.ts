import { cellAt } from '../csv/coded-column.ts';
import type { IssueLog } from '../csv/issue-log.ts';
import type { IssueKind } from '../csv/issues.ts';
import type { TextRows } from '../csv/text-rows.ts';
import { isTotalRow } from '../csv/total-row.ts';
import type { Day } from '#core/base/dates.ts';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import { areFewAhead, areFewYoung, dayObjection, isYoung } from '../quality/launch-day-checks.ts';
import type { FieldName } from '#core/launch/fields.ts';
import type { Mapping } from '../schema/mapping.ts';
import type { DayColumn, NumberColumns } from '../columns/read-columns.ts';

export interface RowChoice {
  readonly rows: TextRows;
  readonly mapping: Mapping;
  readonly launchDates: DayColumn;
  readonly numbers: NumberColumns;
  /** null: launches in the future are not detected. */
  readonly today: Day | null;
  /** Missing: HORIZON_DAYS. */
  readonly horizonDays?: number | undefined;
  readonly log: IssueLog;
}

/** Returns the indices of the rows that can be learned from. Every other row is excluded for one logged reason. */
export function chooseRows(choice: RowChoice): number[] {
  const { rows, launchDates, numbers, today, horizonDays = HORIZON_DAYS } = choice;
  const isSetAside = settingAside(choice);
  const isRepeat = repeatsOf(rows.fingerprints);
  return [...rows.rowNumbers.keys()].filter((index) => {
    if (isRepeat(index) && isSetAside('duplicate-row', index)) return false;
    const day = launchDates.days[index]!;
    if (Number.isNaN(day)) {
      return !isSetAside(reasonWithoutDay(choice, index), index);
    }
    const objection = dayObjection(day, today);
    if (objection !== null && isSetAside(objection, index)) return false;
    const hasOutcome = !Number.isNaN(numbers.units[index]) || !Number.isNaN(numbers.orders[index]);
    if (!hasOutcome && isSetAside('missing-outcome', index)) return false;
    return !isYoung(day, today, horizonDays) || !isSetAside('young-launch', index);
  });
}

/** A total row has no date either, but the reason that it is a total says more. */
function reasonWithoutDay({ rows, launchDates }: RowChoice, index: number): IssueKind {
  const cells = Array.from(rows.columns.values(), (column) => cellAt(column, index));
  if (isTotalRow(cells)) return 'total-row';
  return launchDates.isUnreadable(index) ? 'unreadable-date' : 'missing-launch-date';
}

/**
 * Returns a test, called row by row, for whether an equal row came before. Only repeated fingerprints are kept in
 * memory.
 */
function repeatsOf(fingerprints: Float64Array): (index: number) => boolean {
  const inOrder = fingerprints.slice().sort();
  const repeated = new Set(inOrder.filter((value, i) => i > 0 && value === inOrder[i - 1]));
  const seen = new Set<number>();
  return (index) => {
    const value = fingerprints[index]!;
    if (!repeated.has(value)) return false;
    if (seen.has(value)) return true;
    seen.add(value);
    return false;
  };
}

const FIELD_OF_REASON: Readonly<Partial<Record<IssueKind, FieldName>>> = {
  'unreadable-date': 'launchDate',
  'missing-launch-date': 'launchDate',
  'early-launch-date': 'launchDate',
  'future-launch-date': 'launchDate',
  'young-launch': 'launchDate',
  'missing-outcome': 'units',
};
const SHOWS_DATE: ReadonlySet<IssueKind> = new Set([
  ...(['unreadable-date', 'early-launch-date', 'future-launch-date'] as const),
  'young-launch',
]);

/** Logs a reason against a row and returns whether it excludes the row. The seller can overrule some reasons. */
function settingAside(choice: RowChoice) {
  const { rows, mapping, launchDates, today, log, horizonDays = HORIZON_DAYS } = choice;
  const usually = new Map<IssueKind, () => boolean>([
    ['duplicate-row', () => true],
    ['early-launch-date', () => true],
    ['future-launch-date', () => areFewAhead(launchDates.days, today)],
    ['young-launch', () => areFewYoung(launchDates.days, today, horizonDays)],
  ]);
  const decided = new Map<IssueKind, boolean>();
  return (kind: IssueKind, index: number): boolean => {
    const field = FIELD_OF_REASON[kind] ?? null;
    const column = field && (mapping.fields[field] ?? null);
    const finding = { kind, severity: 'warning', field, column } as const;
    log.add(
      finding,
      rows.rowNumbers[index]!,
      SHOWS_DATE.has(kind) ? launchDates.cellAt(index) : undefined,
    );
    const known = decided.get(kind);
    if (known !== undefined) return known;
    const isOn = usually.has(kind) ? log.treats(finding, 'set-aside', usually.get(kind)!()) : true;
    decided.set(kind, isOn);
    return isOn;
  };
}
