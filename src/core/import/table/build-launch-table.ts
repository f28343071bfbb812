import { cellAt, type CodedColumn } from '../csv/coded-column.ts';
import type { FileCurrencies } from '#core/base/currency.ts';
import { IssueLog } from '../csv/issue-log.ts';
import type { Issue } from '../csv/issues.ts';
import type { TextRows } from '../csv/text-rows.ts';
import type { Day } from '#core/base/dates.ts';
import { crowdingOf } from '#core/launch/crowding.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { mostlyAfterLaunch } from '../schema/after-launch.ts';
import { blankAdSpend } from '../quality/blank-ad-spend.ts';
import { impossibleValues } from '../quality/impossible-values.ts';
import { isKnownAfterwards } from '../schema/leakage.ts';
import { treatNumbers } from '../quality/number-remarks.ts';
import { outliers } from '../quality/outliers.ts';
import { unitErrors } from '../quality/unit-errors.ts';
import type { TextFieldName } from '#core/launch/fields.ts';
import type { Mapping } from '../schema/mapping.ts';
import { finite } from '#core/base/statistics/statistics.ts';
import { nameBlankPromotions } from '../recipe/blank-promotions.ts';
import { chooseRows } from './choose-rows.ts';
import { withFillIns } from './overlay-fill-ins.ts';
import type { LaunchDays } from '../columns/days-before-launch.ts';
import { pickNumbers, pickRows } from '../columns/pick-rows.ts';
import {
  noteSimilarTitles,
  noteFewLaunches,
  noteMissingTitles,
  noteRepeatedIds,
  noteSameEverywhere,
  noteUnusedColumns,
} from './note-findings.ts';
import {
  fileDecimal,
  readCodedTexts,
  readCurrencies,
  readDayColumn,
  readNumberColumns,
  type NumberColumns,
} from '../columns/read-columns.ts';
import { readAttribute } from './read-attribute.ts';
import { readLevels } from './read-levels.ts';
import { readWeeklyUnits } from '../columns/read-weekly-units.ts';
import { addUpNumbers, addUpWeeks, rollUpVariants, type RolledUp } from './roll-up-variants.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { takeDiscounts } from './take-discounts.ts';
import { takeReturnRates } from './take-return-rates.ts';

/** Launches built from a file. rowsRead = rowsUsed + rowsSetAside always holds. */
export interface BuiltLaunches {
  readonly table: LaunchTable;
  /** For each launch, its row number in the file. */
  readonly rowNumbers: readonly number[];
  /** The recipe's mapping with filled-in columns added and leaking attributes removed. */
  readonly mapping: Mapping;
  /** null: no amount names a currency. */
  readonly currencies: FileCurrencies | null;
  readonly issues: readonly Issue[];
  readonly rowsRead: number;
  readonly rowsUsed: number;
  readonly rowsSetAside: number;
}

interface BuildOptions {
  /** Already holds the findings made while reading the file. */
  readonly log?: IssueLog;
  /** Day of the import; outcomes of later launches cannot be known. null: no day is too late. */
  readonly today?: Day | null;
}

/** Builds the launches to learn from out of a file's text, and logs everything that was not used unchanged. */
export function buildLaunchTable(
  rows: TextRows,
  recipe: Recipe,
  options: BuildOptions = {},
): BuiltLaunches {
  const steps = buildInSteps(rows, recipe, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Builds the same as `buildLaunchTable`, in steps: between two steps a caller can yield or stop. With a million rows, a
 * step takes a few tenths of a second.
 */
export function* buildInSteps(
  asStored: TextRows,
  asked: Recipe,
  { log = new IssueLog(asked.treatments), today = null }: BuildOptions,
): Generator<void, BuiltLaunches> {
  const { rows, recipe } = withFillIns(asStored, asked);
  const currencies = readCurrencies(rows, recipe.mapping);
  const reading = { ...recipe, rows, log, currencies };
  const launchDates = readDayColumn(reading);
  const levels = fieldLevels(reading);
  yield;
  const numbers = yield* checkedNumbers(reading, levels.category);
  yield;
  const attributes = attributeLevels(reading, numbers, launchDates);
  const mapping = { ...recipe.mapping, attributes: [...attributes.keys()] };
  const usable = chooseRows({ ...reading, launchDates, numbers, today });
  const ids = readCodedTexts(rows, mapping.fields.productId);
  const repeats = noteRepeatedIds(ids, usable, reading);
  const titles = readCodedTexts(rows, mapping.fields.title);
  const { channel, promotion, category: categories, brand } = levels;
  const { launches, titles: title } = rollUpVariants(
    usable.filter((index) => !repeats.has(index)),
    {
      ...{ rows, mapping, titles, days: launchDates.days, log },
      same: [channel, promotion, categories, brand],
    },
  );
  const chosen = launches.map(([first]) => first!);
  yield;
  const text = (cells: CodedColumn): string[] => chosen.map((index) => cellAt(cells, index));
  const productId = text(ids);
  const rowNumbers = chosen.map((index) => rows.rowNumbers[index]!);
  noteMissingTitles(title, { rowNumbers, mapping, log });
  noteSimilarTitles(title, { rowNumbers, mapping, log });
  noteUnusedColumns(rows.headers, { mapping: recipe.mapping, log });
  const category = text(categories);
  const launchDay = pickRows(launchDates.days, chosen);
  yield;
  const table: LaunchTable = {
    rowCount: chosen.length,
    productId,
    title: title.map((words, i) => words || productId[i]!),
    category,
    brand: text(brand),
    channel: text(channel),
    promotion: nameBlankPromotions(text(promotion)),
    attributes: Object.fromEntries([...attributes].map(([name, cells]) => [name, text(cells)])),
    launchDay,
    crowding: crowdingOf({ category, launchDay }),
    ...pickNumbers(addUpNumbers(numbers, launches), chosen, mapping),
    ...weeklyUnits(rows, recipe.mapping, launches),
  };
  noteSameEverywhere(table.attributes, log);
  noteFewLaunches(finite(table.units).length, log);
  const rowsRead = rows.rowNumbers.length;
  const counts = { rowsRead, rowsUsed: chosen.length, rowsSetAside: rowsRead - chosen.length };
  return { table, rowNumbers, mapping, currencies, issues: log.issues(), ...counts };
}

function weeklyUnits(
  rows: TextRows,
  mapping: Mapping,
  launches: RolledUp['launches'],
): ReturnType<typeof readWeeklyUnits> {
  const { weeklyUnits: weeks } = readWeeklyUnits(rows, mapping, launches.flat());
  return weeks ? { weeklyUnits: addUpWeeks(weeks, launches) } : {};
}

interface Reading extends Recipe {
  readonly rows: TextRows;
  readonly log: IssueLog;
  readonly currencies: FileCurrencies | null;
}

type LevelField = Exclude<TextFieldName, 'productId' | 'title'>;

function fieldLevels({ rows, mapping, log }: Reading): Record<LevelField, CodedColumn> {
  const of = (field: LevelField): CodedColumn =>
    readLevels({ rows, header: mapping.fields[field], field, log });
  return {
    category: of('category'),
    brand: of('brand'),
    channel: of('channel'),
    promotion: of('promotion'),
  };
}

/**
 * Checks numbers in order: corrects unit errors, empties impossible values, then looks for outliers. Discounts are
 * computed from the result.
 */
function* checkedNumbers(reading: Reading, category: CodedColumn): Generator<void, NumberColumns> {
  const typed = takeReturnRates(readNumberColumns(reading), reading);
  yield;
  const corrected = treatNumbers(typed, unitErrors(typed), reading);
  yield;
  const possible = treatNumbers(corrected, impossibleValues(corrected), reading);
  const usual = treatNumbers(possible, outliers(possible, category), reading);
  const priced = takeDiscounts(usual, reading);
  return treatNumbers(priced, blankAdSpend(priced, reading), reading);
}

/** Returns free attributes by header, without those that leak the outcome. */
function attributeLevels(
  { rows, mapping, log }: Reading,
  { units, orders }: NumberColumns,
  launch: LaunchDays,
): Map<string, CodedColumn> {
  const outcome = mapping.fields.units === undefined ? orders : units;
  const decimal = fileDecimal(rows, mapping);
  const kept = new Map<string, CodedColumn>();
  for (const header of mapping.attributes) {
    const cells = readAttribute({ rows, header, log, decimal, launch });
    const isLater = mostlyAfterLaunch(header, cells) || isKnownAfterwards(header, cells, outcome);
    if (isLater && isLeftOut(header, cells, log)) continue;
    kept.set(header, cells);
  }
  return kept;
}

function isLeftOut(column: string, { texts }: CodedColumn, log: IssueLog): boolean {
  const finding = { kind: 'leaking-column', severity: 'warning', column } as const;
  for (const text of texts.slice(0, 3)) log.note(finding, 0, text);
  return log.treats(finding, 'leave-out', true);
}
