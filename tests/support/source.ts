import type { SourceFacts } from '#core/import/csv/source-facts.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import { plainRecipe } from '#core/import/recipe/recipe.ts';

/** Returns a source and a recipe as if a file without rows had been stored. */
export function noSource(mapping: Mapping = { fields: {}, attributes: [] }) {
  const source: SourceFacts = { id: 'none', headers: [], rowCount: 0, issues: [] };
  return { source, recipe: plainRecipe(mapping) };
}
