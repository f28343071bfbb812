import { FIELD_NAMES, FIELDS, type FieldFacts, type FieldName } from '#core/launch/fields.ts';
import { m } from '#messages';

interface FieldWords {
  readonly label: string;
  readonly help: string;
}

/** Label and meaning of each field of a launch, in a seller's words. */
const FIELD_WORDS: Readonly<Record<FieldName, () => FieldWords>> = {
  productId: () => ({ label: m.forms_field_product_id(), help: m.forms_field_product_id_help() }),
  title: () => ({ label: m.forms_field_title(), help: m.forms_field_title_help() }),
  category: () => ({ label: m.forms_field_category(), help: m.forms_field_category_help() }),
  brand: () => ({ label: m.forms_field_brand(), help: m.forms_field_brand_help() }),
  listPrice: () => ({ label: m.forms_field_list_price(), help: m.forms_field_list_price_help() }),
  unitCost: () => ({ label: m.forms_field_unit_cost(), help: m.forms_field_unit_cost_help() }),
  launchDate: () => ({
    label: m.forms_field_launch_date(),
    help: m.forms_field_launch_date_help(),
  }),
  channel: () => ({ label: m.forms_field_channel(), help: m.forms_field_channel_help() }),
  promotion: () => ({ label: m.forms_field_promotion(), help: m.forms_field_promotion_help() }),
  salePrice: () => ({ label: m.forms_field_sale_price(), help: m.forms_field_sale_price_help() }),
  discount: () => ({ label: m.forms_field_discount(), help: m.forms_field_discount_help() }),
  adSpend: () => ({ label: m.forms_field_ad_spend(), help: m.forms_field_ad_spend_help() }),
  channelFee: () => ({
    label: m.forms_field_channel_fee(),
    help: m.forms_field_channel_fee_help(),
  }),
  firstStock: () => ({
    label: m.forms_field_first_stock(),
    help: m.forms_field_first_stock_help(),
  }),
  impressions: () => ({
    label: m.forms_field_impressions(),
    help: m.forms_field_impressions_help(),
  }),
  clicks: () => ({ label: m.forms_field_clicks(), help: m.forms_field_clicks_help() }),
  orders: () => ({ label: m.forms_field_orders(), help: m.forms_field_orders_help() }),
  units: () => ({ label: m.forms_field_units(), help: m.forms_field_units_help() }),
  revenue: () => ({ label: m.forms_field_revenue(), help: m.forms_field_revenue_help() }),
  returns: () => ({ label: m.forms_field_returns(), help: m.forms_field_returns_help() }),
  rating: () => ({ label: m.forms_field_rating(), help: m.forms_field_rating_help() }),
};

export function fieldWords(field: FieldName): FieldWords {
  return FIELD_WORDS[field]();
}

const ROLE_WORDS: Readonly<Record<FieldFacts['role'], () => FieldWords>> = {
  product: () => ({ label: m.forms_role_product(), help: m.forms_role_product_help() }),
  action: () => ({ label: m.forms_role_action(), help: m.forms_role_action_help() }),
  outcome: () => ({ label: m.forms_role_outcome(), help: m.forms_role_outcome_help() }),
};

export function roleWords(role: FieldFacts['role']): FieldWords {
  return ROLE_WORDS[role]();
}

export function fieldLabel(field: FieldName | null): string {
  return field ? fieldWords(field).label : m.forms_a_column();
}

export function fieldsOfRole(role: FieldFacts['role']): FieldName[] {
  return FIELD_NAMES.filter((name) => FIELDS[name].role === role);
}

const ENCODING_WORDS: Readonly<Record<string, () => string>> = {
  'utf-8': () => 'UTF-8',
  'utf-16le': () => 'UTF-16',
  'utf-16be': () => 'UTF-16',
  gb18030: () => m.forms_encoding_chinese({ name: 'GB18030' }),
  gbk: () => m.forms_encoding_chinese({ name: 'GBK' }),
  shift_jis: () => m.forms_encoding_japanese({ name: 'Shift JIS' }),
  'windows-1252': () => m.forms_encoding_western({ name: 'Windows-1252' }),
};

export function encodingLabel(encoding: string): string {
  return ENCODING_WORDS[encoding.toLowerCase()]?.() ?? encoding;
}

const DELIMITER_WORDS: Readonly<Record<string, () => string>> = {
  ',': m.forms_delimiter_comma,
  ';': m.forms_delimiter_semicolon,
  '\t': m.forms_delimiter_tab,
  '|': m.forms_delimiter_bar,
};

export function delimiterLabel(delimiter: string): string {
  return DELIMITER_WORDS[delimiter]?.() ?? `“${delimiter}”`;
}
