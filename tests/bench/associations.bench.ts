// npm run bench:associations [-- --parts speed,worlds,together,season] [--seeds 60]
// Measures what is bought together and what launches bring. Each part stands in a file of its own under
// tests/bench/associations.
// - speed: all pairs of a million order lines, beside SciPy; needs Python with SciPy for that
// - worlds: simulated shops with known pairs and effects, and without any; takes --seeds
// - together: pairs of one quarter against those of the next, beside raw lift; needs ../shared/data
// - season: calendars with and without what launches bring, by true profit
// Exits with 1 where a figure misses its target.

import { parseArgs } from 'node:util';
import { season } from './associations/season.ts';
import { speed } from './associations/speed.ts';
import { together } from './associations/together.ts';
import { worlds } from './associations/worlds.ts';
import { runParts, type BenchPart } from './run-parts.ts';

const { values: given } = parseArgs({
  options: { parts: { type: 'string' }, seeds: { type: 'string', default: '60' } },
});

const PARTS: Readonly<Record<string, BenchPart>> = {
  ...{ speed, together, season },
  worlds: () => worlds(Number(given.seeds)),
};

await runParts(PARTS, given.parts);
