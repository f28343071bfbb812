import type { Currency } from '#core/base/currency.ts';
import type { Issue } from '../csv/issues.ts';

/** An amount of money as a list states it. currency null: the list's. */
export interface ListedAmount {
  readonly amount: number;
  readonly currency: Currency | null;
}

/** An article as one list offers it. '' and null mean that the list does not say. */
export interface SupplierItem {
  /** Row of the list, as a spreadsheet counts; the first of its variants. */
  readonly row: number;
  readonly supplier: string;
  /** The supplier's own number. */
  readonly sku: string;
  /** The number that its maker gives it. */
  readonly makerSku: string;
  /** Barcodes of it or of its variants, as GTIN digits without leading zeros. */
  readonly barcodes: readonly string[];
  readonly title: string;
  /** Measures that its list states apart from the title, such as 30 x 20 cm. */
  readonly measure: string;
  /** Spelled as in the history where it is one of its categories. */
  readonly category: string;
  /** Present where the list names no category and the words of its title suggest this one. */
  readonly isCategoryProposed?: true;
  readonly brand: string;
  readonly material: string;
  /** Attributes of the history, by their names there. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly variants: readonly string[];
  /** Per unit at the minimum order; of variants, the highest. */
  readonly cost: ListedAmount | null;
  readonly listPrice: ListedAmount | null;
  /** Units. */
  readonly minimumOrder: number | null;
  readonly packSize: number | null;
  readonly leadTimeDays: number | null;
}

/** One table of a file. */
export interface SupplierList {
  readonly fileName: string;
  /** '' where the file holds one table. */
  readonly sheet: string;
  /** Supplier of the rows that name none. */
  readonly supplier: string;
  /** When it was added, and when its file was last changed, in milliseconds since 1970. */
  readonly addedAt: number;
  readonly savedAt: number;
  /** Currency of amounts that name none; null: the shop's. */
  readonly currency: Currency | null;
  /** Rows of articles. */
  readonly rowsRead: number;
  readonly items: readonly SupplierItem[];
  readonly issues: readonly Issue[];
}

/** What was read of a file of suppliers' lists. */
export interface SuppliersAccount {
  readonly fileName: string;
  readonly listCount: number;
  readonly rowsRead: number;
  readonly itemCount: number;
  /** Tables of the file that are no list. */
  readonly otherTables: readonly string[];
}
