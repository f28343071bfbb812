// Fits what a seller's own regression would expect of a launch: log units from the columns, and profit from the units.

import { mean, sum } from '#core/base/statistics/statistics.ts';
import type { ChosenLaunch, PossibleLaunch } from './merchandiser-log.ts';
import { fitSimpleRidge } from './simple-ridge.ts';

/** Expected profit of each coarse action of a launch. */
export type ProfitModel = (launch: PossibleLaunch) => Float64Array;

const PENALTY = 1;

export function fitProfitModel(
  launches: readonly ChosenLaunch[],
  units: Float64Array,
  { fees, discounts }: { readonly fees: readonly number[]; readonly discounts: readonly number[] },
): ProfitModel {
  const rows = launches.map((launch) => {
    const { channel, promo } = launch.actions[launch.taken]!;
    return [
      ...givenColumns(launch),
      ...channelColumns(launch, channel),
      ...promoColumns(launch, promo),
    ];
  });
  const places = new Map<string, number>();
  for (const [key] of rows.flat()) if (!places.has(key)) places.set(key, places.size);
  const x = new Float64Array(rows.length * places.size);
  rows.forEach((row, i) => {
    for (const [key, value] of row) x[i * places.size + places.get(key)!] = value;
  });
  const logs = units.map(Math.log1p);
  const weights = fitSimpleRidge(x, logs, PENALTY);
  const scored = (columns: readonly Column[]) =>
    sum(columns.map(([key, value]) => value * (weights[places.get(key) ?? -1] ?? 0)));
  const spread = mean(logs.map((log, i) => Math.exp(log - scored(rows[i]!))));
  return (launch) => {
    const given = scored(givenColumns(launch));
    const byChannel = fees.map((_, channel) => scored(channelColumns(launch, channel)));
    const byPromo = discounts.map((_, promo) => scored(promoColumns(launch, promo)));
    return Float64Array.from(launch.actions, ({ channel, promo, spend }) => {
      const log = given + byChannel[channel]! + byPromo[promo]!;
      const sold = Math.max(0, spread * Math.exp(log) - 1);
      const price = launch.product.price * launch.factor * (1 - discounts[promo]!);
      return sold * (price * (1 - fees[channel]!) - launch.product.cost) - spend;
    });
  };
}

/** A one-hot column by name, or a number. */
type Column = readonly [key: string, value: number];

const HARMONICS = [1, 2];
/** Weeks between the bumps of a theme's season; `BUMP_WIDTH` is their width in weeks. */
const BUMP_EVERY = 3;
const BUMP_WIDTH = 3;

function bumps(theme: string, week: number): Column[] {
  if (theme === 'plain') return [];
  return Array.from({ length: Math.floor(52 / BUMP_EVERY) }, (_, k): Column => {
    const apart = Math.abs(week - k * BUMP_EVERY);
    const away = Math.min(apart, 52 - apart) / BUMP_WIDTH;
    return [`${theme} around ${k * BUMP_EVERY}`, Math.exp(-0.5 * away * away)];
  });
}

function givenColumns({ product, week, factor }: PossibleLaunch): Column[] {
  const { category, theme, style, material, brand, price } = product;
  const season = HARMONICS.flatMap((k): Column[] => [
    [`sin${k}`, Math.sin((2 * Math.PI * k * week) / 52)],
    [`cos${k}`, Math.cos((2 * Math.PI * k * week) / 52)],
  ]);
  return [
    ['one', 1],
    [category, 1],
    [`theme ${theme}`, 1],
    ...bumps(theme, week),
    [style, 1],
    [material, 1],
    [`brand ${brand}`, 1],
    ['price', Math.log(price)],
    [`price of ${category}`, Math.log(price)],
    ['factor', 3 * Math.log(factor)],
    ...season,
    ...season.map(([key, value]): Column => [`${key} ${category}`, value]),
  ];
}

function channelColumns({ product, actions }: PossibleLaunch, channel: number): Column[] {
  const { spend } = actions.find((action) => action.channel === channel)!;
  return [
    ['spend', Math.log1p(spend)],
    [`spend on ${channel}`, Math.log1p(spend) / 3],
    [`spend in ${product.category}`, Math.log1p(spend) / 3],
    [`channel ${channel}`, 1],
    [`${product.category} on ${channel}`, 1],
    [`${product.style} on ${channel}`, 1],
  ];
}

function promoColumns({ product }: PossibleLaunch, promo: number): Column[] {
  return [
    [`promo ${promo}`, 1],
    [`${product.category} with ${promo}`, 1],
  ];
}
