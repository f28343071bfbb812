import { ownValue } from '#core/base/lookup.ts';
import type { ProductColumns } from '#core/launch/launch-table.ts';
import { levelByWords } from '../fill-in/level-votes.ts';
import { mergeSpellings } from '../recipe/merge-spellings.ts';
import { spelledAttribute } from '../table/spelled-attribute.ts';
import type { SupplierItem } from './supplier-list.ts';

type Known = Pick<ProductColumns, 'title' | 'category' | 'brand' | 'attributes'>;

/**
 * Spells categories, brands and attributes as the history does. Proposes a category, by the words of its title, for an
 * item whose list names none.
 */
export function asInHistory(items: readonly SupplierItem[], history: Known): SupplierItem[] {
  const { title, category, brand } = history;
  const propose = levelByWords(title, category);
  const categories = mergeSpellings(
    items.map((item) => item.category),
    category,
  );
  const brands = mergeSpellings(
    items.map((item) => item.brand),
    brand,
  );
  const attributes = Object.entries(history.attributes).map(([name, known]) => ({
    name,
    texts: spelledAttribute(
      items.map((item) => ownValue(item.attributes, name) ?? ''),
      known,
    ),
  }));
  return items.map((item, i) => {
    const stated = categories[i]!;
    const proposed = stated === '' ? propose(item.title) : '';
    return {
      ...item,
      ...{ category: stated || proposed, brand: brands[i]! },
      attributes: Object.fromEntries(
        attributes.flatMap(({ name, texts }) => (texts[i] === '' ? [] : [[name, texts[i]!]])),
      ),
      ...(proposed !== '' && ({ isCategoryProposed: true } as const)),
    };
  });
}
