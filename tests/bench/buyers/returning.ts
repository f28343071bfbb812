// Who of the past buyers returns for a launch, and how many, on launches later than all that was learnt. A study is made at
// the first of them and then every 28 days, of the log before that day. Who returns is asked on the launch's day of the
// log before it. Needs the Online Retail tables in ../shared/data/online-retail.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Day } from '#core/base/dates.ts';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import type { BuyerStudy } from '#core/model/segments/buyer-study.ts';
import { BuyersPast } from '#core/model/segments/buyers-past.ts';
import { chancesToReturn } from '#core/model/segments/chances-to-return.ts';
import { forecastReturning } from '#core/model/segments/forecast-returning.ts';
import type { CountRange } from '#core/model/segments/launch-counts.ts';
import { pastLaunches, type PastLaunch } from '#core/model/segments/launch-outcomes.ts';
import { shelveProducts } from '#core/model/segments/product-shelf.ts';
import { studyBuyers } from '#core/model/segments/study-buyers.ts';
import type { SalesLog } from '#core/import/baskets/sales-log.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { giftwareLog, logBefore } from './giftware-log.ts';
import { rfmScores } from './rfm-scores.ts';

export const GIFTWARE = fileURLToPath(
  new URL('../../../../shared/data/online-retail', import.meta.url),
);
const MOST_ASKED = 500;
const LEAST_RATIO = 1.5;
const COVERAGE = { least: 0.87, most: 0.93 };

interface Asked {
  readonly launch: PastLaunch;
  readonly buyers: CountRange;
  readonly units: CountRange;
  /** Returning buyers among the first 500 by each ranking, and the sum of the chances. */
  readonly found: number;
  readonly foundByRfm: number;
  readonly expected: number;
}

/**
 * Prints the figures and returns the targets that were missed.
 * @param span shares of the launches, by day, between which they are asked
 */
export function returning([from, to]: readonly [from: number, to: number]): readonly string[] {
  if (!existsSync(GIFTWARE)) {
    console.log(`online-retail: skipped, for ${GIFTWARE} is not here`);
    return [];
  }
  const log = giftwareLog(GIFTWARE);
  const all = pastLaunches(log, shelveProducts(log.products));
  const launches = all.slice(Math.floor(from * all.length), Math.floor(to * all.length));
  const asked = askAll(log, launches);
  const sumOf = (valueOf: (one: Asked) => number) =>
    asked.reduce((total, one) => total + valueOf(one), 0);
  const returned = sumOf(({ launch }) => launch.returned.size);
  const recall = sumOf(({ found }) => found) / returned;
  const ofRfm = sumOf(({ foundByRfm }) => foundByRfm) / returned;
  console.log(
    `${all.length} launches; ${asked.length} later ones, ${returned} returns. Recall@${MOST_ASKED}: ${percent(recall)}, RFM ${percent(ofRfm)}, ratio ${(recall / ofRfm).toFixed(2)}`,
  );
  const some = asked.filter(({ launch }) => launch.returned.size > 0);
  const meanOf = (valueOf: (one: Asked) => number) =>
    mean(some.map((one) => valueOf(one) / one.launch.returned.size));
  const [own, other] = [meanOf(({ found }) => found), meanOf(({ foundByRfm }) => foundByRfm)];
  console.log(
    `mean of launches: ${percent(own)}, RFM ${percent(other)}, ratio ${(own / other).toFixed(2)}`,
  );
  console.log(
    `sum of chances over returns: ${(sumOf(({ expected }) => expected) / returned).toFixed(2)}`,
  );
  const buyers = held('returning buyers', asked, (one) => [one.buyers, one.launch.returned.size]);
  const units = held('their first week units', asked, (one) => [
    one.units,
    one.launch.firstWeekUnits,
  ]);
  return [
    ...(recall / ofRfm >= LEAST_RATIO ? [] : [`recall ${(recall / ofRfm).toFixed(2)} of RFM's`]),
    ...[buyers, units]
      .filter(({ share }) => share < COVERAGE.least || share > COVERAGE.most)
      .map(({ name, share }) => `90% ranges of ${name} hold ${percent(share)}`),
  ];
}

function askAll(log: SalesLog, launches: readonly PastLaunch[]): Asked[] {
  const shelf = shelveProducts(log.products);
  const past = new BuyersPast(log, shelf);
  let [study, studiedOn]: [BuyerStudy | null, Day] = [null, -Infinity];
  return launches.flatMap((launch) => {
    if (launch.day >= studiedOn + HORIZON_DAYS) {
      study = finished(studyBuyers(logBefore(log, launch.day)));
      studiedOn = launch.day;
    }
    if (!study?.returning) throw new Error('Nothing was learnt.');
    const { title, category, price } = log.products[launch.product]!;
    const forecast = forecastReturning(study, { title, category, price, day: launch.day })!;
    past.moveTo(launch.day);
    const models = { logit: study.returning.logit, repeat: study.repeat };
    const chances = chancesToReturn(past, launch, models);
    return [
      {
        ...{ launch, buyers: forecast.buyers, units: forecast.firstWeekUnits },
        found: foundAmong(chances, launch.returned),
        foundByRfm: foundAmong(rfmScores(past), launch.returned),
        expected: chances.reduce((all, chance) => all + chance, 0),
      },
    ];
  });
}

/** Returns how many of the wanted are among the first 500; ties at the end in proportion, as chance would draw them. */
function foundAmong(scores: Float64Array, wanted: ReadonlySet<number>): number {
  const last = Float64Array.from(scores).sort().at(-MOST_ASKED)!;
  let [above, foundAbove, tied, foundTied] = [0, 0, 0, 0];
  scores.forEach((score, buyer) => {
    const isWanted = Number(wanted.has(buyer));
    if (score > last) [above, foundAbove] = [above + 1, foundAbove + isWanted];
    else if (score === last) [tied, foundTied] = [tied + 1, foundTied + isWanted];
  });
  return foundAbove + (foundTied * (MOST_ASKED - above)) / tied;
}

function held(
  name: string,
  asked: readonly Asked[],
  read: (one: Asked) => readonly [range: CountRange, actual: number],
) {
  const pairs = asked.map(read);
  const inside = pairs.filter(([{ low90, high90 }, actual]) => actual >= low90 && actual <= high90);
  const below = pairs.filter(([{ low90 }, actual]) => actual < low90).length;
  const share = inside.length / pairs.length;
  const [middle, width] = [
    pairs.filter(([range, actual]) => actual > range.middle).length / pairs.length,
    mean(pairs.map(([{ low90, high90 }]) => Math.log((high90 + 1) / (low90 + 1)))),
  ];
  console.log(
    `${name}: 90% ranges hold ${percent(share)} (${percent(below / pairs.length)} below), ${percent(middle)} above the middle, high over low ${Math.exp(width).toFixed(1)}`,
  );
  return { name, share };
}

export function finished<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
