// npm run bench:reorder [-- --seed 1]
// Measures what reordering a running launch costs: see `reorder/in-season.ts`. Exits with 1 where a target is missed.

import { parseArgs } from 'node:util';
import { inSeason } from './reorder/in-season.ts';

const { values: given } = parseArgs({ options: { seed: { type: 'string', default: '1' } } });
const missed = await inSeason(Number(given.seed));
for (const target of missed) console.log(`FAIL: ${target}`);
if (missed.length > 0) process.exitCode = 1;
