// npm run bench:buyers [-- --parts split-test]
// Measures what Debut says of buyers. Each part stands in a file of its own under tests/bench/buyers.
// - split-test: simulated split tests with planted effects: ranges, power, and false alarms with looks
// Exits with 1 where a figure misses its target.

import { parseArgs } from 'node:util';
import { splitTest } from './buyers/split-test.ts';

/** Prints the figures of a part and returns the targets that it missed. */
type Part = () => readonly string[] | Promise<readonly string[]>;

const { values: given } = parseArgs({ options: { parts: { type: 'string' } } });

const PARTS: Readonly<Record<string, Part>> = { 'split-test': splitTest };

const missed: string[] = [];
for (const name of given.parts?.split(',') ?? Object.keys(PARTS)) {
  const part = PARTS[name];
  if (!part) throw new Error(`There is no part ${name}: ${Object.keys(PARTS).join(', ')}`);
  console.log(`\n${name}`);
  missed.push(...(await part()));
}
for (const target of missed) console.error(`missed: ${target}`);
process.exitCode = missed.length > 0 ? 1 : 0;
