import { FIELD_NAMES, FIELDS, type FieldFacts, type FieldName } from '#core/schema/fields.ts';

interface FieldWords {
  readonly label: string;
  readonly help: string;
}

/** What each field of a launch is called, and what it means, in a seller's words. */
export const FIELD_WORDS: Readonly<Record<FieldName, FieldWords>> = {
  productId: { label: 'Product ID', help: 'Your own number or SKU' },
  title: { label: 'Title', help: 'The name of the product' },
  category: { label: 'Category', help: 'The kind of product' },
  brand: { label: 'Brand', help: 'The maker or line' },
  listPrice: { label: 'List price', help: 'The price before any promotion' },
  unitCost: { label: 'Unit cost', help: 'What one piece costs you' },
  launchDate: { label: 'Launch date', help: 'The first day on sale' },
  channel: { label: 'Channel', help: 'Where it was launched' },
  promotion: { label: 'Promotion', help: 'The offer at launch, if any' },
  salePrice: { label: 'Sale price', help: 'What buyers paid, promotion included' },
  adSpend: { label: 'Ad spend', help: 'Money spent on advertising the launch' },
  channelFee: { label: 'Channel fee', help: 'The share that the channel keeps' },
  impressions: { label: 'Impressions', help: 'How often it was seen, first four weeks' },
  clicks: { label: 'Clicks', help: 'How often it was opened, first four weeks' },
  orders: { label: 'Orders', help: 'Orders in the first four weeks' },
  units: { label: 'Units', help: 'Pieces sold in the first four weeks' },
  revenue: { label: 'Revenue', help: 'Money taken in the first four weeks' },
};

export const ROLE_WORDS: Readonly<Record<FieldFacts['role'], FieldWords>> = {
  product: { label: 'The product', help: 'Known before the launch' },
  action: { label: 'Your decision', help: 'What you chose for the launch' },
  outcome: { label: 'What came of it', help: 'Counted over the first four weeks' },
};

export function fieldLabel(field: FieldName | null): string {
  return field ? FIELD_WORDS[field].label : 'A column';
}

export function fieldsOfRole(role: FieldFacts['role']): FieldName[] {
  return FIELD_NAMES.filter((name) => FIELDS[name].role === role);
}

const ENCODING_WORDS: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  gb18030: 'Chinese (GB18030)',
  gbk: 'Chinese (GBK)',
  shift_jis: 'Japanese (Shift JIS)',
  'windows-1252': 'Western (Windows-1252)',
};

export function encodingLabel(encoding: string): string {
  return ENCODING_WORDS[encoding.toLowerCase()] ?? encoding;
}

const DELIMITER_WORDS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};

export function delimiterLabel(delimiter: string): string {
  return DELIMITER_WORDS[delimiter] ?? `“${delimiter}”`;
}
