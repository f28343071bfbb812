// Makes the folder in which the workers of one run share what each would otherwise make for itself. Playwright calls
// the default export before the first test, and the function that it returns after the last.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = 'DEBUT_STORED_PROJECTS';

export default async function makeFolder(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'debut-projects-'));
  process.env[NAME] = folder; // workers inherit it
  return () => rm(folder, { recursive: true });
}

export function projectFolder(): string {
  const folder = process.env[NAME];
  if (!folder) throw new Error(`expected ${NAME}, which the global setup of Playwright sets`);
  return folder;
}
