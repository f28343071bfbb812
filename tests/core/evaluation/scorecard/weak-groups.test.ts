import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { weakGroups } from '#core/evaluation/scorecard/weak-groups.ts';
import { heldOutOf } from '../../../support/held-out.ts';

const CATEGORIES = ['mugs', 'lamps', 'rugs', 'bags'];
const CHANNELS = ['shop', 'market', 'mail'];

/** Launches whose forecast is off by up to `spreadOf(category)`, up or down. */
function shop(seed: number, count: number, spreadOf: (category: string) => number) {
  const random = seededRandom(seed);
  const category = Array.from({ length: count }, (_, i) => CATEGORIES[i % CATEGORIES.length]!);
  const actual = category.map(() => 60 + 80 * random());
  const debut = actual.map((units, i) => units * (1 + spreadOf(category[i]!) * (2 * random() - 1)));
  const channel = category.map(() => CHANNELS[Math.floor(3 * random())]!);
  const price = Float64Array.from(category, () => 5 + 40 * random());
  const launchDay = Float64Array.from(category, (_, i) => 20_000 + 3 * i);
  return heldOutOf({ actual, debut }, { category, channel, price, launchDay });
}

describe('groups with larger errors', () => {
  it('are found where the forecast is worse, with their number and error', () => {
    const { weak, all, compared } = weakGroups(
      shop(1, 120, (category) => (category === 'rugs' ? 0.9 : 0.2)),
    );
    expect(weak[0]).toMatchObject({ dimension: 'category', key: 'rugs', count: 30 });
    expect(weak[0]!.wape.expected).toBeGreaterThan(all.expected);
    expect(compared).toBeGreaterThan(12);
  });

  it('are rarely found where there are none', () => {
    const seeds = Array.from({ length: 30 }, (_, seed) => seed);
    const found = seeds.filter((seed) => weakGroups(shop(seed, 100, () => 0.5)).weak.length > 0);
    expect(found.length).toBeLessThan(6);
  });

  it('are none where launches have nothing to tell them apart', () => {
    const one = heldOutOf({ actual: [5, 9, 7], debut: [9, 5, 7] });
    expect(weakGroups(one)).toMatchObject({ compared: 0, weak: [] });
  });
});
