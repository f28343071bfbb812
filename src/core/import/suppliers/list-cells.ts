// Reads the cells of a list's rows: texts, amounts of money and terms.

import { currencyOf, isCurrencyCode, isSameCurrency, type Currency } from '#core/base/currency.ts';
import type { IssueLog } from '../csv/issue-log.ts';
import { headerCurrency } from '../schema/header-currency.ts';
import { countDecimalVotes, decideDecimalSign, type DecimalSign } from '../values/read-number.ts';
import { readText } from '../values/read-text.ts';
import type { FoundList } from './find-list.ts';
import type { ListField } from './list-fields.ts';
import type { ListRow } from './list-rows.ts';
import type { HeaderStack } from './match-list-headers.ts';
import { readPrices, type PricePer, type TierPrice } from './read-price.ts';
import { readLeadTime, readMinimum, readPack } from './read-terms.ts';
import type { ListedAmount } from './supplier-list.ts';

export interface RowTerms {
  readonly cost: ListedAmount | null;
  readonly minimumOrder: number | null;
  readonly packSize: number | null;
  readonly leadTimeDays: number | null;
}

const DOZEN_UNITS = 12;
const LOWEST_PRICE = { kind: 'lowest-price', severity: 'warning', field: 'unitCost' } as const;
const PER_DOZEN = /dozen|打/iu;
const PER_CARTON = /per (?:carton|ctn|case|box)|carton price|箱价|\/\s*(?:ctn|箱)/iu;

/** @param place row and column as a spreadsheet counts, from 1; what stands above the row `since` says nothing of it */
export type CurrencyAt = (place: {
  readonly row: number;
  readonly column: number;
  readonly since: number;
}) => Currency | null;

interface CellsRead {
  readonly rows: readonly ListRow[];
  readonly currencyAt: CurrencyAt;
}

export class ListCells {
  readonly #currencyAt: CurrencyAt;
  readonly #list: FoundList;
  readonly #log: IssueLog;
  readonly #decimal: DecimalSign;

  constructor(list: FoundList, { rows, currencyAt }: CellsRead, log: IssueLog) {
    this.#currencyAt = currencyAt;
    this.#list = list;
    this.#log = log;
    const { fields, tiers } = list.columns;
    const prices = [fields.cost, fields.listPrice, ...tiers.map(({ column }) => column)];
    const texts = rows.flatMap(({ cells }) =>
      prices.flatMap((column) => (column === undefined ? [] : amountsIn(cells[column] ?? ''))),
    );
    this.#decimal = decideDecimalSign(countDecimalVotes(texts));
  }

  /** Header of a field's column, with its units; '' where the list has none. */
  header(field: ListField): string {
    return this.#headerAt(this.#list.columns.fields[field]);
  }

  text({ cells }: ListRow, field: ListField): string {
    const column = this.#list.columns.fields[field];
    return column === undefined ? '' : readText(cells[column] ?? '');
  }

  /** Cost per unit at the minimum order, and the other terms. Logs what cannot be read. */
  terms(row: ListRow): RowTerms {
    const packSize = readPack(this.text(row, 'pack'));
    const stated = readMinimum(this.text(row, 'minimum'), packSize);
    const prices = this.#costs(row);
    const chosen =
      prices.findLast(({ from }) => from === null || from <= (stated ?? 1)) ?? prices[0];
    const least = chosen?.from ?? null;
    if (chosen?.isLowest) this.#log.add(LOWEST_PRICE, row.row, row.cells[chosen.column]);
    return {
      cost: chosen ? this.#perUnit(row, chosen, packSize) : null,
      minimumOrder: stated === null ? least : Math.max(stated, least ?? 0),
      packSize,
      leadTimeDays: readLeadTime(this.text(row, 'lead'), this.header('lead')),
    };
  }

  listPrice(row: ListRow): ListedAmount | null {
    const column = this.#list.columns.fields.listPrice;
    if (column === undefined) return null;
    const [price] = this.#pricesAt(row, column);
    return price?.per === 'unit' ? this.#amount(row, price, column) : null;
  }

  /** Prices by quantity; those of columns, or else those in the cell. Each with its column's currency. */
  #costs(row: ListRow): (TierPrice & { readonly column: number })[] {
    const { fields, tiers } = this.#list.columns;
    const ofTiers = tiers.flatMap(({ column, tier: { from } }) =>
      this.#pricesAt(row, column).map((price) => ({ ...price, from, column })),
    );
    const { cost } = fields;
    if (ofTiers.length > 0 || cost === undefined) return ofTiers;
    return this.#pricesAt(row, cost).map((price) => ({ ...price, column: cost }));
  }

  #pricesAt(row: ListRow, column: number): TierPrice[] {
    const cell = row.cells[column] ?? '';
    const prices = readPrices(cell, this.#decimal);
    if (prices) return prices;
    const finding = { kind: 'unreadable-number', severity: 'warning' } as const;
    this.#log.add({ ...finding, column: this.#headerAt(column) }, row.row, cell);
    return [];
  }

  #perUnit(
    row: ListRow,
    price: TierPrice & { readonly column: number },
    packSize: number | null,
  ): ListedAmount | null {
    const per = price.per === 'unit' ? perOf(this.#headerAt(price.column)) : price.per;
    const units = per === 'unit' ? 1 : per === 'dozen' ? DOZEN_UNITS : packSize;
    const { amount, currency } = this.#amount(row, price, price.column);
    return units === null ? null : { amount: amount / units, currency };
  }

  /** A sign in the cell is what the row's or the header's code makes of it; without any, the cell's format says it. */
  #amount(row: ListRow, { amount, currency }: TierPrice, column: number): ListedAmount {
    const inList =
      currencyNamed(this.text(row, 'currency')) ?? currencyOfStack(this.#list.stacks[column]!);
    const since = this.#list.firstAt + 1;
    const said = inList ?? this.#currencyAt({ row: row.row, column: column + 1, since });
    const isSaid = currency === null || isSameCurrency(currency, said);
    return { amount, currency: isSaid ? (said ?? currency) : currency };
  }

  #headerAt(column: number | undefined): string {
    if (column === undefined) return '';
    return this.#list.stacks[column]!.filter((text) => text !== '').join(' ');
  }
}

/** Returns the currency that a column's own header names, else one above it. */
export function currencyOfStack(stack: HeaderStack): Currency | null {
  const named = stack.map((text) => headerCurrency(text)).filter((each) => each !== null);
  return named.at(-1) ?? null;
}

/** Returns the currency that a cell names: "USD", "usd", "$", "美元". */
export function currencyNamed(cell: string): Currency | null {
  const code = cell.trim().toUpperCase();
  if (isCurrencyCode(code)) return code === 'RMB' ? 'CNY' : code;
  return headerCurrency(cell) ?? currencyOf(cell);
}

function perOf(header: string): PricePer {
  if (PER_DOZEN.test(header)) return 'dozen';
  return PER_CARTON.test(header) ? 'carton' : 'unit';
}

const AMOUNT = /\d[\d.,]*/gu;

function amountsIn(cell: string): string[] {
  return cell.match(AMOUNT)?.map((text) => text.replace(/[.,]$/, '')) ?? [];
}
