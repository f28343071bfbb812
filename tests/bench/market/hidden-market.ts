// A shop whose categories follow demand that its launches show only faintly: seasons of their own, levels that wander, and
// a change of level. Its market file shows it as Google Trends would: weekly, relative to its largest value, with noise.

import { dayFromCalendar } from '#core/base/dates.ts';
import { seededRandom, type Random } from '#core/base/random.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { mondayOf, WEEK_DAYS, type DemandPanel } from '#core/demand/series/demand-panel.ts';
import { drawNormal } from '../../support/demo-shop/draws.ts';
import { launchTable, type LaunchRow } from '../../support/launch-table.ts';

const CATEGORIES = ['Lamps', 'Rugs', 'Vases', 'Candles', 'Frames', 'Baskets'];
const STYLES = ['plain', 'striped', 'rustic', 'modern', 'tiny', 'grand'];
const CHANNELS = ['Web', 'Market', 'Store'];
const FIRST_DAY = mondayOf(dayFromCalendar(2021, 1, 4));
export const WEEKS = 260;
/** Launches are in the last three years. */
const FIRST_LAUNCH = 104;
const TREND_NOISE = 0.08;
const LAUNCH_NOISE = 0.45;
const LAUNCH_WEEKS = 4;

export interface HiddenMarket {
  readonly table: LaunchTable;
  /** What the market file tells. */
  readonly market: DemandPanel;
  /** A file of markets that have nothing to do with the shop. */
  readonly unrelated: DemandPanel;
}

export function hiddenMarket(seed: number, launches: number): HiddenMarket {
  const random = seededRandom(seed);
  const demands = CATEGORIES.map(() => demandOf(random));
  const others = CATEGORIES.map(() => demandOf(random));
  const sizes = CATEGORIES.map(() => 3 + random() * 1.5);
  const rows = Array.from({ length: launches }, (): LaunchRow => {
    const c = Math.floor(random() * CATEGORIES.length);
    const week = FIRST_LAUNCH + Math.floor(random() * (WEEKS - FIRST_LAUNCH - LAUNCH_WEEKS));
    const [style, channel] = [
      Math.floor(random() * STYLES.length),
      Math.floor(random() * CHANNELS.length),
    ];
    const price = Math.exp(3 + 0.4 * drawNormal(random));
    const demand =
      demands[c]!.slice(week, week + LAUNCH_WEEKS).reduce((a, b) => a + b, 0) / LAUNCH_WEEKS;
    const log =
      sizes[c]! +
      demand +
      0.25 * (style - 2.5) * 0.4 +
      0.3 * (channel - 1) -
      0.8 * (Math.log(price) - 3);
    return {
      ...{ title: `${STYLES[style]} ${CATEGORIES[c]}`, category: CATEGORIES[c]! },
      ...{ channel: CHANNELS[channel]!, listPrice: price, salePrice: price, unitCost: 0.4 * price },
      day: FIRST_DAY + WEEK_DAYS * week + Math.floor(random() * 5),
      units: Math.round(Math.exp(log + LAUNCH_NOISE * drawNormal(random))),
    };
  });
  rows.sort((a, b) => a.day! - b.day!);
  return {
    table: launchTable(rows),
    market: panelOf(demands, random),
    unrelated: panelOf(others, random),
  };
}

/** Log of demand by week: two waves of the year, a level that wanders, one lasting change. */
function demandOf(random: Random): number[] {
  const [peak, second] = [random() * 52, random() * 52];
  const [size, other] = [0.3 + 0.4 * random(), 0.2 * random()];
  const shift = { week: 60 + Math.floor(random() * 180), by: 0.5 * drawNormal(random) };
  let level = 0;
  return Array.from({ length: WEEKS }, (_, week) => {
    level += 0.04 * drawNormal(random);
    const angle = (at: number, waves: number) => (2 * Math.PI * waves * (week - at)) / 52.18;
    const season = size * Math.cos(angle(peak, 1)) + other * Math.cos(angle(second, 2));
    return season + level + (week >= shift.week ? shift.by : 0);
  });
}

function panelOf(demands: readonly (readonly number[])[], random: Random): DemandPanel {
  return {
    ...{ firstDay: FIRST_DAY, weekCount: WEEKS },
    series: demands.map((logs, i) => {
      const seen = logs.map((log) => Math.exp(log + TREND_NOISE * drawNormal(random)));
      const largest = Math.max(...seen);
      return {
        name: CATEGORIES[i]!,
        units: Float64Array.from(seen, (each) => Math.round((100 * each) / largest)),
      };
    }),
  };
}

/** Returns the panel as it was known before a week. */
export function until({ series, ...panel }: DemandPanel, week: number): DemandPanel {
  return {
    ...{ ...panel, weekCount: week },
    series: series.map(({ name, units }) => ({ name, units: units.slice(0, week) })),
  };
}

export function weekOf(day: number): number {
  return Math.floor((day - FIRST_DAY) / WEEK_DAYS);
}
