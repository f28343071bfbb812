// npm run bench:market [-- --parts forecast,launches,joins,leave-out] [--write-weeks FILE]
// Measures what is foreseen of demand. Each part stands in a file of its own under tests/bench/market.
// - forecast: weekly demand of the categories of two real shops, against references recorded from Python
// - launches: launches of simulated shops whose market is hidden from them, with and without a market file
// - leave-out: launches of categories that a shop never sold, with and without a file of niches
// - joins: how often a name that is joined to a category by meaning is right
// --write-weeks writes the weekly units for references.py. Parts without the tables of ../shared/data are skipped. Exits
// with 1 where a figure misses its target.

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { forecast } from './market/forecast.ts';
import { joins } from './market/joins.ts';
import { launches } from './market/launches.ts';
import { leaveOut } from './market/leave-out.ts';
import { hasShops, shopWeeks } from './market/shop-weeks.ts';

/** Prints the figures of a part and returns the targets that it missed. */
type Part = () => readonly string[] | Promise<readonly string[]>;

const PARTS: Readonly<Record<string, Part>> = {
  ...{ forecast, launches, joins },
  'leave-out': leaveOut,
};

const { values: given } = parseArgs({
  options: {
    parts: { type: 'string', default: Object.keys(PARTS).join(',') },
    'write-weeks': { type: 'string' },
  },
});

if (given['write-weeks']) writeFileSync(given['write-weeks'], JSON.stringify(weeksOfShops()));
const missed: string[] = [];
for (const name of given.parts.split(',')) {
  const part = PARTS[name];
  if (!part) throw new Error(`There is no part ${name}: ${Object.keys(PARTS).join(', ')}`);
  console.log(`\n${name}`);
  if (hasShops) missed.push(...(await part()));
  else console.log('skipped: the tables of ../shared/data are not there');
}
for (const target of missed) console.error(`missed: ${target}`);
process.exitCode = missed.length > 0 ? 1 : 0;

function weeksOfShops(): Record<string, readonly (readonly (number | null)[])[]> {
  return Object.fromEntries(
    shopWeeks().map(({ name, panel }) => [
      name,
      panel.series.map(({ units }) =>
        Array.from(units, (each) => (Number.isNaN(each) ? null : each)),
      ),
    ]),
  );
}
