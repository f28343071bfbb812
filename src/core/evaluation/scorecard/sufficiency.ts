// Rates whether a history is enough to learn from, part by part, and lists what would help most to collect next.

import type { LaunchTable } from '#core/launch/launch-table.ts';
import { countTexts, finite } from '#core/base/statistics/statistics.ts';

export type SufficiencyPart =
  | 'launches'
  | 'seasons'
  | 'categories'
  | 'combinations'
  | KnownNumber
  | 'funnel';

type KnownNumber = 'unitCost' | 'adSpend' | 'firstStock';

/** Share of the wanted data that is there, 0–1. */
export interface SufficiencyFact {
  readonly part: SufficiencyPart;
  readonly fraction: number;
}

export type ToCollect =
  /** A channel that is used elsewhere but was never tried for a category with many launches. */
  | {
      readonly kind: 'never-tried';
      readonly channel: string;
      readonly category: string;
      readonly launches: number;
    }
  | { readonly kind: 'few-in-category'; readonly category: string; readonly launches: number }
  | { readonly kind: 'missing'; readonly field: KnownNumber | 'funnel'; readonly launches: number };

export interface Sufficiency {
  readonly facts: readonly SufficiencyFact[];
  /** Most useful first. */
  readonly toCollect: readonly ToCollect[];
}

/**
 * Number of launches that the pages call a good start: from here on the network is a large one and errors fall slowly
 * (tests/bench/learning/README.md).
 */
const ENOUGH_LAUNCHES = 200;
/** Two years, in days: seeing each season twice separates seasonality from growth. */
const ENOUGH_DAYS = 2 * 365;
/** Launches in a category; with fewer, it is shrunk towards the others. */
const ENOUGH_IN_CATEGORY = 10;
/** Launches on one channel with one promotion; fewer are chance. */
const ENOUGH_OF_COMBINATION = 3;
/** Launches from which a channel counts as used. */
const ENOUGH_OF_CHANNEL = 5;
/** Share of launches without a value from which a column counts as missing. */
const MISSING_FROM = 0.2;
const MOST_TO_COLLECT = 6;
const MOST_OF_A_KIND = 2;

/** Rates each part of a history and lists what to collect next. */
export function sufficiencyOf(table: LaunchTable): Sufficiency {
  return {
    facts: [
      { part: 'launches', fraction: atMostAll(finite(table.units).length / ENOUGH_LAUNCHES) },
      { part: 'seasons', fraction: atMostAll(daysOf(table) / ENOUGH_DAYS) },
      ...categoryFact(table),
      ...combinationFact(table),
      ...KNOWN_NUMBERS.map((part) => ({ part, fraction: knownShare(table[part]) })),
      { part: 'funnel' as const, fraction: funnelShare(table) },
    ],
    toCollect: [...missing(table), ...neverTried(table), ...fewInCategory(table)].slice(
      0,
      MOST_TO_COLLECT,
    ),
  };
}

const KNOWN_NUMBERS: readonly KnownNumber[] = ['unitCost', 'adSpend', 'firstStock'];

function atMostAll(fraction: number): number {
  return Math.min(1, fraction);
}

function daysOf({ launchDay }: LaunchTable): number {
  const first = launchDay.reduce((least, day) => Math.min(least, day), Infinity);
  return launchDay.reduce((most, day) => Math.max(most, day), first) - first;
}

/** Returns the share of launches in categories with enough of them; empty where no launch has a category. */
function categoryFact({ category, rowCount }: LaunchTable): SufficiencyFact[] {
  const counts = countTexts(category);
  if (counts.length === 0) return [];
  const enough = counts.filter(([, count]) => count >= ENOUGH_IN_CATEGORY);
  const launches = enough.reduce((all, [, count]) => all + count, 0);
  return [{ part: 'categories', fraction: launches / rowCount }];
}

/** Returns the share of all pairs of channel and promotion with enough launches; empty where either has no name. */
function combinationFact({ channel, promotion }: LaunchTable): SufficiencyFact[] {
  const channels = countTexts(channel).length;
  const promotions = countTexts(promotion).length;
  if (channels === 0 || promotions === 0) return [];
  const tried = countTexts(channel.map((name, i) => name && `${name}\u001F${promotion[i]!}`));
  const often = tried.filter(([, count]) => count >= ENOUGH_OF_COMBINATION).length;
  return [{ part: 'combinations', fraction: atMostAll(often / (channels * promotions)) }];
}

function knownShare(column: Float64Array): number {
  return finite(column).length / column.length;
}

function funnelShare({ impressions, clicks }: LaunchTable): number {
  return knownShare(impressions.map((seen, i) => seen + clicks[i]!));
}

function missing(table: LaunchTable): ToCollect[] {
  const shares = [
    ...KNOWN_NUMBERS.map((field) => ({ field, share: 1 - knownShare(table[field]) })),
    { field: 'funnel' as const, share: 1 - funnelShare(table) },
  ];
  return shares
    .filter(({ share }) => share >= MISSING_FROM)
    .map(({ field, share }) => ({
      kind: 'missing',
      field,
      launches: Math.round(share * table.rowCount),
    }));
}

function neverTried({ channel, category }: LaunchTable): ToCollect[] {
  const used = countTexts(channel).filter(([, count]) => count >= ENOUGH_OF_CHANNEL);
  const tried = new Set(channel.map((name, i) => `${name}\u001F${category[i]!}`));
  return countTexts(category)
    .filter(([, launches]) => launches >= ENOUGH_IN_CATEGORY)
    .flatMap(([name, launches]) =>
      used
        .filter(([own]) => !tried.has(`${own}\u001F${name}`))
        .map(([own]): ToCollect => ({
          kind: 'never-tried',
          channel: own,
          category: name,
          launches,
        })),
    )
    .slice(0, MOST_OF_A_KIND);
}

function fewInCategory({ category }: LaunchTable): ToCollect[] {
  return countTexts(category)
    .filter(([, launches]) => launches < ENOUGH_IN_CATEGORY)
    .map(([name, launches]): ToCollect => ({ kind: 'few-in-category', category: name, launches }))
    .slice(0, MOST_OF_A_KIND);
}
