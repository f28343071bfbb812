import { describe, expect, it } from 'vitest';
import { buyersOfLaunch } from '#core/model/segments/buyers-of-launch.ts';
import { forecastReturning } from '#core/model/segments/forecast-returning.ts';
import { BuyersPast } from '#core/model/segments/buyers-past.ts';
import {
  appealOf,
  DayAppeal,
  LEAST_BUYERS,
  unknownRarity,
} from '#core/model/segments/launch-appeal.ts';
import { countRange } from '#core/model/segments/launch-counts.ts';
import { shelved } from '#core/model/segments/launch-outcomes.ts';
import { shelveProducts } from '#core/model/segments/product-shelf.ts';
import { studyBuyers } from '#core/model/segments/study-buyers.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { buyerWorld } from '../../../support/buyer-world.ts';

const world = buyerWorld(3, { buyers: 900, days: 500, launchGap: 5 });
const steps = studyBuyers(world.log);
let pauses = 0;
const study = (() => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value!;
    pauses++;
  }
})();

function done<T>(generator: Generator<void, T>): T {
  for (;;) {
    const step = generator.next();
    if (step.done) return step.value;
  }
}

describe('a study of buyers', () => {
  it('pauses now and then', () => {
    expect(pauses).toBeGreaterThan(50);
  });

  it('holds finite figures only, and can be stored', () => {
    // NaN and infinity become null in JSON, which would differ.
    expect(JSON.parse(JSON.stringify(study))).toEqual(study);
  });

  it('holds no sum of fewer than ten buyers', () => {
    const groups = [...(study.habits.groups ?? []), ...(study.tastes.groups ?? [])];
    expect(groups.length).toBeGreaterThan(0);
    for (const { buyers } of groups) expect(buyers).toBeGreaterThanOrEqual(LEAST_BUYERS);
    const names = study.returning!.words.map(({ name }) => name);
    for (const name of names) {
      const who = world.log.buyer.filter((buyer, line) => {
        const { title } = world.log.products[world.log.product[line]!]!;
        return buyer >= 0 && title.split(' ').includes(name);
      });
      expect(new Set(who).size).toBeGreaterThanOrEqual(LEAST_BUYERS);
    }
  });

  it('is null for shops without buyers or with few who return', () => {
    const small = buyerWorld(1, { buyers: 120, days: 60, launchGap: 10 }).log;
    const nobody = { ...small, buyerCount: 0, buyer: small.buyer.map(() => -1) };
    expect(done(studyBuyers(small))).toBeNull();
    expect(done(studyBuyers(nobody))).toBeNull();
  });

  it('expects about as many orders as come', () => {
    const half = 330;
    const lines = world.log.day.findIndex((day) => day >= half);
    const early = done(
      studyBuyers({
        ...world.log,
        lastDay: half - 1,
        products: world.log.products,
        ...{ order: world.log.order.subarray(0, lines), day: world.log.day.subarray(0, lines) },
        buyer: world.log.buyer.subarray(0, lines),
      }),
    )!;
    const known = new Set(world.log.buyer.subarray(0, lines));
    const came = new Set<string>();
    for (let line = lines; line < world.log.day.length; line++) {
      const [buyer, day] = [world.log.buyer[line]!, world.log.day[line]!];
      if (buyer >= 0 && known.has(buyer) && day < half + 28) came.add(`${buyer} ${day}`);
    }
    expect(early.ordersToCome[0]! / came.size).toBeGreaterThan(0.85);
    expect(early.ordersToCome[0]! / came.size).toBeLessThan(1.15);
  });

  it('tells bargain hunters and what they respond to', () => {
    const bargain = study.habits.groups!.find(({ kind }) => kind === 'bargain')!;
    expect(bargain.offer).toBe('discount');
    expect(bargain.discountShare).toBeGreaterThan(0.95);
    const others = study.habits.groups!.filter(({ kind }) => kind === 'regular');
    expect(others[0]!.discountShare).toBeLessThan(0.1);
    expect(others[0]!.channel).toMatchObject({ name: 'shop' });
  });

  it('shows groups that resamples agree on', () => {
    expect(study.habits.agreement).toBeGreaterThan(0.8);
    expect(study.habits.lack).toBeNull();
  });
});

describe('buyers of a launch', () => {
  const launch = { title: 'striped lamp', category: 'lamp', price: 12, day: 500 };
  const chances = buyersOfLaunch(world.log, study, launch)!;

  it('are those who like such things', () => {
    const likes = world.liked.map((category) => world.categories[category] === 'lamp');
    const ofFans = mean(Array.from(chances).filter((_, buyer) => likes[buyer]));
    const ofOthers = mean(Array.from(chances).filter((_, buyer) => !likes[buyer]));
    expect(ofFans).toBeGreaterThan(2 * ofOthers);
    for (const chance of chances) expect(chance >= 0 && chance <= 1).toBe(true);
  });

  it('are not asked among those who came later', () => {
    const early = buyersOfLaunch(world.log, study, { ...launch, day: 100 })!;
    const first = new Int32Array(900).fill(1000);
    world.log.buyer.forEach((buyer, line) => {
      if (buyer >= 0) first[buyer] = Math.min(first[buyer]!, world.log.day[line]!);
    });
    first.forEach((day, buyer) => {
      expect(early[buyer]! > 0).toBe(day < 100);
    });
  });

  it('are counted from the study alone, near the sum of the chances', () => {
    const { buyers, firstWeekUnits } = forecastReturning(study, launch)!;
    const expected = chances.reduce((all, chance) => all + chance, 0);
    expect(buyers.middle / expected).toBeGreaterThan(0.6);
    expect(buyers.middle / expected).toBeLessThan(1.6);
    expect(buyers.low90).toBeLessThanOrEqual(buyers.middle);
    expect(buyers.high90).toBeGreaterThanOrEqual(buyers.middle);
    expect(firstWeekUnits.middle).toBeLessThan(buyers.middle * 2);
  });

  it('are fewer for a later day and known for an unknown product', () => {
    const later = forecastReturning(study, { ...launch, day: 800 })!;
    const now = forecastReturning(study, launch)!;
    expect(later.buyers.middle).not.toBe(now.buyers.middle);
    const unknown = { title: '', category: '', price: null, day: 500 };
    expect(forecastReturning(study, unknown)!.buyers.middle).toBeGreaterThan(0);
    expect(forecastReturning({ ...study, returning: null }, launch)).toBeNull();
  });
});

it('finds planted tastes', () => {
  const { tastes } = study;
  expect(tastes.lack).toBeNull();
  expect(tastes.agreement).toBeGreaterThan(0.8);
  const main = tastes.groups!.map(({ about }) => about[0]);
  expect(main.toSorted()).toEqual(world.categories.toSorted());
});

it('shows no tastes where buyers have none', () => {
  const { log } = buyerWorld(4, { buyers: 500, days: 400, launchGap: 20, loyalty: 0 });
  const { tastes } = done(studyBuyers(log))!;
  expect(tastes.groups).toBeNull();
  expect(tastes.lack).toBe('unstable');
  expect(tastes.agreement).toBeLessThan(0.8);
});

it('forecasts from what is stored as from the log itself', () => {
  const { log } = world;
  const returning = study.returning!;
  const asked = { title: 'striped lamp', category: 'lamp', price: 12 };
  const shelf = shelveProducts([...log.products, asked]);
  const past = new BuyersPast(log, shelf);
  past.moveTo(log.lastDay + 1);
  const today = new DayAppeal(past, { logit: returning.logit, model: study.repeat });
  const appeal = appealOf(today, shelved(shelf, log.products.length, 500), unknownRarity(past));
  const own = forecastReturning(study, { ...asked, day: 500 })!.buyers;
  // Chances are calibrated; sums are not.
  const { logPool } = returning;
  const other = countRange(returning.buyers, { ...appeal, logPool }, returning.buyersLevel);
  expect(own.low90).toBe(other.low90);
  expect(own.middle).toBeCloseTo(other.middle, 0);
});

it('holds finite figures where no price, discount, channel or category is known', () => {
  const { log } = buyerWorld(6, { buyers: 400, days: 400, launchGap: 3 });
  const bare = done(
    studyBuyers({
      ...log,
      channels: [],
      products: log.products.map((product) => ({ ...product, category: '', price: NaN })),
      revenue: log.revenue.map(() => NaN),
      discountShare: log.discountShare.map(() => NaN),
    }),
  )!;
  expect(JSON.parse(JSON.stringify(bare))).toEqual(bare);
  expect(bare.grouping).toBe('theme');
  expect([bare.value, bare.valueToCome, bare.returning!.usualLogPrice]).toEqual([null, null, null]);
  expect(bare.habits.groups!.map(({ channel }) => channel)).not.toContain(undefined);
  const asked = { title: 'red mug', category: '', price: 9, day: 400 };
  expect(forecastReturning(bare, asked)!.buyers.middle).toBeGreaterThan(0);
});
