import type { ImportReport } from './import-report.ts';
import { findingKey } from '../csv/treatments.ts';
import { fingerprint } from '#core/base/bytes/fingerprint.ts';
import type { FillIns } from '../recipe/fill-ins.ts';
import type { Recipe } from '../recipe/recipe.ts';

/**
 * Returns a key that is equal where one file was read to the same launches. It holds which treatments are on, not why.
 * So a model can tell whether it learnt from the stored launches.
 */
export function readingKey(
  { mapping, issues }: Pick<ImportReport, 'mapping' | 'issues'>,
  recipe: Recipe | null,
): string {
  const treated = issues.filter(({ treatment }) => treatment?.isOn).map(findingKey);
  return JSON.stringify([
    sortedEntries(mapping.fields),
    mapping.attributes,
    treated.sort(),
    recipe?.dateOrder ?? null,
    sortedEntries(recipe?.currencyRates ?? {}),
    ...fillInKey(recipe?.fillIns ?? {}),
  ]);
}

/** Empty without fill-ins, so that the keys of such readings stay unchanged. */
function fillInKey(fillIns: FillIns): number[] {
  const cells = sortedEntries(fillIns).flatMap(([field, texts]) =>
    sortedEntries(texts).flatMap(([rowNumber, text]) => [field, rowNumber, text]),
  );
  return cells.length > 0 ? [fingerprint(cells)] : [];
}

function sortedEntries<Value>(entries: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
}
