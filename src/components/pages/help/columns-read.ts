// Takes the columns that the help lists from the export formats themselves, so that the two cannot differ.

import { EXPLAINED_FORMATS } from './platform-guides.ts';

/** Returns the columns that the formats read, each once, by its usual name; "…" replaces what varies. */
export function columnsRead(formatIds: readonly string[]): readonly string[] {
  const names = EXPLAINED_FORMATS.filter(({ id }) => formatIds.includes(id)).flatMap(
    ({ columns }) =>
      Object.values<readonly string[] | undefined>(columns).flatMap(
        (names) => names?.slice(0, 1) ?? [],
      ),
  );
  return [...new Set(names)].map((name) => name.replaceAll('*', '…'));
}
