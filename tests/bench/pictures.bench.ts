// npm run bench:pictures [-- --parts retrieval,speed,shops] [--seeds 8]
// Measures what product pictures are good for. Each part stands in a file of its own under tests/bench/pictures.
// - retrieval: photographs from shelves find the product's picture, beside a colour histogram; needs ../shared/data
// - speed: milliseconds a picture and size of the image encoder
// - shops: simulated shops whose style shows only in pictures, and shops whose pictures are noise; takes --seeds;
//   needs ../shared/data
// Exits with 1 where a figure misses its target.

import { parseArgs } from 'node:util';
import { retrieval } from './pictures/retrieval.ts';
import { shops } from './pictures/shops.ts';
import { speed } from './pictures/speed.ts';
import { runParts, type BenchPart } from './run-parts.ts';

const { values: given } = parseArgs({
  options: { parts: { type: 'string' }, seeds: { type: 'string', default: '8' } },
});

const PARTS: Readonly<Record<string, BenchPart>> = {
  ...{ retrieval, speed },
  shops: () => shops(Number(given.seeds)),
};

await runParts(PARTS, given.parts);
