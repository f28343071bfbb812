import type { SplitTest } from '#core/evaluation/split-test/split-test.ts';

/** A newsletter held back from half of the buyers, read once. */
export function sampleSplitTest(given: Partial<SplitTest> = {}): SplitTest {
  const arm = { buyers: 500, ordered: 40, sales: 900, salesSquares: 30_000 };
  const all = { sent: { ...arm, ordered: 60 }, heldOut: arm };
  return {
    ...{ datasetId: 1, createdAt: 5, tested: 'newsletter', title: 'Blue mug', productIds: [] },
    design: { usualShare: 0.08, uplift: 0.03, heldOutShare: 0.5, looks: 1 },
    ...{ salt: 'random', startDay: 20_000, days: 28 },
    readings: [{ look: 1, all, groups: [] }],
    ...given,
  };
}
