import type { FieldMatches } from '#core/import/schema/field-match.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import { recall, remember, rememberedMatches } from '#core/import/schema/remembered-mapping.ts';
import { later } from '../base/later.ts';

const { changeSetting, loadSetting } = later(() => import('#storage/app/settings.ts'));

/** Returns the mapping that the seller confirmed for a file with such headers; null where there is none. */
export async function recallMapping(
  headers: readonly string[],
): Promise<{ readonly mapping: Mapping; readonly matches: FieldMatches } | null> {
  const mapping = recall((await loadSetting('rememberedMappings')) ?? [], headers);
  return mapping && { mapping, matches: rememberedMatches(mapping) };
}

/** Stores the mapping that the seller confirmed for a file with these headers. */
export function rememberMapping(headers: readonly string[], mapping: Mapping): Promise<void> {
  return changeSetting('rememberedMappings', (known = []) => remember(known, headers, mapping));
}
