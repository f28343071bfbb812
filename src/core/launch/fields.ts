export interface FieldFacts {
  readonly kind: 'text' | 'number' | 'date' | 'discount';
  /** Known before the launch (product), decided by the seller (action), or measured afterwards (outcome). */
  readonly role: 'product' | 'action' | 'outcome';
}

const FACTS = {
  productId: { kind: 'text', role: 'product' },
  title: { kind: 'text', role: 'product' },
  category: { kind: 'text', role: 'product' },
  brand: { kind: 'text', role: 'product' },
  listPrice: { kind: 'number', role: 'product' },
  unitCost: { kind: 'number', role: 'product' },
  launchDate: { kind: 'date', role: 'action' },
  channel: { kind: 'text', role: 'action' },
  promotion: { kind: 'text', role: 'action' },
  salePrice: { kind: 'number', role: 'action' },
  discount: { kind: 'discount', role: 'action' },
  adSpend: { kind: 'number', role: 'action' },
  channelFee: { kind: 'number', role: 'action' },
  firstStock: { kind: 'number', role: 'action' },
  impressions: { kind: 'number', role: 'outcome' },
  clicks: { kind: 'number', role: 'outcome' },
  orders: { kind: 'number', role: 'outcome' },
  units: { kind: 'number', role: 'outcome' },
  revenue: { kind: 'number', role: 'outcome' },
  returns: { kind: 'number', role: 'outcome' },
  rating: { kind: 'number', role: 'outcome' },
} as const;

type NameOf<Kind extends FieldFacts['kind']> = {
  [Name in FieldName]: (typeof FACTS)[Name]['kind'] extends Kind ? Name : never;
}[FieldName];

export type FieldName = keyof typeof FACTS;
/** The meanings that a column of a launch table can have. `src/core/GLOSSARY.md` explains each in a sentence. */
export const FIELDS: Readonly<Record<FieldName, FieldFacts>> = FACTS;
export const FIELD_NAMES: readonly FieldName[] = Object.keys(FACTS) as FieldName[];

export type TextFieldName = NameOf<'text'>;
export const TEXT_FIELD_NAMES: readonly TextFieldName[] = FIELD_NAMES.filter(
  (name): name is TextFieldName => FIELDS[name].kind === 'text',
);
export type NumberFieldName = NameOf<'number'>;
export const NUMBER_FIELD_NAMES: readonly NumberFieldName[] = FIELD_NAMES.filter(
  (name): name is NumberFieldName => FIELDS[name].kind === 'number',
);
/** Fields of a launch. A discount is not one: it only determines one of the prices. */
export type LaunchFieldName = Exclude<FieldName, 'discount'>;
export const LAUNCH_FIELD_NAMES: readonly LaunchFieldName[] = FIELD_NAMES.filter(
  (name) => name !== 'discount',
);

export const MONEY_FIELDS: ReadonlySet<NumberFieldName> = new Set([
  ...(['listPrice', 'unitCost', 'salePrice', 'adSpend', 'revenue'] as const),
]);
