import {
  HABIT_KINDS,
  type BestOffer,
  type BuyerGroup,
  type BuyerGroups,
  type GroupLack,
  type HabitKind,
} from '#core/model/segments/buyer-groups.ts';
import type { Logit } from '#core/model/segments/buyer-logit.ts';
import type { BuyerStudy } from '#core/model/segments/buyer-study.ts';
import type { WordAppeal } from '#core/model/segments/launch-appeal.ts';
import type { CountModel } from '#core/model/segments/launch-counts.ts';
import type { ReturningModel } from '#core/model/segments/learn-returning.ts';
import type { ValueModel } from '#core/model/segments/order-values.ts';
import type { RepeatModel } from '#core/model/segments/repeat-purchases.ts';
import {
  count,
  finite,
  list,
  nullable,
  object,
  oneIn,
  oneOf,
  share,
  such,
  text,
  type Form,
} from '../form/form.ts';
import { nearDay } from '../form/near-day.ts';

const logit = object<Logit>({ intercept: finite, coefficients: list(finite) });

const counts = object<CountModel>({
  coefficients: list(finite),
  spread: such(list(finite), 'three numbers', ({ length }) => length === 3) as unknown as Form<
    CountModel['spread']
  >,
  ...{ low90: finite, high90: finite, launches: count },
});

const returning = object<ReturningModel>({
  ...{ logit, buyers: counts, firstWeekUnits: counts, buyersLevel: finite, unitsLevel: finite },
  ...{ logPool: finite, usualLogPrice: nullable(finite), unknownRarity: finite, launches: count },
  words: list(
    object<WordAppeal & { readonly name: string }>({ name: text, lift: finite, rarity: finite }),
  ),
  groups: list(object<ReturningModel['groups'][number]>({ name: text, share: finite })),
});

const group = object<BuyerGroup>({
  kind: nullable(oneIn<HabitKind>(HABIT_KINDS)),
  about: list(text),
  ...{ buyers: count, salesShare: share, ordersToCome: finite, valueToCome: nullable(finite) },
  ...{ discountShare: nullable(share), newShare: share },
  channel: nullable(object<NonNullable<BuyerGroup['channel']>>({ name: text, share })),
  offer: oneOf<BestOffer>({
    ...{ discount: true, 'early-access': true, 'win-back': true, 'second-order': true, none: true },
  }),
});

const groups = object<BuyerGroups>({
  groups: nullable(list(group)),
  agreement: nullable(finite),
  lack: nullable(oneOf<GroupLack>({ unstable: true, 'few-buyers': true, 'no-groups': true })),
});

export const buyerStudyForm: Form<BuyerStudy> = object<BuyerStudy>({
  ...{ buyerCount: count, orderCount: count, returningCount: count },
  ...{ firstDay: nearDay, lastDay: nearDay },
  repeat: object<RepeatModel>({ r: finite, alpha: finite, a: finite, b: finite }),
  value: nullable(object<ValueModel>({ p: finite, q: finite, gamma: finite })),
  ordersToCome: such(
    list(such(finite, 'orders', (orders) => orders >= 0)),
    'orders to come',
    ({ length }) => length > 0,
  ),
  valueToCome: nullable(finite),
  grouping: oneOf<BuyerStudy['grouping']>({ category: true, theme: true }),
  returning: nullable(returning),
  ...{ habits: groups, tastes: groups },
});
