import { emptyDatabase } from '../support/database.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { EngineSession } from '#learning/session.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { liveTwoYears } from '../support/two-years.ts';

let engine: EngineSession;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());
beforeEach(emptyDatabase);

// Six shops, and the narrower range, are looked at by npm run bench:two-years: one shop's luck is not Debut's.
it('keeps its promises over two years, and is worth more beyond habit in the second', async () => {
  const { coverage, value, valueWithoutLearning } = await liveTwoYears({
    ...{ seed: 1, productsAYear: 100, engine },
  });
  const { promised, inside, count } = coverage.find((range) => range.promisedFraction === 0.8)!;
  expect(count).toBe(200);
  expect(Math.abs(inside / count - promised)).toBeLessThanOrEqual(0.05);
  expect(value[1]).toBeGreaterThan(value[0]!);
  expect(value[1]).toBeGreaterThan(valueWithoutLearning);
}, 120_000);
