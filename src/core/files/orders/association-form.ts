import type {
  Associations,
  BoughtTogether,
  CutOrders,
  HaloEffect,
  HaloStudy,
  LaunchedGroup,
  PairDetails,
  PairedProduct,
  WeightedWord,
} from '#core/model/associations/associations.ts';
import {
  count,
  finite,
  finiteOrMissing,
  ifThere,
  list,
  object,
  oneOf,
  share,
  text,
  type Form,
} from '../form/form.ts';
import { nearDay } from '../form/near-day.ts';

const paired = object<PairedProduct>({
  ...{ category: text, price: finiteOrMissing },
  whileCut: ifThere(
    object<CutOrders>({
      ...{ cut: share, orders: count, both: count, usualOrders: count, usualBoth: count },
    }),
  ),
});

const pair = object<BoughtTogether>({
  ...{ first: text, second: text, firstTitle: text, secondTitle: text },
  ...{ both: count, withFirst: count, withSecond: count },
  ...{ lift: finite, low90: finite, high90: finite },
  details: ifThere(object<PairDetails>({ first: paired, second: paired })),
});

const effect = object<HaloEffect>({
  ...{ launched: text, other: text, units: finite, low90: finite, high90: finite },
  ...{ launchCount: count, otherPrice: finiteOrMissing },
});

const launchedGroup = object<LaunchedGroup>({
  name: text,
  words: list(object<WeightedWord>({ word: text, weight: finite })),
});

const halo = object<HaloStudy>({
  ...{ launchCount: count, weeks: count, testedPairs: count, effects: list(effect) },
  launchedGroups: ifThere(list(launchedGroup)),
});

export const associationsForm: Form<Associations> = object<Associations>({
  ...{ orderCount: count, basketCount: count, firstDay: nearDay, lastDay: nearDay },
  grouping: oneOf<Associations['grouping']>({ category: true, theme: true }),
  ...{ together: list(pair), groupsTogether: list(pair), halo },
});
