// Which search term stands for a category: the one that shares the most words with it, unless the seller says.

import { stemsOf } from './stems-of.ts';

/** The seller's own choices: a term by category; '' where none is to stand for it. */
export type TermChoices = Readonly<Record<string, string>>;

/** Words must make up this share of the shorter of both. */
const LEAST_SHARED = 0.5;

/**
 * Returns the term of each category; null where none suits. Words are compared without plural endings; of terms that share as
 * many, the first is taken.
 */
export function joinTerms(
  categories: readonly string[],
  terms: readonly string[],
  choices: TermChoices = {},
): (string | null)[] {
  const known = terms.map((term) => ({ term, stems: stemsOf(term) }));
  return categories.map((category) => {
    const chosen = Object.hasOwn(choices, category) ? choices[category] : undefined;
    if (chosen !== undefined) return terms.includes(chosen) ? chosen : null;
    return nearest(stemsOf(category), known);
  });
}

function nearest(
  own: ReadonlySet<string>,
  known: readonly { readonly term: string; readonly stems: ReadonlySet<string> }[],
): string | null {
  let best: { readonly term: string; readonly likeness: number } | null = null;
  for (const { term, stems } of known) {
    const shared = [...own].filter((stem) => stems.has(stem)).length;
    if (shared === 0 || shared < LEAST_SHARED * Math.min(own.size, stems.size)) continue;
    const likeness = (2 * shared) / (own.size + stems.size);
    if (!best || likeness > best.likeness) best = { term, likeness };
  }
  return best?.term ?? null;
}
