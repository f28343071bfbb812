import type { FieldName } from '#core/launch/fields.ts';
import { IssueLog } from '../csv/issue-log.ts';
import { uniqueHeaders } from '../csv/unique-headers.ts';
import { findPersonalColumns } from '../privacy/personal-columns.ts';
import { fillMerged, type MergedCells } from './fill-merged.ts';
import { findList, type FoundList } from './find-list.ts';
import { groupVariants } from './group-variants.ts';
import { itemReader } from './item-of-row.ts';
import { currencyOfStack, ListCells, type CurrencyAt } from './list-cells.ts';
import { areOwnDollars, listCurrency, meantAmount, type ListCurrency } from './list-currency.ts';
import { listRows } from './list-rows.ts';
import { costColumns, matchListHeaders } from './match-list-headers.ts';
import type { SupplierItem, SupplierList } from './supplier-list.ts';
import { supplierName } from './supplier-name.ts';
import { isSameCurrency, type Currency } from '#core/base/currency.ts';

/** A table of a supplier's file, and what is known of it. */
export interface SupplierSheet {
  readonly records: readonly (readonly string[])[];
  readonly merged: readonly MergedCells[];
  /** Returns the currency in which a workbook shows a number; null where none. Absent where it is not a workbook. */
  readonly currencyAt?: CurrencyAt;
  readonly fileName: string;
  /** '' where the file holds one table. */
  readonly sheet: string;
  /** When it was added, and when its file was last changed, in milliseconds since 1970. */
  readonly addedAt: number;
  readonly savedAt: number;
}

export interface ListReader {
  /** Names of the history's attributes. */
  readonly attributes: readonly string[];
  /** Of several columns of costs, the one in the shop's currency is read; null where it is not known. */
  readonly currency: Currency | null;
}

/** Reads a supplier's list; null where the table is none. Columns with personal details are never read. */
export function readSupplierList(sheet: SupplierSheet, reader: ListReader): SupplierList | null {
  const found = findList(fillMerged(sheet.records, sheet.merged));
  if (!found) return null;
  const log = new IssueLog();
  const list = inShopCurrency(withoutPersonal(found, log), reader.currency);
  if (list.columns.fields.title === undefined) return null;
  const supplier = supplierName({ ...sheet, linesAbove: found.records.slice(0, found.headerAt) });
  const { rows, totals, untitled } = listRows(list);
  if (rows.length === 0) return null;
  for (const row of totals) log.add({ kind: 'total-row', severity: 'info' }, row);
  for (const row of untitled)
    log.add({ kind: 'missing-title', severity: 'warning', ...ofTitle(list) }, row);
  const cells = new ListCells(list, { rows, currencyAt: sheet.currencyAt ?? (() => null) }, log);
  const read = rows.map(itemReader(list, cells, { supplier, attributes: reader.attributes }));
  const money = listCurrency(
    list,
    read.map(({ item }) => item),
  );
  const meant = read.map(({ item, wholeTitle }) => {
    const [cost, listPrice] = [item.cost, item.listPrice].map((each) =>
      meantAmount(each, money.meaning),
    );
    return { item: { ...item, cost: cost ?? null, listPrice: listPrice ?? null }, wholeTitle };
  });
  const items = groupVariants(meant, log);
  for (const { cost, row, title } of items)
    if (!cost)
      log.add({ kind: 'missing-cost', severity: 'warning', field: 'unitCost' }, row, title);
  noteCurrency(items, { money, shop: reader.currency }, log);
  const { fileName, addedAt, savedAt } = sheet;
  return {
    ...{ fileName, sheet: sheet.sheet, supplier, addedAt, savedAt, currency: money.currency },
    ...{ rowsRead: rows.length + untitled.length, items, issues: log.issues() },
  };
}

/** Says what currency is assumed. */
function noteCurrency(
  items: readonly SupplierItem[],
  { money, shop }: { readonly money: ListCurrency; readonly shop: Currency | null },
  log: IssueLog,
): void {
  const finding = { kind: 'assumed-currency', severity: 'info' } as const;
  const bare = items.filter(({ cost }) => cost?.currency === null).length;
  if (!money.isStated && bare > 0) log.note(finding, bare, money.currency ?? undefined);
  else if (areOwnDollars(items, shop)) log.note(finding, items.length);
}

function ofTitle(list: FoundList): { readonly field: FieldName; readonly column: string } {
  return { field: 'title', column: headerOf(list, list.columns.fields.title!) };
}

function headerOf({ stacks }: FoundList, column: number): string {
  return stacks[column]!.filter((text) => text !== '').join(' ');
}

function withoutPersonal(list: FoundList, log: IssueLog): FoundList {
  const { headers } = uniqueHeaders(list.stacks.map((_, column) => headerOf(list, column)));
  const found = findPersonalColumns(headers, list.records.slice(list.firstAt));
  const { barcode, sku, makerSku } = list.columns.fields;
  const numbers = [barcode, sku, makerSku];
  const dropped = found.flatMap(({ header, reason }) => {
    const column = headers.indexOf(header);
    // Long numbers of articles may look like numbers of phones.
    return reason === 'values' && numbers.includes(column) ? [] : [{ header, column }];
  });
  for (const { header } of dropped)
    log.note({ kind: 'personal-column-dropped', severity: 'info', column: header }, 1);
  if (dropped.length === 0) return list;
  const personal = new Set(dropped.map(({ column }) => column));
  return { ...list, personal, columns: matchListHeaders(list.stacks, personal) };
}

/** Of several columns of costs, reads the one in the shop's currency. */
function inShopCurrency(list: FoundList, currency: Currency | null): FoundList {
  const { fields, tiers } = list.columns;
  if (currency === null || fields.cost === undefined) return list;
  const taken = Object.values(fields).filter((column) => column !== fields.cost);
  const own = costColumns(list.stacks).find(
    (column) =>
      !taken.includes(column) && isSameCurrency(currencyOfStack(list.stacks[column]!), currency),
  );
  return own === undefined
    ? list
    : { ...list, columns: { fields: { ...fields, cost: own }, tiers } };
}
