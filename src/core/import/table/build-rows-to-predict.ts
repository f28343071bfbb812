import { IssueLog } from '../csv/issue-log.ts';
import type { TextRows } from '../csv/text-rows.ts';
import { crowdingOf } from '#core/launch/crowding.ts';
import { lastLaunchDay, type LaunchTable } from '#core/launch/launch-table.ts';
import { nameBlankPromotions } from '../recipe/blank-promotions.ts';
import { mergeSpellings } from '../recipe/merge-spellings.ts';
import { pickNumbers } from '../columns/pick-rows.ts';
import { readDayColumn, readNumberColumns, readTextColumn } from '../columns/read-columns.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { spelledAttribute } from './spelled-attribute.ts';

/**
 * Builds rows to predict: every row, none excluded, with what is known before the launch and what was decided.
 * @param history source of spellings; the day after its last launch replaces missing dates
 */
export function buildRowsToPredict(
  rows: TextRows,
  recipe: Recipe,
  history: LaunchTable,
): LaunchTable {
  const reading = { ...recipe, rows, log: new IssueLog(recipe.treatments) };
  const { fields } = recipe.mapping;
  const all = [...rows.rowNumbers.keys()];
  const launch = readDayColumn(reading);
  const text = (header: string | undefined): string[] => readTextColumn(rows, header);
  const level = (header: string | undefined, known: readonly string[] | undefined): string[] =>
    mergeSpellings(text(header), known);
  const lastDay = lastLaunchDay(history);
  const productId = text(fields.productId);
  const category = level(fields.category, history.category);
  const launchDay = launch.days.map((day) => (Number.isNaN(day) ? lastDay + 1 : day));
  return {
    rowCount: all.length,
    productId,
    title: text(fields.title),
    category,
    brand: level(fields.brand, history.brand),
    channel: level(fields.channel, history.channel),
    promotion: mergeSpellings(nameBlankPromotions(level(fields.promotion, [])), history.promotion),
    attributes: Object.fromEntries(
      Object.entries(history.attributes).map(([name, known]) => [
        name,
        spelledAttribute(text(name), known, launch),
      ]),
    ),
    launchDay,
    crowding: crowdingOf({ category, launchDay }, history),
    ...pickNumbers(readNumberColumns(reading), all, recipe.mapping),
  };
}
