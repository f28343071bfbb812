import { crowdingOf } from '#core/launch/crowding.ts';
import {
  NUMBER_FIELD_NAMES,
  TEXT_FIELD_NAMES,
  type NumberFieldName,
  type TextFieldName,
} from '#core/launch/fields.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { WEEKS } from '#core/launch/weekly-headers.ts';
import type { Column } from './column.ts';

export interface NamedColumn {
  readonly name: string;
  readonly column: Column;
}

/** Columns of numbers; the day stands for the launch date. */
type NumberName = 'launchDay' | NumberFieldName;
const NUMBER_NAMES: readonly NumberName[] = ['launchDay', ...NUMBER_FIELD_NAMES];

/** Returns the stored name of a week's column, for an index from 0. */
function weeklyColumnName(index: number): string {
  return `weeklyUnits${index + 1}`;
}

/** Distinguishes an attribute called "title" from the title. */
function attributeColumnName(attribute: string): string {
  return `${ATTRIBUTE}${attribute}`;
}
const ATTRIBUTE = 'attribute:';
const WEEKLY_NAMES: readonly string[] = Array.from({ length: WEEKS }, (_, i) =>
  weeklyColumnName(i),
);

/** Returns the kind of a stored column, or null if no launch column has this name. */
export function kindOfColumn(name: string): Column['kind'] | null {
  if (name.startsWith(ATTRIBUTE) || (TEXT_FIELD_NAMES as readonly string[]).includes(name))
    return 'text';
  const isWeek = WEEKLY_NAMES.includes(name);
  return isWeek || (NUMBER_NAMES as readonly string[]).includes(name) ? 'number' : null;
}

/** Returns the columns of a table under the names by which they are stored. */
export function launchColumns(table: LaunchTable): NamedColumn[] {
  return [
    ...TEXT_FIELD_NAMES.map((name): NamedColumn => textColumn(name, table[name])),
    ...NUMBER_NAMES.map((name): NamedColumn => ({
      name,
      column: { kind: 'number', values: table[name] },
    })),
    ...(table.weeklyUnits ?? []).map((values, i): NamedColumn => ({
      name: weeklyColumnName(i),
      column: { kind: 'number', values },
    })),
    ...Object.entries(table.attributes).map(([attribute, values]): NamedColumn =>
      textColumn(attributeColumnName(attribute), values),
    ),
  ];
}

/**
 * Builds a table from columns read by name, wherever they are stored. A column that is not stored, because it was empty
 * or not yet known, becomes an empty one.
 */
export function launchTableFrom(
  readColumn: (name: string, kind: Column['kind']) => Column,
  attributes: readonly string[],
  rowCount: number,
): LaunchTable {
  const text = (name: string): readonly string[] => {
    const values = readColumn(name, 'text').values as string[];
    return values.length === 0 ? new Array<string>(rowCount).fill('') : values;
  };
  const number = (name: string): Float64Array => {
    const values = readColumn(name, 'number').values as Float64Array;
    return values.length === 0 ? new Float64Array(rowCount).fill(NaN) : values;
  };
  const texts = TEXT_FIELD_NAMES.map((name) => [name, text(name)] as const);
  const numbers = NUMBER_NAMES.map((name) => [name, number(name)] as const);
  const columns = {
    ...(Object.fromEntries(texts) as Record<TextFieldName, string[]>),
    ...(Object.fromEntries(numbers) as Record<NumberName, Float64Array>),
  };
  const weeks = Array.from({ length: WEEKS }, (_, i) => number(weeklyColumnName(i)));
  const areWeeksKept = weeks.some((week) => !week.every(Number.isNaN));
  return {
    rowCount,
    ...columns,
    ...(areWeeksKept && { weeklyUnits: weeks }),
    crowding: crowdingOf(columns),
    attributes: Object.fromEntries(
      attributes.map((attribute) => [attribute, text(attributeColumnName(attribute))]),
    ),
  };
}

function textColumn(name: string, values: readonly string[]): NamedColumn {
  return { name, column: { kind: 'text', values } };
}
