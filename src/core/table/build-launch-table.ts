import { IssueLog } from '../csv/issue-log.ts';
import type { Issue } from '../csv/issues.ts';
import type { TextRows } from '../csv/text-rows.ts';
import { crowdingOf } from '../launch/crowding.ts';
import { lastLaunchDay, type LaunchTable } from '../launch/launch-table.ts';
import type { NumberFieldName, TextFieldName } from '../schema/fields.ts';
import type { Mapping } from '../schema/mapping.ts';
import { finite } from '../statistics.ts';
import { nameBlankPromotions } from './blank-promotions.ts';
import { chooseRows } from './choose-rows.ts';
import { mergeSpellings } from './merge-spellings.ts';
import type { Recipe } from './recipe.ts';
import {
  noteFewLaunches,
  noteMissingTitles,
  noteRepeatedIds,
  noteUnusedColumns,
} from './note-findings.ts';
import {
  readDayColumn,
  readNumberColumns,
  readTextColumn,
  type NumberColumns,
} from './read-columns.ts';

/** rowsRead = rowsUsed + rowsSetAside, always. */
export interface BuiltLaunches {
  readonly table: LaunchTable;
  readonly issues: readonly Issue[];
  readonly rowsRead: number;
  readonly rowsUsed: number;
  readonly rowsSetAside: number;
}

/** Text as it stands in a file → launches to learn from, and an account of all that was not taken as it is. */
export function buildLaunchTable(
  rows: TextRows,
  recipe: Recipe,
  log: IssueLog = new IssueLog(recipe.treatments),
): BuiltLaunches {
  const { mapping, dateOrder } = recipe;
  const reading = { rows, mapping, log, dateOrder };
  const launchDates = readDayColumn(reading);
  const numbers = readNumberColumns(reading);
  const chosen = chooseRows({ ...reading, launchDates, numbers });
  const texts = chosenTexts(reading, chosen);
  const rowNumbers = chosen.map((index) => rows.rowNumbers[index]!);
  noteMissingTitles(texts.title, { rowNumbers, mapping, log });
  noteRepeatedIds(texts.productId, { rowNumbers, mapping, log });
  noteUnusedColumns(rows.headers, { mapping, log });
  const launchDay = pick(launchDates.days, chosen);
  const table: LaunchTable = {
    rowCount: chosen.length,
    ...texts,
    title: texts.title.map((title, i) => title || texts.productId[i]!),
    launchDay,
    crowding: crowdingOf({ category: texts.category, launchDay }),
    ...chosenNumbers(reading, numbers, chosen),
  };
  noteFewLaunches(finite(table.units).length, log);
  const rowsRead = rows.rowNumbers.length;
  const rowsUsed = chosen.length;
  return { table, issues: log.issues(), rowsRead, rowsUsed, rowsSetAside: rowsRead - rowsUsed };
}

/**
 * Every row, none set aside, with what is known before its launch and what was decided: rows to predict, not to learn from.
 * @param history whose spellings are taken, and whose last day stands in where a row names none
 */
export function buildRowsToPredict(
  rows: TextRows,
  { mapping, dateOrder }: Recipe,
  history: LaunchTable,
): LaunchTable {
  const reading = { rows, mapping, log: new IssueLog(), dateOrder };
  const all = [...rows.rowNumbers.keys()];
  const { days } = readDayColumn(reading);
  const texts = chosenTexts(reading, all);
  const lastDay = lastLaunchDay(history);
  const category = mergeSpellings(texts.category, history.category);
  const launchDay = days.map((day) => (Number.isNaN(day) ? lastDay : day));
  return {
    rowCount: all.length,
    ...texts,
    category,
    brand: mergeSpellings(texts.brand, history.brand),
    channel: mergeSpellings(texts.channel, history.channel),
    promotion: mergeSpellings(texts.promotion, history.promotion),
    attributes: Object.fromEntries(
      Object.entries(texts.attributes).map(([name, values]) => [
        name,
        mergeSpellings(values, history.attributes[name]),
      ]),
    ),
    launchDay,
    crowding: crowdingOf({ category, launchDay }, history),
    ...chosenNumbers(reading, readNumberColumns(reading), all),
  };
}

interface Reading {
  readonly rows: TextRows;
  readonly mapping: Mapping;
}

function chosenTexts(
  { rows, mapping }: Reading,
  chosen: readonly number[],
): Record<TextFieldName, readonly string[]> & Pick<LaunchTable, 'attributes'> {
  const text = (header: string | undefined): string[] => {
    const values = readTextColumn(rows, header);
    return chosen.map((index) => values[index]!);
  };
  const level = (header: string | undefined): string[] => mergeSpellings(text(header));
  const { productId, title, category, brand, channel, promotion } = mapping.fields;
  return {
    productId: text(productId),
    title: text(title),
    category: level(category),
    brand: level(brand),
    channel: level(channel),
    promotion: nameBlankPromotions(level(promotion)),
    attributes: Object.fromEntries(mapping.attributes.map((header) => [header, level(header)])),
  };
}

/** Where a file counts orders only, an order is taken for a unit. */
function chosenNumbers(
  { mapping }: Reading,
  numbers: NumberColumns,
  chosen: readonly number[],
): Record<NumberFieldName, Float64Array> {
  const units = mapping.fields.units === undefined ? numbers.orders : numbers.units;
  const columns = Object.entries({ ...numbers, units });
  return Object.fromEntries(
    columns.map(([field, values]) => [field, pick(values, chosen)]),
  ) as Record<NumberFieldName, Float64Array>;
}

function pick(values: Float64Array, chosen: readonly number[]): Float64Array {
  return Float64Array.from(chosen, (index) => values[index]!);
}
