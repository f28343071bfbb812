import type { ImportReport } from './import-report.ts';
import type { Recipe } from '../recipe/recipe.ts';

/** A change to a recipe by another tab that an undo would also undo. */
export interface RecipeDispute {
  readonly now: Recipe;
  /** The recipe after undoing. */
  readonly undone: Recipe;
  /** Paths that both changed, from `mergeRecipes`. */
  readonly paths: readonly string[];
}

/** The result of reading a data set in another way. */
export type Rebuilt =
  | {
      readonly status: 'rebuilt';
      readonly report: ImportReport;
      /** Recipes before and after the change. */
      readonly before: Recipe;
      readonly after: Recipe;
    }
  | ({ readonly status: 'disputed' } & RecipeDispute);
