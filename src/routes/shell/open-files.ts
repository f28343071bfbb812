import type { ExportsSession } from '#state/data/exports-session.svelte.ts';
import { holdFiles } from '#state/app/files-in-hand.ts';
import type { ImportSession } from '#state/data/import-session.svelte.ts';
import { focusHeading } from './focus-heading.ts';

interface WaysIn {
  readonly exporting: ExportsSession;
  readonly importing: ImportSession;
}

/**
 * Opens files for import: platform exports all together, to derive launches from them; reviews or market data all
 * together, to put them beside launches; otherwise only the first file, as a table of launches.
 */
export async function openFiles(
  files: readonly File[],
  { exporting, importing }: WaysIn,
): Promise<void> {
  importing.cancel();
  const [first] = files;
  if (first === undefined) return;
  holdFiles(files);
  const table = await exporting.open(files);
  if (table) await importing.open(first, table.preview);
}

interface WaysInFromAfar extends WaysIn {
  /** Opens the page on which files are imported. */
  readonly show: () => Promise<void>;
  /** Whether these are more exports of the shop that is open there. */
  readonly isAddition?: boolean;
}

/** Imports files from any page: opens the data page and moves the focus to its heading. */
export async function importOnDataPage(
  files: readonly File[],
  { show, isAddition = false, ...ways }: WaysInFromAfar,
): Promise<void> {
  const opening = isAddition ? ways.exporting.add(files) : openFiles(files, ways);
  await show();
  await opening;
  await focusHeading();
}
