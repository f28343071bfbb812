import type { ImportReport } from '../csv/import-report.ts';
import type { Recipe } from './recipe.ts';

/** What another tab has made of a recipe since, where undoing would undo that, too. */
export interface RecipeDispute {
  readonly now: Recipe;
  /** What undoing would make of it. */
  readonly undone: Recipe;
  /** Where both changed the same, as `mergeRecipes` gives it. */
  readonly paths: readonly string[];
}

/** What became of a data set that was to be read in another way. */
export type Rebuilt =
  | {
      readonly status: 'rebuilt';
      readonly report: ImportReport;
      /** The recipes by which it was read until then, and is from now on. */
      readonly before: Recipe;
      readonly after: Recipe;
    }
  | ({ readonly status: 'disputed' } & RecipeDispute);
