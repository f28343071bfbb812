import { words } from '#core/base/text/words.ts';
import { foldedHeader } from '#core/base/text/folded-header.ts';

/** Recognised headers, best first. */
const ON_HAND = words(
  'on hand, stock on hand, in stock, available, available stock, current stock, stock, inventory',
  'inventory quantity, variant inventory qty, stock level, quantity on hand, qty on hand',
  'quantity available, available quantity, left, quantity, qty, pieces, units, units on hand',
  'units in stock, bestand, lagerbestand, auf lager, verfugbar, menge, existencias, en stock',
  'disponible, cantidad, inventario, stock disponible, quantite, quantite en stock, estoque',
  'em estoque, quantidade, 库存, 现有库存, 可用库存, 在库, 库存数量, 剩余库存, 数量, 在庫, 在庫数',
  '在庫数量, 数量',
);
const WEEKLY = [
  ...['sold a week', 'sold per week', 'units per week', 'weekly units', 'weekly sales'],
  ...['sales per week', 'units a week', 'sold last week', 'last week', 'weekly pace'],
  ...['verkauft pro woche', 'absatz pro woche', 'vendidos por semana', 'ventas por semana'],
  ...['ventes par semaine', 'vendus par semaine', 'vendas por semana'],
  ...['周销量', '每周销量', '近一周销量', '最近一周销量', '週間販売数'],
];

export interface StockHeaders {
  readonly onHand: string | undefined;
  readonly weeklyUnits: string | undefined;
}

/** Finds the columns with the units on hand and the units sold per week. */
export function stockHeaders(headers: readonly string[]): StockHeaders {
  const byName = new Map(headers.map((header) => [foldedHeader(header), header]));
  const first = (names: readonly string[]): string | undefined =>
    byName.get(names.find((name) => byName.has(name)) ?? '');
  return { onHand: first(ON_HAND), weeklyUnits: first(WEEKLY) };
}
