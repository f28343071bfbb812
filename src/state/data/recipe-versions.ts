import { ownValue } from '#core/base/lookup.ts';
import type { FillableField } from '#core/import/recipe/fill-ins.ts';
import type { RecipeDispute } from '#core/import/columns/rebuilt.ts';
import type { Recipe } from '#core/import/recipe/recipe.ts';
import { m } from '#messages';
import type { DisputedUndo } from '../base/undoable-changes.svelte.ts';
import { valueWords } from './value-words.ts';

const FIELD_NAMES: Record<FillableField, () => string> = {
  channel: m.forms_field_channel,
  promotion: m.forms_field_promotion,
  adSpend: m.forms_field_ad_spend,
  unitCost: m.forms_field_unit_cost,
  category: m.forms_field_category,
};

/** Returns both versions, in words, of the first value that both tabs changed: a switch, a rate or a cell. */
export function recipeVersions({ now, undone, paths }: RecipeDispute): DisputedUndo {
  const path = paths[0] ?? '';
  return { now: wordsAt(now, path), before: wordsAt(undone, path) };
}

function wordsAt({ treatments, currencyRates, fillIns }: Recipe, path: string): string {
  // The name of a data check contains its column, which may contain dots.
  const [part] = path.split('.', 1);
  const name = path.slice(`${part}.`.length);
  if (part === 'treatments') return switchWords(ownValue(treatments, name));
  if (part === 'currencyRates') return valueWords(name, ownValue(currencyRates, name));
  const [field, row] = name.split('.') as [FillableField, string];
  const cell = m.data_version_cell({ field: FIELD_NAMES[field](), row });
  return valueWords(cell, fillIns?.[field]?.[Number(row)]);
}

function switchWords(isOn: boolean | undefined): string {
  if (isOn === undefined) return m.feedback_undo_unsaid();
  return isOn ? m.data_version_on() : m.data_version_off();
}
