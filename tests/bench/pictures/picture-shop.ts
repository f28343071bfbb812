// Simulated shops in which style shows in pictures only: titles are codes, and categories tell nothing of it.

import { dayFromCalendar } from '#core/base/dates.ts';
import { seededRandom, type Random } from '#core/base/random.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { Look, Looks } from '#core/launch/looks.ts';
import { launchTable, type LaunchRow } from '../../support/launch-table.ts';

/** A photograph, and the kind of thing that it shows. */
export interface KindPicture {
  readonly path: string;
  readonly kind: string;
}

interface ShopOptions {
  readonly seed: number;
  readonly launches: number;
  /** Spread of the kinds' effects on log units; 0: pictures are noise. */
  readonly style: number;
}

const CATEGORIES = ['Home', 'Garden', 'Gifts'];
const CHANNELS = { Shop: 0, Email: 0.5, Market: -0.4 };
const CATEGORY_SPREAD = 0.3;
const PRICE_ELASTICITY = -1.2;
const PROMOTION_LIFT = 0.4;
/** Spread of what nothing shows. */
const LUCK = 0.35;
const USUAL_UNITS = 60;
const DAYS = 900;

/**
 * Returns the launches of a shop with how they look. No two have the same photograph: what is learnt of a kind must hold
 * for others of it.
 */
export function pictureShop(
  pictures: readonly KindPicture[],
  looksByPath: ReadonlyMap<string, Look>,
  { seed, launches, style }: ShopOptions,
): LaunchTable {
  const random = seededRandom(seed);
  const effects = (names: readonly string[], spread: number) =>
    new Map(names.map((name) => [name, spread * normal(random)]));
  const ofKind = effects([...new Set(pictures.map(({ kind }) => kind))], style);
  const ofCategory = effects(CATEGORIES, CATEGORY_SPREAD);
  const looks = new Map<string, Look>();
  const rows = shuffled(pictures, random)
    .slice(0, launches)
    .map(({ path, kind }, i): LaunchRow => {
      const title = `SKU ${10_000 + 7 * i}`;
      looks.set(title, looksByPath.get(path)!);
      const category = picked(CATEGORIES, random);
      const channel = picked(Object.keys(CHANNELS) as (keyof typeof CHANNELS)[], random);
      const isOff = random() < 0.3;
      const listPrice = 10 + Math.round(30 * random());
      const log =
        ofKind.get(kind)! +
        ofCategory.get(category)! +
        CHANNELS[channel] +
        PRICE_ELASTICITY * Math.log(listPrice / 25) +
        (isOff ? PROMOTION_LIFT : 0) +
        LUCK * normal(random);
      return {
        ...{ title, category, channel, listPrice },
        promotion: isOff ? '20% off' : 'none',
        salePrice: listPrice * (isOff ? 0.8 : 1),
        unitCost: 0.4 * listPrice,
        day: dayFromCalendar(2022, 1, 3) + Math.floor((DAYS * i) / launches),
        units: poisson(USUAL_UNITS * Math.exp(log), random),
      };
    });
  const known: Looks = looks;
  return { ...launchTable(rows), looks: known };
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  for (let i = left.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [left[i], left[j]] = [left[j]!, left[i]!];
  }
  return left;
}

function picked<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)]!;
}

/** Box and Muller 1958. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** By the normal distribution, which is near enough for tens of units. */
function poisson(mean: number, random: Random): number {
  return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
}
