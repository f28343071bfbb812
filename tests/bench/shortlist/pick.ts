// Runs pick.py, which holds the competing models, and passes on what it prints.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('pick.py', import.meta.url));
const TABLES = fileURLToPath(new URL('../../../../shared/bench/real', import.meta.url));
const MISSED = 'missed: ';

/** Prints what picks from real tables brought; returns the missed targets. */
export async function pick(): Promise<readonly string[]> {
  if (!existsSync(TABLES)) {
    console.log(`  skipped, for ${TABLES} is not here`);
    return [];
  }
  const run = spawn('python3', [SCRIPT], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    run.on('error', reject).on('close', resolve);
  });
  const missed: string[] = [];
  for await (const line of createInterface({ input: run.stdout })) {
    if (line.startsWith(MISSED)) missed.push(`pick: ${line.slice(MISSED.length)}`);
    else console.log(`  ${line}`);
  }
  const code = await ended;
  if (code !== 0 && missed.length === 0) missed.push(`pick: ended with ${String(code)}`);
  return missed;
}
