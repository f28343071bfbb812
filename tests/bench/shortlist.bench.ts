// npm run bench:shortlist [-- --parts pick,portfolio,speed,sizes,in-season] [--seeds 11,12,13,14]
// Measures what helps a seller to choose and order from suppliers' lists. Each part stands in a file of its own under
// tests/bench/shortlist.
// - pick: the best fifth of the later launches of real tables, against competing models; needs Python and ../shared/bench
// - portfolio: portfolios of simulated shops, against the best that the truth allows
// - speed: how long 5,000 articles take, and how near the ranking is to that of full plans
// - sizes: stock split by size and colour in simulated shops, against equal, last and pooled shares; takes --seeds
// - in-season: what reordering a running launch costs, by forecasts corrected week by week; needs ../shared/data/online-retail
// Exits with 1 where a figure misses its target.

import { parseArgs } from 'node:util';
import { inSeason } from './reorder/in-season.ts';
import { pick } from './shortlist/pick.ts';
import { portfolio } from './shortlist/portfolio.ts';
import { sizes, UNSEEN_SEEDS } from './shortlist/sizes.ts';
import { speed } from './shortlist/speed.ts';
import { runParts, type BenchPart } from './run-parts.ts';

const { values: given } = parseArgs({
  options: {
    parts: { type: 'string' },
    seeds: { type: 'string', default: UNSEEN_SEEDS.join(',') },
  },
});

const PARTS: Readonly<Record<string, BenchPart>> = {
  ...{ pick, portfolio, speed },
  sizes: () => sizes(given.seeds.split(',').map(Number)),
  'in-season': () => inSeason(1),
};

await runParts(PARTS, given.parts);
