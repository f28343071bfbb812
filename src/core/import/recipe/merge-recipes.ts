import { mergeChange, type Merged } from '#core/base/merge-change.ts';
import { FILLABLE_FIELDS, mergeFillIns, type FillIns } from './fill-ins.ts';
import type { Recipe } from './recipe.ts';

/**
 * Merges a change to a recipe into the stored one, by switch, rate and cell.
 * @param base the recipe before the change
 */
export function mergeRecipes(base: Recipe, changed: Recipe, stored: Recipe): Merged<Recipe> {
  const { merged, conflicts } = mergeChange(cellsOf(base), cellsOf(changed), cellsOf(stored));
  const { fillIns: cells, ...recipe } = merged;
  const fillIns = mergeFillIns({}, cells);
  const isEmpty = Object.keys(fillIns).length === 0;
  return { merged: isEmpty ? recipe : { ...recipe, fillIns }, conflicts };
}

/** Adds all fields that can be filled in, so that two tabs filling in the first cells of a field do not conflict. */
function cellsOf(recipe: Recipe): Recipe & { readonly fillIns: Required<FillIns> } {
  const cells = FILLABLE_FIELDS.map((field) => [field, recipe.fillIns?.[field] ?? {}]);
  return { ...recipe, fillIns: Object.fromEntries(cells) as Required<FillIns> };
}
