// Articles of all suppliers' lists together: each once, with the offers for it.

import { ownValue } from '#core/base/lookup.ts';
import { spellingKey } from '#core/base/text/split-words.ts';
import type { Article } from '#core/launch/article.ts';
import type { SupplierOffer } from '#core/launch/supplier-offer.ts';
import { IssueLog } from '../csv/issue-log.ts';
import type { Issue } from '../csv/issues.ts';
import { firstFree } from '../csv/unique-headers.ts';
import {
  numberKey,
  sameArticles,
  type ComparedItem,
  type SameBy,
  type SameItems,
} from './same-articles.ts';
import { currencyIn, inShopMoney, withCurrency, type ShopMoney } from './shop-money.ts';
import type { SupplierItem, SupplierList } from './supplier-list.ts';

/** What the seller changed about an article; what is absent is as the lists say. */
export interface ArticleEdit {
  readonly unitCost?: number;
  readonly listPrice?: number;
  readonly category?: string;
  readonly isLeftOut?: true;
}

/** Edits by the ID that the article had. */
export type ArticleEdits = Readonly<Record<string, ArticleEdit>>;

/** An article that several lists offer, and what showed that it is the same. */
export interface MergedArticle {
  readonly articleId: string;
  readonly by: readonly SameBy[];
  /** As the lists write it, one text for each offer. */
  readonly titles: readonly string[];
  readonly suppliers: readonly string[];
}

export interface ArticleContext {
  readonly money: ShopMoney;
  /** Median units of a launch of the shop; null where it is not known. */
  readonly usualUnits: number | null;
  readonly edits: ArticleEdits;
}

export interface BuiltArticles {
  readonly articles: readonly Article[];
  readonly merges: readonly MergedArticle[];
  /** Findings of each list beyond those of its reading, in the order of lists. */
  readonly issues: readonly (readonly Issue[])[];
}

/** A minimum order above so many usual launches is more than a seller should try. */
const MOST_TIMES_USUAL = 50;

interface Listed extends ComparedItem {
  readonly savedAt: number;
}

/** Builds the articles of lists. The order of lists changes nothing but the order of findings. */
export function buildArticles(
  lists: readonly SupplierList[],
  { money, usualUnits, edits }: ArticleContext,
): BuiltArticles {
  const shop = withCurrency(money, lists);
  const listed = listedItems(lists, shop);
  const groups = sameArticles(listed).map((group) => ({ ...group, offers: offersOf(group) }));
  const built = groups.map((group) => articleOf(group, { lists, shop, edits }));
  const merges = groups.flatMap((group, i): MergedArticle[] => {
    if (group.members.length < 2) return [];
    const items = group.offers.map(({ item }) => item);
    return [
      {
        ...{ articleId: built[i]!.id, by: group.by, titles: items.map(({ title }) => title) },
        suppliers: items.map(({ supplier }) => supplier),
      },
    ];
  });
  const issues = lists.map((list) => issuesOf(list, shop, usualUnits));
  return { articles: built, merges, issues };
}

/** Returns all items with unique keys, sorted by them. Of equal keys, the content decides which is first. */
function listedItems(lists: readonly SupplierList[], shop: ShopMoney): Listed[] {
  const all = lists.flatMap((list, i) =>
    list.items.map((item) => ({
      content: JSON.stringify([keyOf(item), item, list.fileName, list.sheet]),
      listed: {
        ...{ item, list: i, savedAt: list.savedAt, key: keyOf(item) },
        origin: `${i} ${spellingKey(item.supplier)}`,
        unitCost: item.cost && inShopMoney(item.cost, list, shop),
      },
    })),
  );
  const taken = new Set<string>();
  const inOrder = all.sort((a, b) => (a.content < b.content ? -1 : 1));
  const named = inOrder.map(({ listed }): Listed => {
    const key = firstFree(listed.key, taken);
    taken.add(key);
    return { ...listed, key };
  });
  return named.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function keyOf({ supplier, sku, title }: SupplierItem): string {
  return `${supplier} / ${sku === '' ? title : sku}`;
}

interface Offered extends SameItems {
  /** Members whose offers stand, the one to buy at first. */
  readonly offers: readonly ComparedItem[];
}

/** Of several offers of a supplier's number, that of the newest file stands. Those with a cost come first, then the cheapest. */
function offersOf({ members }: SameItems): ComparedItem[] {
  const newest = new Map<string, number>();
  const bySku = ({ item, key }: ComparedItem) =>
    item.sku === '' ? key : JSON.stringify([spellingKey(item.supplier), numberKey(item.sku)]);
  const listed = members as readonly Listed[];
  for (const member of listed)
    newest.set(bySku(member), Math.max(member.savedAt, newest.get(bySku(member)) ?? -Infinity));
  return listed
    .filter((member) => member.savedAt === newest.get(bySku(member)))
    .sort(
      (a, b) =>
        (a.unitCost ?? Infinity) - (b.unitCost ?? Infinity) ||
        (a.item.minimumOrder ?? Infinity) - (b.item.minimumOrder ?? Infinity) ||
        (a.key < b.key ? -1 : 1),
    );
}

interface Building {
  readonly lists: readonly SupplierList[];
  readonly shop: ShopMoney;
  readonly edits: ArticleEdits;
}

function articleOf({ members, offers }: Offered, { lists, shop, edits }: Building): Article {
  const items = offers.map(({ item }) => item);
  const ids = members.map(({ key }) => key).sort();
  const prices = offers.map(
    ({ item, list }) => item.listPrice && inShopMoney(item.listPrice, lists[list]!, shop),
  );
  const { unitCost, listPrice, category, isLeftOut } = editOf(ids, edits);
  const attributes = items.toReversed().flatMap((item) => Object.entries(item.attributes));
  return {
    ...{ id: ids[0]!, title: items[0]!.title },
    ...(category === undefined ? categoryOf(items) : { category }),
    brand: items.find(({ brand }) => brand !== '')?.brand ?? '',
    listPrice: listPrice ?? prices.find((price) => price !== null) ?? null,
    unitCost: unitCost ?? offers[0]!.unitCost,
    attributes: Object.fromEntries(attributes),
    offers: offers.map(offerOf) as [SupplierOffer, ...SupplierOffer[]],
    variants: variantsOf(items),
    ...(isLeftOut && { isLeftOut }),
  };
}

/** A category that any list names counts more than one that is proposed. */
function categoryOf(
  items: readonly SupplierItem[],
): Pick<Article, 'category' | 'isCategoryProposed'> {
  const known = items.filter(({ category }) => category !== '');
  const stated = known.find(({ isCategoryProposed }) => !isCategoryProposed);
  if (stated) return { category: stated.category };
  const [proposed] = known;
  return proposed ? { category: proposed.category, isCategoryProposed: true } : { category: '' };
}

/** An edit stays with its article when other lists offer it too; that of the ID it has now counts most. */
function editOf(ids: readonly string[], edits: ArticleEdits): ArticleEdit {
  const found = ids.toReversed().map((id) => ownValue(edits, id) ?? {});
  return Object.assign({}, ...found) as ArticleEdit;
}

function offerOf({ item, unitCost }: ComparedItem): SupplierOffer {
  const { supplier, sku, minimumOrder, packSize, leadTimeDays } = item;
  return { supplier, sku, unitCost, minimumOrder, packSize, leadTimeDays };
}

function variantsOf(items: readonly SupplierItem[]): string[] {
  const known = new Map<string, string>();
  for (const name of items.flatMap(({ variants }) => variants))
    if (!known.has(spellingKey(name))) known.set(spellingKey(name), name);
  return [...known.values()];
}

function issuesOf(list: SupplierList, shop: ShopMoney, usualUnits: number | null): Issue[] {
  const log = new IssueLog();
  const most = usualUnits === null ? Infinity : MOST_TIMES_USUAL * usualUnits;
  for (const { row, title, cost, listPrice, minimumOrder, isCategoryProposed } of list.items) {
    for (const amount of [cost, listPrice])
      if (amount && inShopMoney(amount, list, shop) === null) {
        const column = currencyIn(amount, list);
        log.add({ kind: 'rate-missing', severity: 'warning', column }, row, title);
      }
    if ((minimumOrder ?? 0) > most)
      log.add({ kind: 'large-minimum', severity: 'warning' }, row, title);
    if (isCategoryProposed) log.add({ kind: 'proposed-category', severity: 'info' }, row, title);
  }
  return log.issues();
}
