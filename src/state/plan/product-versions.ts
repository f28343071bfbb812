import type { NewProduct } from '#core/launch/new-product.ts';
import {
  productDifferences,
  type ProductDifference,
  type ProductField,
} from '#core/launch/product-differences.ts';
import { m } from '#messages';
import { languageTag } from '#messages/language-tag.ts';
import { valueWords } from '../data/value-words.ts';

const FIELD_NAMES: Record<ProductField, () => string> = {
  title: m.forms_field_title,
  category: m.forms_field_category,
  brand: m.forms_field_brand,
  listPrice: m.forms_field_list_price,
  unitCost: m.forms_field_unit_cost,
  firstStock: m.forms_field_first_stock,
};

/** Returns two versions of a product in words: only the fields in which they differ. */
export function productVersions(one: NewProduct, other: NewProduct): readonly [string, string] {
  const differences = productDifferences(one, other);
  const words = (place: 0 | 1) =>
    new Intl.ListFormat(languageTag()).format(differences.map((each) => wordsOf(each, place)));
  return [words(0), words(1)];
}

function wordsOf({ of, values }: ProductDifference, place: 0 | 1): string {
  return valueWords('field' in of ? FIELD_NAMES[of.field]() : of.attribute, values[place]);
}
