import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { closeness, type Competition } from '#core/season/offers/competition.ts';
import {
  estimateCompetition,
  USUAL_COMPETITION,
} from '#core/season/similarity/estimate-competition.ts';
import { unexplained } from '#core/season/similarity/partial-out.ts';
import { mean } from '#core/base/statistics/statistics.ts';

interface World {
  readonly seed: number;
  readonly launches: number;
  readonly later: number;
  readonly earlier: number;
}

/** Launches of five kinds over three years, of which the same kind takes buyers from each other; kind and season sell differently, too. */
function estimateIn({ seed, launches, later, earlier }: World): Competition {
  const random = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const days = Float64Array.from({ length: launches }, () => Math.floor(random() * 1095)).sort();
  const kinds = Array.from(days, () => Math.floor(random() * 5));
  const similarity = (a: number, b: number) => (kinds[a] === kinds[b] ? 0.8 : 0);
  const width = 7;
  const columns = new Float32Array(launches * width);
  const logUnits = Float64Array.from(days, (day, i) => {
    columns[i * width + kinds[i]!] = 1;
    columns[i * width + 5] = Math.sin((2 * Math.PI * day) / 365);
    columns[i * width + 6] = normal();
    let lost = 0;
    for (let j = 0; j < launches; j++) {
      const apart = day - days[j]!;
      const near = j === i ? 0 : similarity(i, j) * closeness(apart);
      const strength = apart > 0 ? later : apart < 0 ? earlier : (later + earlier) / 2;
      lost += near * strength;
    }
    return (
      4 +
      0.3 * kinds[i]! +
      columns[i * width + 5]! +
      0.2 * columns[i * width + 6]! -
      lost +
      0.5 * normal()
    );
  });
  const explaining = { columns, rowCount: launches };
  const unitsLeft = resultOf(unexplained(explaining, logUnits));
  return resultOf(estimateCompetition({ days, unitsLeft, similarity, explaining }));
}

function resultOf<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

const seeds = Array.from({ length: 12 }, (_, seed) => seed);

describe('what alike launches take from each other', () => {
  it('is found in histories that have it, later and earlier ones apart', () => {
    const found = seeds.map((seed) =>
      estimateIn({ seed, launches: 1200, later: 0.25, earlier: 0.05 }),
    );
    expect(mean(found.map(({ later }) => later))).toBeCloseTo(0.25, 1);
    expect(mean(found.map(({ earlier }) => earlier))).toBeCloseTo(0.05, 1);
    expect(found.every(({ isLearnt }) => isLearnt)).toBe(true);
    const inside = found.filter(({ low80, high80 }) => low80 <= 0.3 && 0.3 <= high80);
    expect(inside.length).toBeGreaterThanOrEqual(7); // 8 in 10 of 12, less what chance may take
  });

  it('is next to nothing where there is none', () => {
    const found = seeds.map((seed) => estimateIn({ seed, launches: 1200, later: 0, earlier: 0 }));
    expect(mean(found.map(({ later, earlier }) => later + earlier))).toBeLessThan(0.06);
  });

  it('is what is usually assumed as long as hardly any launches tell', () => {
    const { later, earlier, isLearnt, pairCount } = estimateIn({
      ...{ seed: 2, launches: 39, later: 0.5, earlier: 0.5 },
    });
    expect({ later, earlier, isLearnt }).toEqual({
      later: USUAL_COMPETITION.later,
      earlier: USUAL_COMPETITION.earlier,
      isLearnt: false,
    });
    expect(pairCount).toBeGreaterThan(0);
  });

  it('is the same each time', () => {
    const given = { seed: 3, launches: 300, later: 0.2, earlier: 0.1 };
    expect(estimateIn(given)).toEqual(estimateIn(given));
  });
});
