import { describe, expect, it } from 'vitest';
import { productComplaints } from '#core/evaluation/reviews/product-complaints.ts';
import { seededRandom } from '#core/base/random.ts';
import { countedReviews, type Voice } from '#core/evaluation/reviews/voice.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { review } from '../../../support/review.ts';
import { reviewReading } from '../../../support/review-reading.ts';

const SIZE = 1;
const KINDS = [
  { category: 'Coats', brand: 'A', material: 'wool' },
  { category: 'Coats', brand: 'A', material: 'linen' },
  { category: 'Hats', brand: 'A', material: 'linen' },
  { category: 'Hats', brand: 'B', material: 'wool' },
];

/** A shop with as many reviews of each kind of product, of which a share complains of the size. */
function shop(each: number, shareOf: (kind: (typeof KINDS)[number]) => number, seed = 3): Voice {
  const random = seededRandom(seed);
  const launch = Array.from({ length: each * KINDS.length }, (_, i) => i % KINDS.length);
  const said = launch.flatMap((row, i) =>
    random() < shareOf(KINDS[row]!) ? [{ review: i, aspect: SIZE, negative: 1 }] : [],
  );
  return {
    reviews: launch.map(() => review()),
    reading: reviewReading({ launch, said }),
    table: launchTable(KINDS.map((kind) => ({ ...kind, units: NaN }))),
  };
}

const product = (said: Partial<(typeof KINDS)[number]>) => {
  const { category = '', brand = '', material = '' } = said;
  return { category, brand, attributes: { material } };
};
const found = (voice: Voice, said: Partial<(typeof KINDS)[number]>) =>
  productComplaints(voice, countedReviews(voice, 'review'), product(said));

describe('complaints of similar products', () => {
  it('name the traits that stand out, and what is usual', () => {
    const voice = shop(150, ({ category, material }) =>
      category === 'Coats' && material === 'linen' ? 0.4 : 0.1,
    );
    const [worst, ...more] = found(voice, { category: 'Coats', brand: 'A', material: 'linen' });
    expect(worst).toMatchObject({ aspect: 'size', texts: 150 });
    expect(worst?.traits.map(({ value }) => value)).toEqual(['Coats', 'linen']);
    expect(worst!.share.complaints.low80).toBeLessThan(0.4);
    expect(worst!.share.complaints.high80).toBeGreaterThan(0.4);
    expect(worst!.usual.expected).toBeCloseTo(0.175, 1);
    expect(more).toEqual([]);
    expect(found(voice, { category: 'Hats', brand: 'B', material: 'wool' })).toEqual([]);
  });

  it('are not named where nothing stands out, or texts are few', () => {
    const all = { category: 'Coats', brand: 'A', material: 'linen' };
    expect(
      found(
        shop(150, () => 0.2),
        all,
      ),
    ).toEqual([]);
    const few = shop(14, ({ material }) => (material === 'linen' ? 0.5 : 0));
    expect(found(few, { category: 'Coats', material: 'linen' }).map(({ texts }) => texts)).toEqual(
      [],
    );
    expect(
      found(
        shop(150, () => 0.2),
        {},
      ),
    ).toEqual([]);
  });

  it('hardly ever stand out by chance', () => {
    const chance = Array.from({ length: 40 }, (_, i) => {
      return found(
        shop(60, () => 0.2, 100 + i),
        KINDS[i % 4]!,
      ).length;
    });
    expect(chance.filter((count) => count > 0).length).toBeLessThanOrEqual(3);
  });
});
