// How well a text tells whether its review is negative: clothing reviews in English, goods and hotels in Chinese.

import { fitRatingHead } from '#core/model/reviews/fit-rating-head.ts';
import { MOST_NEGATIVE_STARS } from '#core/model/reviews/rating-head.ts';
import { scoreText } from '#core/model/reviews/score-text.ts';
import { seededRandom, shuffle } from '#core/base/random.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { chineseReviews, clothingReviews } from '../../support/review-tables.ts';
import { areaUnderRoc } from './auc.ts';
import { calibrationError } from './calibration-error.ts';

const DRAWS = 5;
const TESTED = 5000;
const TIMED = 10_000;
const ROUNDS = 3;

interface Table {
  readonly name: string;
  readonly texts: readonly string[];
  readonly stars: readonly number[];
  /** What the AUC is about: clothing that its buyer does not recommend, Chinese reviews labelled as bad. */
  readonly isBad: readonly boolean[];
  /** Smallest mean AUC by number of own reviews. */
  readonly leastArea: Readonly<Record<number, number>>;
  /** Smallest mean accuracy by number of own reviews. */
  readonly leastAccuracy: Readonly<Record<number, number>>;
}

const SIZES = [0, 100, 300, 1000, 3000];
/** Without own stars no threshold is learnt, so calibration is only measured. */
const LEAST_CALIBRATED = 300;
const MOST_CALIBRATION_ERROR = 0.03;
const MOST_SECONDS = 5;

/** Prints the figures of the part and returns the targets that it missed. */
export async function rating(seed: number): Promise<readonly string[]> {
  const missed = [clothing(), ...chinese()].flatMap((table) =>
    SIZES.flatMap((size) => judge(table, size, seed)),
  );
  return Promise.resolve([...missed, ...timed(seed)]);
}

function clothing(): Table {
  const reviews = clothingReviews();
  return {
    name: 'clothing',
    texts: reviews.map(({ title, text }) => `${title}\n${text}`),
    stars: reviews.map(({ stars }) => stars),
    isBad: reviews.map(({ isRecommended }) => !isRecommended),
    leastArea: { 0: 0.85, 300: 0.87, 3000: 0.94 },
    leastAccuracy: {},
  };
}

function chinese(): Table[] {
  const all = chineseReviews();
  const table = (name: string, isHotel: boolean, least: number): Table => {
    const reviews = all.filter(({ category }) => (category === '酒店') === isHotel);
    return {
      name,
      texts: reviews.map(({ text }) => text),
      stars: reviews.map(({ isGood }) => (isGood ? 5 : 1)),
      isBad: reviews.map(({ isGood }) => !isGood),
      leastArea: {},
      leastAccuracy: { 3000: least },
    };
  };
  return [table('goods', false, 0.92), table('hotels', true, 0.9)];
}

interface Figures {
  /** AUC for bad reviews. */
  readonly area: number;
  /** AUC for three stars or fewer. */
  readonly areaByStars: number;
  /** Share of reviews whose negative is told right, at a probability of one half. */
  readonly accuracy: number;
  readonly calibrationError: number;
  readonly absoluteStars: number;
}

function judge(table: Table, size: number, seed: number): string[] {
  const draws = Array.from({ length: DRAWS }, (_, draw) => figuresOf(table, size, seed + draw));
  const meanOf = (pick: (figures: Figures) => number) => mean(draws.map(pick));
  const area = meanOf((each) => each.area);
  const accuracy = meanOf((each) => each.accuracy);
  const error = meanOf((each) => each.calibrationError);
  const byStars = meanOf((each) => each.areaByStars);
  const stars = meanOf((each) => each.absoluteStars);
  console.log(
    `${table.name}, ${size} own: AUC ${area.toFixed(3)} (three stars or fewer ${byStars.toFixed(3)}), ` +
      `accuracy ${accuracy.toFixed(3)}, ECE ${error.toFixed(3)}, stars ±${stars.toFixed(2)}`,
  );
  const where = `${table.name}, ${size} own reviews`;
  return [
    ...below(`AUC of ${where}`, area, table.leastArea[size]),
    ...below(`accuracy of ${where}`, accuracy, table.leastAccuracy[size]),
    ...(size >= LEAST_CALIBRATED
      ? below(`−calibration error of ${where}`, -error, -MOST_CALIBRATION_ERROR)
      : []),
  ];
}

function below(what: string, figure: number, least: number | undefined): string[] {
  return least === undefined || figure >= least
    ? []
    : [`${what}: ${figure.toFixed(4)}, target ${least}`];
}

function figuresOf({ texts, stars, isBad }: Table, size: number, seed: number): Figures {
  const order = Uint32Array.from(texts.keys());
  const random = seededRandom(seed);
  shuffle(order, random);
  const own = [...order.subarray(0, size)];
  const unseen = [...order.subarray(-Math.min(TESTED, order.length - size))];
  const head = fitRatingHead({
    texts: own.map((i) => texts[i]!),
    stars: own.map((i) => stars[i]!),
    random,
  });
  const scores = unseen.map((i) => scoreText(head, texts[i]!));
  const negatives = scores.map(({ negative }) => negative);
  const isNegative = unseen.map((i) => stars[i]! <= MOST_NEGATIVE_STARS);
  return {
    area: areaUnderRoc(
      negatives,
      unseen.map((i) => isBad[i]!),
    ),
    areaByStars: areaUnderRoc(negatives, isNegative),
    accuracy: mean(negatives.map((p, k) => Number(p > 0.5 === isNegative[k]!))),
    calibrationError: calibrationError(negatives, isNegative),
    absoluteStars: mean(scores.map((score, k) => Math.abs(score.stars - stars[unseen[k]!]!))),
  };
}

/** Times learning and scoring: the fastest of some rounds, by processor time, which other programs change least. */
function timed(seed: number): string[] {
  const { texts, stars } = clothing();
  const [some, someStars] = [texts.slice(0, TIMED), stars.slice(0, TIMED)];
  const rounds = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    const head = fitRatingHead({ texts: some, stars: someStars, random: seededRandom(seed) });
    const learnt = secondsSince(before);
    for (const text of some) scoreText(head, text);
    return { learnt, all: secondsSince(before) };
  });
  const { learnt, all } = rounds.reduce((best, each) => (each.all < best.all ? each : best));
  console.log(
    `${TIMED} clothing reviews learnt and scored: ${all.toFixed(1)} s of processor time, ` +
      `learnt ${learnt.toFixed(1)} s; all rounds ${rounds.map((each) => each.all.toFixed(1)).join(', ')}`,
  );
  return below(`−seconds for ${TIMED} reviews`, -all, -MOST_SECONDS);
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
