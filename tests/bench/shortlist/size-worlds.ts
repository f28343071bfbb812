// Simulated shops whose sales by size and colour have a known truth. A size curve is a bump over the ordered sizes, with a
// place and a width by category. A colour has an attraction, and its family a season. Each launch deviates from both.
// Launches are few, small, and stocked in equal parts, so their popular variants sell out.

import { seededRandom, type Random } from '#core/base/random.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { drawCounts, drawNormal, drawShares } from './draws.ts';

export interface World {
  readonly name: string;
  /** What is misleading about it. */
  readonly change: Partial<WorldChange>;
}

interface WorldChange {
  readonly launches: number;
  /** Median units of a launch. */
  readonly units: number;
  /** One launch sells so many times as much, on a curve of its own; 0: none does. */
  readonly dominant: number;
  /** The products to split have sizes in a system in which nothing was sold. */
  readonly isNewSystem: boolean;
  /** The products to split are of a category that was never sold. */
  readonly isNeverSold: boolean;
  /** Sizes by which the place of every curve moves in a year. */
  readonly drift: number;
  /** Whether the history says which variants sold out, and which were offered and not sold. */
  readonly isMarked: boolean;
}

const USUAL: WorldChange = {
  ...{ launches: 150, units: 60, dominant: 0, isNewSystem: false, isNeverSold: false },
  ...{ drift: 0, isMarked: true },
};

export const WORLDS: readonly World[] = [
  { name: 'steady', change: {} },
  { name: 'small shop', change: { launches: 20, units: 25 } },
  { name: 'one big launch', change: { dominant: 40 } },
  { name: 'new size system', change: { isNewSystem: true } },
  { name: 'never sold', change: { isNeverSold: true } },
  { name: 'drifting', change: { drift: 0.7 } },
  { name: 'orders only', change: { isMarked: false } },
];

const LETTERS = ['XS', 'S', 'M', 'L', 'XL', 'XXL', '3XL'];
const NUMBERS = ['EU 34', 'EU 36', 'EU 38', 'EU 40', 'EU 42', 'EU 44', 'EU 46'];
const SHOES = ['36', '37', '38', '39', '40', '41', '42'];
const CATEGORIES = ['Dresses', 'Shirts', 'Coats', 'Knitwear', 'Sneakers', 'Boots'];

/** Colours with their attraction and how much more they sell in the cold half of the year. */
const COLOURS: readonly (readonly [name: string, attraction: number, cold: number])[] = [
  ...([
    ['Black', 2.6, 1.3],
    ['White', 1.8, 0.6],
    ['Navy', 1.6, 1.2],
    ['Grey', 1.2, 1.4],
  ] as const),
  ...([
    ['Red', 0.9, 1.2],
    ['Sky blue', 0.9, 0.6],
    ['Green', 0.6, 0.9],
  ] as const),
  ...([
    ['Yellow', 0.35, 0.5],
    ['Pink', 0.7, 0.6],
    ['Beige', 1.1, 1],
  ] as const),
];
const OF_LAUNCH = { sizes: 60, colours: 40, units: 0.55 };
const YEAR = 365.25;
const YEARS = 3;

export interface SimulatedLaunch {
  readonly category: string;
  readonly day: number;
  readonly names: readonly string[];
  /** Expected shares of its variants. */
  readonly expected: readonly number[];
  readonly medianUnits: number;
}

export interface SimulatedSales extends SimulatedLaunch {
  readonly sold: readonly number[];
  readonly isSoldOut: readonly boolean[];
}

export interface SimulatedShop {
  /** Whether the history lists variants without a sale. */
  readonly isMarked: boolean;
  readonly history: readonly SimulatedSales[];
  readonly fresh: readonly SimulatedLaunch[];
}

/** Draws a shop with its history and the products to split. */
export function simulatedShop({ change }: World, seed: number): SimulatedShop {
  const world = { ...USUAL, ...change };
  const random = seededRandom(seed);
  const places = new Map(CATEGORIES.map((name) => [name, 2.6 + 0.8 * drawNormal(random)]));
  const widths = new Map(CATEGORIES.map((name) => [name, 1 + 0.7 * random()]));
  const sold = world.isNeverSold ? CATEGORIES.slice(0, 5) : CATEGORIES;
  const launchOn = (day: number, category: string, isNew: boolean): SimulatedLaunch => {
    const place = places.get(category)! + (world.drift * day) / YEAR;
    const sizes = sizesOf(category, isNew && world.isNewSystem, random);
    const own = { place, width: widths.get(category)!, random, day, sizes };
    return { category, day, ...variantsOf(own), medianUnits: world.units * (0.5 + random()) };
  };
  const history = Array.from({ length: world.launches }, (_, i) => {
    const day = Math.floor(((i + random()) / world.launches) * YEARS * YEAR);
    const launch = launchOn(day, sold[i % sold.length]!, false);
    const isBig = world.dominant > 0 && i === world.launches - 6;
    return salesOf(isBig ? bigLaunch(launch, world.dominant) : launch, world.isMarked, random);
  });
  const fresh = Array.from({ length: 30 }, (_, i) => {
    const day = Math.floor(YEARS * YEAR + i * 6);
    const clothes = CATEGORIES.slice(0, 4);
    if (world.isNewSystem) return launchOn(day, clothes[i % clothes.length]!, true);
    return launchOn(day, world.isNeverSold ? 'Boots' : CATEGORIES[i % 6]!, true);
  });
  return { isMarked: world.isMarked, history, fresh };
}

function sizesOf(
  category: string,
  isNewSystem: boolean,
  random: Random,
): readonly [string, number][] {
  const isShoe = category === 'Sneakers' || category === 'Boots';
  const system = isShoe ? SHOES : isNewSystem ? NUMBERS : LETTERS;
  const from = random() < 0.4 ? 1 : 0;
  const to = random() < 0.4 ? 6 : 7;
  return system.slice(from, to).map((name, i) => [name, from + i]);
}

interface Offered {
  readonly place: number;
  readonly width: number;
  readonly day: number;
  readonly sizes: readonly (readonly [string, number])[];
  readonly random: Random;
}

function variantsOf({ place, width, day, sizes, random }: Offered) {
  const count = 2 + Math.floor(random() * 3);
  const colours = [...COLOURS].sort(() => random() - 0.5).slice(0, count);
  const cold = Math.cos((2 * Math.PI * day) / YEAR); // day 0 is in January
  const curve = shares(sizes.map(([, at]) => Math.exp(-0.5 * ((at - place) / width) ** 2)));
  const liking = shares(colours.map(([, attraction, warm]) => attraction * warm ** cold));
  return {
    names: sizes.flatMap(([size]) => colours.map(([colour]) => `${size} / ${colour}`)),
    expected: curve.flatMap((size) => liking.map((colour) => size * colour)),
  };
}

/** A wholesale order: many units, mostly in the two smallest sizes. */
function bigLaunch(launch: SimulatedLaunch, times: number): SimulatedLaunch {
  const small = launch.names.slice(0, Math.ceil(launch.names.length / 3)).length;
  const expected = shares(launch.names.map((_, i) => (i < small ? 1 : 0.08)));
  return { ...launch, expected, medianUnits: launch.medianUnits * times };
}

function salesOf(launch: SimulatedLaunch, isMarked: boolean, random: Random): SimulatedSales {
  const demand = drawDemand(launch, random);
  const stock = Math.ceil((launch.medianUnits * 1.25) / launch.names.length);
  return {
    ...launch,
    sold: demand.map((units) => Math.min(units, stock)),
    isSoldOut: demand.map((units) => isMarked && units >= stock),
  };
}

/** Draws the demand of each variant. */
export function drawDemand({ names, expected, medianUnits }: SimulatedLaunch, random: Random) {
  const sizes = [...new Set(names.map((name) => name.split(' / ')[0]!))];
  const perSize = names.length / sizes.length;
  const curve = sizes.map((_, i) => sum(expected.slice(i * perSize, (i + 1) * perSize)));
  const liking = expected.slice(0, perSize).map((share) => share / curve[0]!);
  const [ofSizes, ofColours] = [
    drawShares(curve, OF_LAUNCH.sizes, random),
    drawShares(liking, OF_LAUNCH.colours, random),
  ];
  const units = Math.round(medianUnits * Math.exp(OF_LAUNCH.units * drawNormal(random)));
  return drawCounts(
    units,
    ofSizes.flatMap((size) => ofColours.map((colour) => size * colour)),
    random,
  );
}

export const TRUTH = OF_LAUNCH;

export function shares(weights: readonly number[]): number[] {
  const all = sum(weights);
  return weights.map((weight) => weight / all);
}
