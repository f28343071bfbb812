import { cellAt } from '../csv/coded-column.ts';
import type { IssueLog } from '../csv/issue-log.ts';
import type { Issue, IssueKind } from '../csv/issues.ts';
import type { TextRows } from '../csv/text-rows.ts';
import type { Treatment } from '../csv/issues.ts';
import type { NumberFieldName } from '#core/launch/fields.ts';
import type { Mapping } from '../schema/mapping.ts';
import type { NumberColumns } from '../columns/read-columns.ts';

/** Values of one column that a check objects to, with their replacements. */
export interface NumberRemark {
  readonly kind: IssueKind;
  readonly severity: Issue['severity'];
  readonly field: NumberFieldName;
  readonly treatment: Treatment;
  /** Whether the treatment is on by default. */
  readonly usually: boolean;
  /** Row indices, ascending. */
  readonly places: readonly number[];
  /** Replacement for each row; NaN empties the cell. */
  readonly instead: readonly number[];
}

interface Remarked {
  readonly rows: TextRows;
  readonly mapping: Mapping;
  readonly log: IssueLog;
}

/** Logs the remarks and applies those whose treatment is on. The input columns are not changed. */
export function treatNumbers(
  numbers: NumberColumns,
  remarks: readonly NumberRemark[],
  remarked: Remarked,
): NumberColumns {
  return remarks.reduce((columns, remark) => treatColumn(columns, remark, remarked), numbers);
}

function treatColumn(
  numbers: NumberColumns,
  { kind, severity, field, treatment, usually, places, instead }: NumberRemark,
  { rows, mapping, log }: Remarked,
): NumberColumns {
  if (places.length === 0) return numbers;
  const column = mapping.fields[field] ?? null;
  const cells = column === null ? undefined : rows.columns.get(column);
  const finding = { kind, severity, field, column };
  const isOn = log.treats(finding, treatment, usually);
  for (const place of places)
    log.add(finding, rows.rowNumbers[place]!, cells && cellAt(cells, place));
  if (!isOn) return numbers;
  const treated = numbers[field].slice();
  places.forEach((place, i) => (treated[place] = instead[i]!));
  return { ...numbers, [field]: treated };
}
