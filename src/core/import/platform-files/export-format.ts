import type { Currency } from '#core/base/currency.ts';
import type { DateOrder } from '../values/read-date.ts';

/** Fields of an order line that exports can have columns for. */
export const LINE_FIELDS = [
  /** Kind of the row, if sales, fees and payouts share one table: see `RowKinds`. */
  'rowKind',
  'orderId',
  'orderedAt',
  /** Time of day in a separate column. */
  'orderedTime',
  /** State of the order, of the line, or after the sale. */
  'status',
  'cancelledAt',
  /** When the order left, or the number of its parcel. */
  'dispatched',
  'productId',
  'sku',
  'title',
  'variant',
  'category',
  'brand',
  'quantity',
  'unitPrice',
  /** For all units of the line, before discounts if the file has both totals. */
  'lineTotal',
  /** Paid for all units of the line, after discounts. */
  'paidTotal',
  /** Price of a unit without promotion ("compare at"). */
  'listPrice',
  /** For the whole line. */
  'discount',
  /** Share of the price: "15", "15%". */
  'discountPercent',
  /** For the whole order, on each of its lines or only on the first. It may include the discounts of its lines. */
  'orderDiscount',
  'coupon',
  'channel',
  /** Tells buyers apart over several orders: an e-mail address, a user name, a number. Read as a salted hash only. */
  'buyer',
  /** Money refunded for the whole order. */
  'refunded',
  /** Units of the line that were returned. */
  'returned',
  /**
   * Cells that each hold a whole line of the order. "product_id:4959|1|30|size: Medium" is product, quantity, total,
   * variant.
   */
  'packedItems',
] as const;

/** Fields of a whole order, for exports whose lines are in another file or packed into a cell. */
export const ORDER_FIELDS = [
  'orderId',
  'orderedAt',
  'status',
  'cancelledAt',
  'dispatched',
  /** Title of its only item, or the joined titles of several. */
  'title',
  'quantity',
  'orderTotal',
  'orderDiscount',
  'coupon',
  'channel',
  'buyer',
  'refunded',
] as const;

export const CATALOGUE_FIELDS = [
  /** Whether a row is a product or one of its variants: see `RowKinds`. */
  'rowKind',
  /** Shared by all variants: a handle, a parent's number. Rows without it continue the row above. */
  'productId',
  /** SKU of the variant. */
  'sku',
  /** For a variant, its product's number or SKU. */
  'parent',
  'title',
  /** Name among the product's variants: "Red", "L". */
  'variant',
  'description',
  'category',
  'brand',
  'listPrice',
  'salePrice',
  /** Price of a variant in addition to its product's. */
  'surcharge',
  'unitCost',
  'listedAt',
  'stock',
  /** System that counts the stock. If there is none, the stock number is meaningless. */
  'stockTracker',
] as const;

export const STOCK_FIELDS = ['productId', 'sku', 'title', 'onHand'] as const;

export const TRAFFIC_FIELDS = [
  'parentId',
  'productId',
  'sku',
  'title',
  'impressions',
  'clicks',
  'units',
  'revenue',
  /** Days of the report if it states them; otherwise the seller does. */
  'from',
  'until',
] as const;

export const AD_FIELDS = [
  'campaign',
  'adSet',
  /** The advertised product, in reports by product. */
  'productId',
  'sku',
  'title',
  'from',
  'until',
  'spend',
  'impressions',
  'clicks',
] as const;

/** Returned units, by the order in which they were sold. */
export const RETURN_FIELDS = ['orderId', 'productId', 'sku', 'title', 'quantity'] as const;

export interface FieldsByKind {
  'order-lines': (typeof LINE_FIELDS)[number];
  orders: (typeof ORDER_FIELDS)[number];
  catalogue: (typeof CATALOGUE_FIELDS)[number];
  stock: (typeof STOCK_FIELDS)[number];
  traffic: (typeof TRAFFIC_FIELDS)[number];
  ads: (typeof AD_FIELDS)[number];
  returns: (typeof RETURN_FIELDS)[number];
}
export type ExportKind = keyof FieldsByKind;

/**
 * Fields that use all their columns: amounts add up, parts of a name are joined, one matching state is enough. Other
 * fields use only their best column.
 */
export const REPEATED_FIELDS: ReadonlySet<string> = new Set([
  'status',
  'variant',
  'discount',
  'orderDiscount',
  'packedItems',
] satisfies FieldsByKind[ExportKind][]);

/** Possible names of a column, best first. A star stands for any text, or none: "Amount spent (*)". */
export type ColumnNames = readonly string[];

/** Which texts of the field 'rowKind' mean which kind of row. Whole texts are compared, ignoring case and width. */
export interface RowKinds {
  /** Order lines. Rows of other kinds are not lines, but are counted in the account. */
  readonly lines?: readonly string[];
  /** Refunds of the named order, under the field 'refunded', which its lines then lack. */
  readonly refunds?: readonly string[];
  /** Variants of a product with the same ID. If it has any, the product's own row is not a variant. */
  readonly variants?: readonly string[];
}

/** A file type that a platform writes, as data only. It determines what is read and how. */
export interface ExportFormat<Kind extends ExportKind = ExportKind> {
  /** Unique ID, such as "shopify-orders". */
  readonly id: string;
  /** Platform name, the same in every language; '' for a table that belongs to no platform. */
  readonly platform: string;
  readonly kind: Kind;
  /** Currency of all its shops; absent: they count in several. */
  readonly currency?: Currency;
  /**
   * Sets of column names that no other export has in combination. All names of one set must be present. A table of no
   * platform has none. It is recognised by having all needed columns, and is tried last.
   */
  readonly signatures: readonly (readonly string[])[];
  /** Column names that no such file has. */
  readonly unless?: ColumnNames;
  readonly columns: Readonly<Partial<Record<FieldsByKind[Kind], ColumnNames>>>;
  /** Groups of fields. Without at least one field of each group, the file is unusable. */
  readonly needed: readonly (readonly FieldsByKind[Kind][])[];
  /**
   * For a table of no platform: groups that suffice to recognise it, if fewer than those needed. So the missing columns
   * can be named.
   */
  readonly knownBy?: readonly (readonly FieldsByKind[Kind][])[];
  readonly rowKinds?: RowKinds;
  /** Whether a variant belongs to the product above it, whatever ID its row has. */
  readonly variantsBelow?: boolean;
  /** Whether SKUs identify variants, so lines with one title are one product unless another number says otherwise. */
  readonly productByTitle?: boolean;
  /** Order of day and month, if the file always uses the same. */
  readonly dateOrder?: DateOrder;
  /** Whether fields of the order are only on its first line. */
  readonly orderOnFirstLine?: boolean;
  /** Whether a day is only on the first of its lines. */
  readonly dayOnFirstLine?: boolean;
  /**
   * States in which nothing was sold, unless the order left. Cells are compared by their beginning, ignoring case and
   * width.
   */
  readonly notSold?: readonly string[];
  /**
   * States in which units were returned although their number is above 0. They are compared in the same way, after
   * those of `notSold`.
   */
  readonly cameBack?: readonly string[];
  /** States of an order that may still be paid, compared as those of `notSold`. The seller says whether it counts. */
  readonly pending?: readonly string[];
  /**
   * States of an order of which all, or some, of the money was paid back. They tell returns where amounts do not. What
   * never left was cancelled.
   */
  readonly paidBack?: { readonly all: readonly string[]; readonly some: readonly string[] };
  /** Prefix of order IDs that cancel another order, such as C536379. */
  readonly cancelPrefix?: string;
}

export type AnyExportFormat = { readonly [Kind in ExportKind]: ExportFormat<Kind> }[ExportKind];

/** A recognised file. */
export type RecognisedExport = {
  readonly [Kind in ExportKind]: {
    readonly kind: Kind;
    readonly format: ExportFormat<Kind>;
    /** Headers as in the file: one for each field, or several for those in `REPEATED_FIELDS`. */
    readonly columns: Readonly<Partial<Record<FieldsByKind[Kind], readonly string[]>>>;
    /** Groups of `needed` without any column. The file can be read only if there are none. */
    readonly missing: readonly (readonly FieldsByKind[Kind][])[];
  };
}[ExportKind];
