import { mergeChange, type Merged } from '../merge-change.ts';
import { FILLABLE_FIELDS, mergeFillIns, type FillIns } from './fill-ins.ts';
import type { Recipe } from './recipe.ts';

/**
 * Lays a change to a recipe onto the one that is stored: switch by switch, rate by rate, cell by cell.
 * @param base what was changed
 */
export function mergeRecipes(base: Recipe, changed: Recipe, stored: Recipe): Merged<Recipe> {
  const { merged, conflicts } = mergeChange(cellsOf(base), cellsOf(changed), cellsOf(stored));
  const { fillIns: cells, ...recipe } = merged;
  const fillIns = mergeFillIns({}, cells);
  const isEmpty = Object.keys(fillIns).length === 0;
  return { merged: isEmpty ? recipe : { ...recipe, fillIns }, conflicts };
}

/** With all fields that can be filled in: two tabs that fill in the first cells of a field are not at odds. */
function cellsOf(recipe: Recipe): Recipe & { readonly fillIns: Required<FillIns> } {
  const cells = FILLABLE_FIELDS.map((field) => [field, recipe.fillIns?.[field] ?? {}]);
  return { ...recipe, fillIns: Object.fromEntries(cells) as Required<FillIns> };
}
