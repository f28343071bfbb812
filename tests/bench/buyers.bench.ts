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
import { runParts, type BenchPart } from './run-parts.ts';

const { values: given } = parseArgs({
  options: { parts: { type: 'string' }, span: { type: 'string', default: '0.7,1' } },
});
const [from, to] = given.span.split(',').map(Number);

const PARTS: Readonly<Record<string, BenchPart>> = {
  cdnow,
  returning: () => returning([from!, to!]),
  groups,
  'split-test': splitTest,
};

await runParts(PARTS, given.parts);
