import type { Currency, CurrencyRates, FileCurrencies } from '#core/base/currency.ts';
import {
  isChangedSince,
  type RecordChange,
  type RecordConflict,
} from '#core/base/record-change.ts';
import { withoutKey } from '#core/base/lookup.ts';
import type { FiledSuppliers } from '#core/files/project/project-records.ts';
import { shopCurrency } from '#core/import/columns/shop-currency.ts';
import { isCurrencyRate } from '#core/import/recipe/recipe.ts';
import { buildArticles, type ArticleEdit } from '#core/import/suppliers/build-articles.ts';
import { listedMoney } from '#core/import/suppliers/shop-money.ts';
import type { SupplierList } from '#core/import/suppliers/supplier-list.ts';
import type { Article } from '#core/launch/article.ts';
import type { ShortlistDecisions } from '#core/season/portfolio/shortlist-decisions.ts';
import { inDataset } from '../data/datasets.ts';
import { database } from '../database/database.ts';
import { withStorage } from '../database/quota.ts';
import type { DatasetRecord } from '../database/records.ts';
import type { UndoOptions } from '../database/undo-changes.ts';

export type SupplierLists = readonly SupplierList[];

/** Suppliers' lists and the articles made of them, with what costs are in. */
export interface StoredSuppliers extends Omit<FiledSuppliers, 'edits' | 'rates' | 'decisions'> {
  readonly edits: NonNullable<FiledSuppliers['edits']>;
  /** Rates for the currencies of lists: those that the seller gave for lists, else those of the launches. */
  readonly rates: CurrencyRates;
  /** The shop's currency and the others that costs are in; null where neither is known. */
  readonly money: FileCurrencies | null;
}

const NOTHING: FiledSuppliers = {
  lists: [],
  articles: [],
  merges: [],
  issues: [],
  usualUnits: null,
};

/** Loads suppliers' lists, oldest first, and their articles; none where the data set is gone. */
export function loadSuppliers(datasetId: number): Promise<StoredSuppliers> {
  const { datasets, suppliers } = database;
  return withStorage(() =>
    database.transaction('r', datasets, suppliers, async () => {
      const { edits = {}, ...stored } = (await suppliers.get(datasetId)) ?? NOTHING;
      const { lists, articles, merges, issues, usualUnits } = stored;
      const shop = moneyOf(await datasets.get(datasetId), stored.rates);
      const money = listedMoney(lists, shop);
      return { lists, articles, merges, issues, usualUnits, edits, rates: shop.rates, money };
    }),
  );
}

/** Loads the articles that may be launched: all that the seller did not leave out. */
export function loadArticles(datasetId: number): Promise<readonly Article[]> {
  return withStorage(async () => {
    const { articles } = (await database.suppliers.get(datasetId)) ?? NOTHING;
    return articles.filter(({ isLeftOut }) => !isLeftOut);
  });
}

/** Loads what the seller decided about the shortlist; null where nothing yet. */
export function loadDecisions(datasetId: number): Promise<ShortlistDecisions | null> {
  return withStorage(async () => (await database.suppliers.get(datasetId))?.decisions ?? null);
}

/**
 * Changes what the seller decided about the shortlist, and returns it. It is changed as it is stored, so what another tab
 * decided meanwhile stays. Throws AppError dataset-missing where the data set is gone.
 */
export function changeDecisions(
  datasetId: number,
  change: (before: ShortlistDecisions | null) => ShortlistDecisions,
): Promise<ShortlistDecisions> {
  const { suppliers } = database;
  return inDataset(datasetId, [suppliers], async () => {
    const stored: FiledSuppliers = (await suppliers.get(datasetId)) ?? NOTHING;
    const decisions = change(stored.decisions ?? null);
    await suppliers.put({ ...stored, datasetId, decisions });
    return decisions;
  });
}

/**
 * Adds the lists of a file, in place of those of the same file name that have a supplier in common with them: many
 * suppliers call theirs "price list". Throws AppError dataset-missing where the data set is gone.
 * @param usualUnits median units of a launch; null where it is not known
 */
export function addSupplierLists(
  datasetId: number,
  lists: SupplierLists,
  usualUnits: number | null,
): Promise<void> {
  return changeSuppliers(datasetId, (stored) => {
    const replaced = replacedBy(lists, stored.lists);
    const kept = stored.lists.filter((list) => !replaced.includes(list));
    const added = lists.map((list) => withChosenCurrency(list, replaced));
    return { ...stored, usualUnits, lists: [...kept, ...added] };
  });
}

/** Returns the lists of an earlier version of a file: all of its sheets, if any is of the same supplier. */
function replacedBy(lists: SupplierLists, before: SupplierLists): SupplierLists {
  const isSameFile = (list: SupplierList) =>
    lists.some(({ fileName }) => fileName === list.fileName);
  const earlier = before.filter(isSameFile);
  const versions = new Set(
    earlier
      .filter(({ supplier }) => lists.some((list) => list.supplier === supplier))
      .map(({ addedAt }) => addedAt),
  );
  return earlier.filter(({ addedAt }) => versions.has(addedAt));
}

/** Removes the list at a place; does nothing where there is none. Throws AppError dataset-missing. */
export async function removeSupplierList(
  datasetId: number,
  place: number,
): Promise<RecordChange<SupplierLists> | null> {
  let change: RecordChange<SupplierLists> | null = null;
  await changeSuppliers(datasetId, (stored) => {
    const before = stored.lists;
    if (!before[place]) return stored;
    const lists = before.filter((_, i) => i !== place);
    change = { id: datasetId, before, after: lists };
    return { ...stored, lists };
  });
  return change;
}

/**
 * Undoes a change of the lists. Throws AppError dataset-missing where the data set is gone.
 * Returns null, or a conflict where another tab has changed the lists since; then nothing is done, unless forced.
 * @param change its ID is that of the data set
 */
export async function undoSupplierLists(
  { id: datasetId, before, after }: RecordChange<SupplierLists>,
  { isForced = false }: UndoOptions = {},
): Promise<RecordConflict<SupplierLists> | null> {
  let conflict: RecordConflict<SupplierLists> | null = null;
  await changeSuppliers(datasetId, (stored) => {
    const now = stored.lists;
    if (isForced || !isChangedSince({ before, after }, now))
      return { ...stored, lists: before ?? [] };
    conflict = { id: datasetId, before, after, now };
    return stored;
  });
  return conflict;
}

/**
 * Replaces what the seller changed about an article, by its ID; an empty edit takes all back. Throws AppError
 * dataset-missing where the data set is gone.
 */
export function editArticle(
  datasetId: number,
  articleId: string,
  edit: ArticleEdit,
): Promise<void> {
  return changeSuppliers(datasetId, ({ edits = {}, ...stored }) => {
    const others = withoutKey(edits, articleId);
    const isEmpty = Object.keys(edit).length === 0;
    const all = isEmpty ? Object.entries(others) : [...Object.entries(others), [articleId, edit]];
    return { ...stored, edits: Object.fromEntries(all) as typeof edits };
  });
}

/**
 * Changes the rates for suppliers' lists; null takes one back, others stay.
 * @throws RangeError for a rate that is not a finite number above 0
 */
export function changeSupplierRates(
  datasetId: number,
  typed: Readonly<Record<Currency, number | null>>,
): Promise<void> {
  return changeSuppliers(datasetId, ({ rates = {}, ...stored }) => {
    const kept = Object.entries({ ...rates, ...typed }).flatMap(([currency, rate]) => {
      if (rate === null) return [];
      if (!isCurrencyRate(rate)) throw new RangeError(`expected a rate above zero, got ${rate}`);
      return [[currency, rate] as const];
    });
    return { ...stored, rates: Object.fromEntries(kept) };
  });
}

/** Sets the currency of a list's amounts that name none; null: the shop's. */
export function setListCurrency(
  datasetId: number,
  place: number,
  currency: Currency | null,
): Promise<void> {
  return changeSuppliers(datasetId, (stored) => ({
    ...stored,
    lists: stored.lists.map((list, i) =>
      i === place ? { ...list, currency, issues: withoutAssumed(list) } : list,
    ),
  }));
}

/** A list that does not name its currency keeps the one that the seller chose for the list it takes the place of. */
function withChosenCurrency(list: SupplierList, before: SupplierLists): SupplierList {
  const old = before.find(
    ({ fileName, sheet }) => fileName === list.fileName && sheet === list.sheet,
  );
  const isAssumed = ({ issues }: SupplierList) => issues.length > withoutAssumed({ issues }).length;
  if (!old || isAssumed(old) || !isAssumed(list)) return list;
  return { ...list, currency: old.currency, issues: withoutAssumed(list) };
}

/** A currency that the seller chose is not assumed. */
function withoutAssumed({ issues }: Pick<SupplierList, 'issues'>): SupplierList['issues'] {
  return issues.filter(({ kind }) => kind !== 'assumed-currency');
}

/** Changes what is stored and builds the articles anew from all lists, in one transaction. */
function changeSuppliers(
  datasetId: number,
  change: (stored: FiledSuppliers) => FiledSuppliers,
): Promise<void> {
  const { suppliers } = database;
  return inDataset(datasetId, [suppliers], async (dataset) => {
    const before: FiledSuppliers = (await suppliers.get(datasetId)) ?? NOTHING;
    const after = change(before);
    if (after === before) return;
    const { lists, usualUnits, edits, rates, decisions } = after;
    const context = { money: moneyOf(dataset, rates), usualUnits, edits: edits ?? {} };
    const built = buildArticles(lists, context);
    await suppliers.put({
      ...{ datasetId, lists, ...built, usualUnits },
      ...(edits && { edits }),
      ...(rates && { rates }),
      ...(decisions && { decisions }),
    });
  });
}

function moneyOf(dataset: DatasetRecord | undefined, rates: CurrencyRates = {}) {
  return {
    currency: shopCurrency(dataset),
    rates: { ...dataset?.recipe?.currencyRates, ...rates },
  };
}
