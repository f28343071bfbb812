// Makes the shop in a separate process, because the test runner's loader does not find what TensorFlow.js imports.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fromLines } from '../schema/stored-database.ts';
import type { CrashShop, Sizes } from './crash-shop.ts';

export interface WrittenShop {
  readonly stored: string;
  readonly csv: string;
  readonly project: string;
}

const MOST_BYTES = 64 * 1024 * 1024;

export function crashShopFromProcess(sizes: Sizes): CrashShop {
  const script = fileURLToPath(new URL('write-crash-shop.ts', import.meta.url));
  const asked = ['--import', 'tsx', script, JSON.stringify(sizes)];
  const written = execFileSync(process.execPath, asked, { maxBuffer: MOST_BYTES });
  const { stored, csv, project } = JSON.parse(written.toString()) as WrittenShop;
  return { stored: fromLines(stored), csv, project: Buffer.from(project, 'base64') };
}
