import type { DateOrder } from '../csv/read-date.ts';

/** What can be learnt of a line of an order, where an export has a column for it. */
export const LINE_FIELDS = [
  /** What a row is, where sales, fees and payouts stand in one table: see `RowKinds`. */
  'rowKind',
  'orderId',
  'orderedAt',
  /** A time of day in a column of its own. */
  'orderedTime',
  /** Of the order, of the line, of what came after the sale. */
  'status',
  'cancelledAt',
  'productId',
  'sku',
  'title',
  'variant',
  'category',
  'brand',
  'quantity',
  'unitPrice',
  /** Of all pieces of the line, before discounts where both are there. */
  'lineTotal',
  /** What was paid for all pieces of the line: discounts are off already. */
  'paidTotal',
  /** What a piece costs without promotion ("compare at"). */
  'listPrice',
  /** Of the whole line. */
  'discount',
  /** Of the price, as a share of it: "15", "15%". */
  'discountPercent',
  /** Of the whole order, on each of its lines or on the first; what is off its lines may be within. */
  'orderDiscount',
  'coupon',
  'channel',
  /** Money given back, of the whole order. */
  'refunded',
  /** Pieces of the line that came back. */
  'returned',
  /** Cells that each hold a whole line of the order: "product_id:4959|1|30|size: Medium" is product, quantity, total, variant. */
  'packedItems',
] as const;

/** What is known of a whole order in exports whose lines stand elsewhere, or are packed into a cell. */
export const ORDER_FIELDS = [
  'orderId',
  'orderedAt',
  'status',
  'cancelledAt',
  /** Of its only item, or of several, joined. */
  'title',
  'quantity',
  'orderTotal',
  'orderDiscount',
  'coupon',
  'channel',
  'refunded',
] as const;

export const CATALOGUE_FIELDS = [
  /** Whether a row is a product or one of its variants: see `RowKinds`. */
  'rowKind',
  /** What all variants share: a handle, a parent's number. Rows without it continue the row above. */
  'productId',
  /** Of the variant. */
  'sku',
  /** Of a variant: its product's number or SKU. */
  'parent',
  'title',
  /** What tells a variant from the others: "Red", "L". */
  'variant',
  'description',
  'category',
  'brand',
  'listPrice',
  'salePrice',
  /** What a variant costs more than its product. */
  'surcharge',
  'unitCost',
  'listedAt',
  'stock',
  /** Who counts the stock; where nobody does, its number says nothing. */
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
  /** Where the report says for which days it is; else the seller does. */
  'from',
  'until',
] as const;

export const AD_FIELDS = [
  'campaign',
  'adSet',
  /** What was advertised, in reports by product. */
  'productId',
  'sku',
  'title',
  'from',
  'until',
  'spend',
  'impressions',
  'clicks',
] as const;

/** Pieces that came back, by the order that they were sold in. */
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
 * Fields of which every column that is there counts: amounts add up, parts of a name follow each other, of states one is
 * enough. Of other fields the best column is read.
 */
export const REPEATED_FIELDS: ReadonlySet<string> = new Set([
  'status',
  'variant',
  'discount',
  'orderDiscount',
  'packedItems',
] satisfies FieldsByKind[ExportKind][]);

/** Names that a column may have, best first. A star stands for any words, or none: "Amount spent (*)". */
export type ColumnNames = readonly string[];

/** Which texts of the field 'rowKind', compared whole whatever their case and width, say what a row is. */
export interface RowKinds {
  /** Lines of orders. Rows of other kinds are no lines, and are counted. */
  readonly lines?: readonly string[];
  /** Money given back for the order that the row names, under the field 'refunded', which lines then have none of. */
  readonly refunds?: readonly string[];
  /** Variants of a product of the same id. Where it has any, the product's own row is none. */
  readonly variants?: readonly string[];
}

/** A file that a platform writes: data only. What is read of it and how follows from it. */
export interface ExportFormat<Kind extends ExportKind = ExportKind> {
  /** Such as "shopify-orders". */
  readonly id: string;
  /** As it calls itself, in every language; '' for a table of no platform. */
  readonly platform: string;
  readonly kind: Kind;
  /**
   * Sets of column names that no other export has together: all of one set are there. A table of no platform has none; it
   * is known by columns for all that is needed, and asked for last.
   */
  readonly signatures: readonly (readonly string[])[];
  /** Names that no such file has. */
  readonly unless?: ColumnNames;
  readonly columns: Readonly<Partial<Record<FieldsByKind[Kind], ColumnNames>>>;
  /** Without one of each group nothing can be made of the file. */
  readonly needed: readonly (readonly FieldsByKind[Kind][])[];
  /**
   * Of a table of no platform: what it is known by, where that is less than what is needed. Without the rest it is still told
   * from others, and what is missing can be named.
   */
  readonly knownBy?: readonly (readonly FieldsByKind[Kind][])[];
  readonly rowKinds?: RowKinds;
  /** A variant is of the product above it, whatever number stands in its row. */
  readonly variantsBelow?: boolean;
  /** SKUs are of variants: lines of one title are of one product where nothing else numbers it. */
  readonly productByTitle?: boolean;
  /** Where the file always writes days and months in one order. */
  readonly dateOrder?: DateOrder;
  /** Fields of the order stand on its first line only. */
  readonly orderOnFirstLine?: boolean;
  /** States, as written (compared by their beginning, whatever their case and width), in which nothing was sold. */
  readonly notSold?: readonly string[];
  /** States, compared alike after those, in which pieces came back though their number is above zero. */
  readonly cameBack?: readonly string[];
  /** An order id that begins with this takes another order back, such as C536379. */
  readonly cancelPrefix?: string;
}

export type AnyExportFormat = { readonly [Kind in ExportKind]: ExportFormat<Kind> }[ExportKind];

/** A file that was recognised. */
export type RecognisedExport = {
  readonly [Kind in ExportKind]: {
    readonly kind: Kind;
    readonly format: ExportFormat<Kind>;
    /** Headers as they stand in the file: one a field, or several of those in `REPEATED_FIELDS`. */
    readonly columns: Readonly<Partial<Record<FieldsByKind[Kind], readonly string[]>>>;
    /** Groups of `needed` of which no column is there; it can be read only if there is none. */
    readonly missing: readonly (readonly FieldsByKind[Kind][])[];
  };
}[ExportKind];
