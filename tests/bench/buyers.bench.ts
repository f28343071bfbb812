// npm run bench:buyers [-- --parts cdnow,returning,groups,split-test] [--span 0.7,1]
// Measures what Debut says of buyers. Each part stands in a file of its own under tests/bench/buyers.
// - cdnow: parameters of BG/NBD and Gamma-Gamma against the published ones
// - returning: who of the past buyers returns for later launches, against RFM, and how many; takes --span, the shares of
//   the launches, by day, between which they are asked (tuned before 0.7); needs ../shared/data/online-retail
// - groups: whether resamples agree with the groups of buyers; needs ../shared/data/online-retail
// - split-test: simulated split tests with planted effects: ranges, power, and false alarms with looks
// Exits with 1 where a figure misses its target.

import { parseArgs } from 'node:util';
import { cdnow } from './buyers/cdnow.ts';
import { groups } from './buyers/groups.ts';
import { returning } from './buyers/returning.ts';
import { splitTest } from './buyers/split-test.ts';

/** Prints the figures of a part and returns the targets that it missed. */
type Part = () => readonly string[] | Promise<readonly string[]>;

const { values: given } = parseArgs({
  options: { parts: { type: 'string' }, span: { type: 'string', default: '0.7,1' } },
});
const [from, to] = given.span.split(',').map(Number);

const PARTS: Readonly<Record<string, Part>> = {
  cdnow,
  returning: () => returning([from!, to!]),
  groups,
  'split-test': splitTest,
};

const missed: string[] = [];
for (const name of given.parts?.split(',') ?? Object.keys(PARTS)) {
  const part = PARTS[name];
  if (!part) throw new Error(`There is no part ${name}: ${Object.keys(PARTS).join(', ')}`);
  console.log(`\n${name}`);
  missed.push(...(await part()));
}
for (const target of missed) console.error(`missed: ${target}`);
process.exitCode = missed.length > 0 ? 1 : 0;
