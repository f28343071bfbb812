import type { ExportsSession } from '#state/exports-session.svelte.ts';
import type { ImportSession } from '#state/import-session.svelte.ts';

interface WaysIn {
  readonly exporting: ExportsSession;
  readonly importing: ImportSession;
}

/** Exports of platforms are made launches of, all together; a table of launches is read by itself. */
export async function openFiles(
  files: readonly File[],
  { exporting, importing }: WaysIn,
): Promise<void> {
  importing.cancel();
  const [first] = files;
  if (first === undefined || (await exporting.open(files))) return;
  await importing.open(first);
}
