import { buyersNeeded } from '#core/evaluation/split-test/buyers-needed.ts';
import type {
  ArmPair,
  ArmSums,
  SplitDesign,
  SplitReading,
  StoredSplitTest,
  TestedAction,
} from '#core/evaluation/split-test/split-test.ts';
import { LEAST_COUNT } from '#core/model/associations/associations.ts';
import {
  count,
  finite,
  finiteOrMissing,
  list,
  moment,
  object,
  oneOf,
  share,
  such,
  text,
  type Form,
} from '../form/form.ts';
import { nearDay } from '../form/near-day.ts';

/** More would be no test, and a page would draw them all. */
const MOST_LOOKS = 5;
const MOST_DAYS = 3660;

/** As sums are kept: of at least LEAST_COUNT buyers, and of no orders or of as many. */
const arm = such(
  object<ArmSums>({
    ...{ buyers: count, ordered: count, sales: finiteOrMissing, salesSquares: finiteOrMissing },
  }),
  'sums of enough buyers',
  ({ buyers, ordered }) =>
    buyers >= LEAST_COUNT && (ordered === 0 || ordered >= LEAST_COUNT) && ordered <= buyers,
);

const arms = { sent: arm, heldOut: arm };

const looks = such(count, 'looks', (value) => value >= 1 && value <= MOST_LOOKS);

const reading = object<SplitReading>({
  ...{ look: looks, all: object<ArmPair>(arms) },
  groups: list(object<SplitReading['groups'][number]>({ ...arms, group: text })),
});

const tested = oneOf<TestedAction>({
  ...{ 'early-access': true, coupon: true, newsletter: true, other: true },
});

const design = such(
  object<SplitDesign>({
    ...{ usualShare: share, uplift: finite, heldOutShare: share, looks },
  }),
  'a test that can find something',
  (value) => buyersNeeded(value) !== null,
);

export const splitTestForm: Form<StoredSplitTest> = such(
  object<StoredSplitTest>({
    ...{ id: count, datasetId: count, createdAt: moment, tested, title: text },
    ...{ productIds: list(text), design },
    ...{ salt: text, startDay: nearDay, readings: list(reading) },
    days: such(count, 'days of a test', (value) => value >= 1 && value <= MOST_DAYS),
  }),
  'readings in the order of their looks',
  (test) => areInOrder(test.readings, test.design),
);

function areInOrder(readings: readonly SplitReading[], { looks: most }: SplitDesign): boolean {
  return readings.every(({ look }, i) => look <= most && look > (readings[i - 1]?.look ?? 0));
}
