import { unknownValues, type KnownValues } from '#core/import/columns/unknown-values.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { m } from '#messages';
import { attributeWords } from '#components/words/number-words.ts';
import { listed } from '#components/words/lists.ts';

/**
 * Says which brand and attributes of a product no past launch had, so that the forecast cannot know them; '' where all
 * are known. An unknown category is a note of its own.
 */
export function unseenWords(product: NewProduct, known: KnownValues): string {
  const facts = unknownValues([product], known).flatMap(({ place, value }) => {
    if (place.field === 'category') return [];
    const label = place.field === 'attribute' ? place.name : m.forms_field_brand();
    return [m.doubt_unseen_fact({ label, value: attributeWords(value) })];
  });
  return facts.length === 0 ? '' : m.doubt_unseen({ facts: listed(facts) });
}
