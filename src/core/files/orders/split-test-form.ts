import type {
  ArmPair,
  ArmSums,
  SplitDesign,
  SplitReading,
  StoredSplitTest,
  TestedAction,
} from '#core/evaluation/split-test/split-test.ts';
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

const arm = object<ArmSums>({
  ...{ buyers: count, ordered: count, sales: finiteOrMissing, salesSquares: finiteOrMissing },
});

const arms = { sent: arm, heldOut: arm };

const looks = such(count, 'looks', (value) => value >= 1 && value <= MOST_LOOKS);

const reading = object<SplitReading>({
  ...{ look: looks, all: object<ArmPair>(arms) },
  groups: list(object<SplitReading['groups'][number]>({ ...arms, group: text })),
});

const tested = oneOf<TestedAction>({
  ...{ 'early-access': true, coupon: true, newsletter: true, other: true },
});

export const splitTestForm: Form<StoredSplitTest> = object<StoredSplitTest>({
  ...{ id: count, datasetId: count, createdAt: moment, tested, title: text },
  productIds: list(text),
  design: object<SplitDesign>({
    ...{ usualShare: share, uplift: finite, heldOutShare: share, looks },
  }),
  ...{ salt: text, startDay: nearDay, readings: list(reading) },
  days: such(count, 'days of a test', (value) => value >= 1 && value <= MOST_DAYS),
});
