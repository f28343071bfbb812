import type { SourceFacts } from '#core/csv/source-facts.ts';
import type { Mapping } from '#core/schema/mapping.ts';
import { plainRecipe } from '#core/table/recipe.ts';

/** Returns a source and a recipe as if a file without rows had been stored. */
export function noSource(mapping: Mapping = { fields: {}, attributes: [] }) {
  const source: SourceFacts = { id: 'none', headers: [], rowCount: 0, issues: [] };
  return { source, recipe: plainRecipe(mapping) };
}
