import type { ExportsSession } from '#state/exports-session.svelte.ts';
import { holdFiles } from '#state/files-in-hand.ts';
import type { ImportSession } from '#state/import-session.svelte.ts';
import { focusHeading } from './focus-heading.ts';

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
  if (first === undefined) return;
  holdFiles(files);
  if (await exporting.open(files)) return;
  await importing.open(first);
}

interface WaysInFromAfar extends WaysIn {
  /** Goes to the page on which files are imported. */
  readonly show: () => Promise<void>;
  /** More exports of the shop that is open there. */
  readonly isAddition?: boolean;
}

/** The same from whatever page. */
export async function importOnDataPage(
  files: readonly File[],
  { show, isAddition = false, ...ways }: WaysInFromAfar,
): Promise<void> {
  const opening = isAddition ? ways.exporting.add(files) : openFiles(files, ways);
  await show();
  await opening;
  await focusHeading();
}
