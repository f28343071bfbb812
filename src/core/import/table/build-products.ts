import type { FileCurrencies } from '#core/base/currency.ts';
import type { IssueLog } from '../csv/issue-log.ts';
import type { TextRows } from '../csv/text-rows.ts';
import { firstFree } from '../csv/unique-headers.ts';
import type { ProductColumns } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { ownValue } from '#core/base/lookup.ts';
import type { ProductMapping } from '../schema/match-product-headers.ts';
import { mergeSpellings } from '../recipe/merge-spellings.ts';
import {
  readDayColumn,
  readNumberColumns,
  readTextColumn,
  type NumberColumns,
} from '../columns/read-columns.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { spelledAttribute } from './spelled-attribute.ts';

export interface ProductSource {
  readonly mapping: ProductMapping;
  /** Spellings of categories, brands and attributes are taken from it. */
  readonly history: ProductColumns;
  /** IDs of the products that are already waiting to be planned. */
  readonly takenIds: ReadonlySet<string>;
  /** The history's currency, and the seller's rates for prices in other currencies. */
  readonly money: HistoryMoney;
  /** Order of day and month in the history's launch dates, where the seller chose one. */
  readonly dateOrder: Recipe['dateOrder'];
  readonly log: IssueLog;
}

export interface HistoryMoney {
  /** null: the history names no currency, so the file's own is used. */
  readonly currencies: FileCurrencies | null;
  readonly currencyRates: Recipe['currencyRates'];
}

/** Builds the products to plan from a file's text. Rows without a title and repeated rows are excluded. */
export function buildProducts(rows: TextRows, source: ProductSource): NewProduct[] {
  const { mapping, history, log } = source;
  const { fields } = mapping;
  const { currencies, currencyRates } = source.money;
  const reading = { rows, mapping: { fields, attributes: [] }, log };
  const numbers = readNumberColumns({
    ...{ ...reading, currencyRates },
    ...(currencies && { currencies }),
  });
  const titles = readTextColumn(rows, fields.title);
  const level = (header: string | undefined, known: readonly string[]): string[] =>
    mergeSpellings(readTextColumn(rows, header), known);
  const categories = level(fields.category, history.category);
  const brands = level(fields.brand, history.brand);
  const launch = readDayColumn({ ...reading, dateOrder: source.dateOrder, log: null });
  const attributes = Object.entries(history.attributes).map(([name, known]) => {
    const column = ownValue(mapping.attributes, name);
    const texts = readTextColumn(rows, column);
    const spelled = spelledAttribute(texts, known, launch);
    return { name, column: column ?? name, texts, spelled };
  });
  const chosen = chooseProducts(rows, titles, source);
  const undated = chosen.filter((index) => Number.isNaN(launch.days[index]));
  for (const attribute of attributes) noteUncounted(attribute, undated, { rows, log });
  noteLosses(numbers, chosen, { ...source, rows, titles });
  const ids = productIds(readTextColumn(rows, fields.productId), chosen, { ...source, rows });
  return chosen.map((index, i) => ({
    id: ids[i]!,
    title: titles[index]!,
    category: categories[index]!,
    brand: brands[index]!,
    listPrice: numberOrNull(numbers.listPrice[index]!),
    unitCost: numberOrNull(numbers.unitCost[index]!),
    ...(fields.firstStock && { firstStock: numberOrNull(numbers.firstStock[index]!) }),
    attributes: Object.fromEntries(attributes.map(({ name, spelled }) => [name, spelled[index]!])),
  }));
}

function chooseProducts(
  rows: TextRows,
  titles: readonly string[],
  { mapping, log }: ProductSource,
): number[] {
  const column = mapping.fields.title ?? null;
  const seen = new Set<number>();
  return [...rows.rowNumbers.keys()].filter((index) => {
    const isRepeat = seen.has(rows.fingerprints[index]!);
    seen.add(rows.fingerprints[index]!);
    const row = rows.rowNumbers[index]!;
    if (isRepeat) log.add({ kind: 'duplicate-row', severity: 'warning' }, row);
    else if (titles[index] === '') {
      log.add({ kind: 'missing-title', severity: 'warning', field: 'title', column }, row);
    } else return true;
    return false;
  });
}

interface AttributeTexts {
  /** Header of its column in the file. */
  readonly column: string;
  readonly texts: readonly string[];
  readonly spelled: readonly string[];
}

/** Logs dates that give no days before launch, because the file does not say when the product is to launch. */
function noteUncounted(
  { column, texts, spelled }: AttributeTexts,
  undated: readonly number[],
  { rows, log }: Pick<ProductSource & TitledRows, 'rows' | 'log'>,
): void {
  const finding = { kind: 'dates-without-launch', severity: 'warning', column } as const;
  for (const index of undated)
    if (texts[index] !== '' && spelled[index] === '')
      log.add(finding, rows.rowNumbers[index]!, texts[index]);
}

/** Logs products whose cost exceeds the price. Such costs are kept, but are seldom intended. */
function noteLosses(
  { listPrice, unitCost }: NumberColumns,
  chosen: readonly number[],
  { rows, titles, mapping, log }: ProductSource & TitledRows,
): void {
  const finding = { kind: 'cost-above-price', severity: 'warning', field: 'unitCost' } as const;
  const column = mapping.fields.unitCost ?? null;
  for (const index of chosen) {
    if (unitCost[index]! > listPrice[index]!) {
      log.add({ ...finding, column }, rows.rowNumbers[index]!, titles[index]);
    }
  }
}

interface TitledRows {
  readonly rows: TextRows;
  readonly titles: readonly string[];
}

/** Returns unique IDs. A repeated ID gets a number; a missing one becomes "new-1", "new-2" and so on. */
function productIds(
  ids: readonly string[],
  chosen: readonly number[],
  { rows, mapping, takenIds, log }: ProductSource & { readonly rows: TextRows },
): string[] {
  const column = mapping.fields.productId ?? null;
  const given = new Set(chosen.map((index) => ids[index]!));
  const inFile = new Set<string>();
  let newCount = 0;
  const newId = (): string => {
    do newCount += 1;
    while (given.has(`new-${newCount}`) || takenIds.has(`new-${newCount}`));
    return `new-${newCount}`;
  };
  return chosen.map((index) => {
    const id = ids[index]!;
    if (inFile.has(id)) {
      const finding = { kind: 'duplicate-id', severity: 'warning', field: 'productId' } as const;
      log.add({ ...finding, column }, rows.rowNumbers[index]!, id);
    }
    const unique = id === '' ? newId() : firstFree(id, inFile);
    inFile.add(unique);
    return unique;
  });
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
