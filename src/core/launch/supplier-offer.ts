/** At what terms a supplier sells an article. null: the list does not say. */
export interface SupplierOffer {
  readonly supplier: string;
  /** '' where the list has none. */
  readonly sku: string;
  /** In the shop's currency. */
  readonly unitCost: number | null;
  /** Units. */
  readonly minimumOrder: number | null;
  /** Orders are multiples of so many units. */
  readonly packSize: number | null;
  readonly leadTimeDays: number | null;
}
