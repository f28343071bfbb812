import type { DerivedLaunch } from './derivation-settings.ts';

/** Topics that plans cannot advise on, because too few launches have the data. */
export const GAPS = [
  'no-channel',
  'one-channel',
  'no-promotion',
  'no-ad-spend',
  'no-unit-cost',
  'no-category',
] as const;
export type Gap = (typeof GAPS)[number];

/** Least share of launches with the data. */
const ENOUGH = 0.05;

/** Returns the topics that too few launches have data for; none if there are no launches. */
export function dataGaps(launches: readonly DerivedLaunch[]): Gap[] {
  if (launches.length === 0) return [];
  const isKnown = (has: (launch: DerivedLaunch) => boolean) =>
    launches.filter(has).length >= ENOUGH * launches.length;
  const channels = new Set(launches.map(({ channel }) => channel).filter(Boolean));
  const hasChannels = isKnown(({ channel }) => channel !== '');
  const isGap: Readonly<Record<Gap, boolean>> = {
    'no-channel': !hasChannels,
    'one-channel': hasChannels && channels.size === 1,
    'no-promotion': !isKnown(({ promotion }) => promotion !== ''),
    'no-ad-spend': !isKnown(({ adSpend }) => !Number.isNaN(adSpend)),
    'no-unit-cost': !isKnown(({ unitCost }) => !Number.isNaN(unitCost)),
    'no-category': !isKnown(({ category }) => category !== ''),
  };
  return GAPS.filter((gap) => isGap[gap]);
}
