import { mapTexts, textCounts, type CodedColumn } from '../csv/coded-column.ts';
import type { IssueLog } from '../csv/issue-log.ts';
import { measureDecimal, measuresOf, pointedMeasure } from '../values/read-measure.ts';
import type { DecimalSign } from '../values/read-number.ts';
import type { TextRows } from '../csv/text-rows.ts';
import { sentinelTexts } from '../recipe/sentinels.ts';
import { daysBeforeLaunch, type LaunchDays } from '../columns/days-before-launch.ts';
import { readCodedTexts } from '../columns/read-columns.ts';
import { readLevels } from './read-levels.ts';

interface AttributeColumn {
  readonly rows: TextRows;
  readonly header: string;
  readonly log: IssueLog;
  /** Decimal sign where the column itself shows none. */
  readonly decimal: DecimalSign;
  readonly launch: LaunchDays;
}

/**
 * Reads an attribute of past launches. Dates become days before launch. Numbers get a decimal point, and those that mean
 * "not known" are emptied; other texts are levels.
 */
export function readAttribute({ rows, header, log, ...file }: AttributeColumn): CodedColumn {
  const typed = readCodedTexts(rows, header);
  const days = daysBeforeLaunch(typed, file.launch);
  if (days) return days;
  const decimal = measureDecimal(typed.texts, file.decimal);
  const values = measuresOf(typed.texts, decimal);
  if (!values) return readLevels({ rows, header, field: null, log });
  const finding = { kind: 'sentinel-value', severity: 'warning', column: header } as const;
  const sentinels = sentinelTexts({ texts: typed.texts, values, counts: textCounts(typed) });
  const isEmptied = sentinels.size > 0 && log.treats(finding, 'empty', true);
  typed.codes.forEach((code, row) => {
    if (sentinels.has(code)) log.add(finding, rows.rowNumbers[row]!, typed.texts[code]);
  });
  const emptied = new Set(isEmptied ? [...sentinels].map((place) => typed.texts[place]!) : []);
  return mapTexts(typed, (text) => (emptied.has(text) ? '' : pointedMeasure(text, decimal)));
}
