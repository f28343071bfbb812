import type { IssueLog } from '../csv/issue-log.ts';
import type { IssueKind } from '../csv/issues.ts';
import type { TextRows } from '../csv/text-rows.ts';
import type { Mapping } from '../schema/mapping.ts';
import type { DayColumn, NumberColumns } from './read-columns.ts';

export interface RowChoice {
  readonly rows: TextRows;
  readonly mapping: Mapping;
  readonly launchDates: DayColumn;
  readonly numbers: NumberColumns;
  readonly log: IssueLog;
}

/** Positions of the rows that can be learned from; each of the others is set aside for one reason, which is logged. */
export function chooseRows(choice: RowChoice): number[] {
  const { rows, mapping, launchDates, log } = choice;
  const seen = new Set<number>();
  const chosen: number[] = [];
  rows.rowNumbers.forEach((row, index) => {
    const kind = reasonAgainst(choice, index, seen);
    seen.add(rows.fingerprints[index]!);
    if (kind === null) {
      chosen.push(index);
      return;
    }
    const field = FIELD_OF_REASON[kind] ?? null;
    const column = field && (mapping.fields[field] ?? null);
    const sample = kind === 'unreadable-date' ? launchDates.cellAt(index) : undefined;
    log.add({ kind, severity: 'warning', field, column }, row, sample);
  });
  return chosen;
}

const FIELD_OF_REASON: Readonly<Partial<Record<IssueKind, 'launchDate' | 'units'>>> = {
  'unreadable-date': 'launchDate',
  'missing-launch-date': 'launchDate',
  'missing-outcome': 'units',
};

function reasonAgainst(
  { rows, launchDates, numbers }: RowChoice,
  index: number,
  seen: ReadonlySet<number>,
): IssueKind | null {
  if (seen.has(rows.fingerprints[index]!)) return 'duplicate-row';
  if (Number.isNaN(launchDates.days[index])) {
    return launchDates.isUnreadable(index) ? 'unreadable-date' : 'missing-launch-date';
  }
  const hasOutcome = !Number.isNaN(numbers.units[index]) || !Number.isNaN(numbers.orders[index]);
  return hasOutcome ? null : 'missing-outcome';
}
