// Makes plans as the worker does, from models that a test has trained.

import { dayFromCalendar } from '#core/base/dates.ts';
import type { KnownNiche } from '#core/demand/niche/known-niches.ts';
import { deriveActionSpace, type ActionSpace } from '#core/model/features/action-space.ts';
import { USUAL_AIM, type Aim } from '#core/planning/plan/aim.ts';
import type { LaunchAction } from '#core/planning/plan/launch-plan.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { Settled } from '#core/ledger/entries/promise-outcome.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { EngineSession } from '#learning/session.ts';
import { planProducts, type Planned } from '#workers/model/plan/plan-products.ts';
import { launchTable } from './launch-table.ts';

export const EARLIEST_DAY = dayFromCalendar(2026, 1, 1);

export interface Planning {
  readonly model: TrainedModel;
  readonly table: LaunchTable;
  readonly engine: EngineSession;
}

export interface PlanChange {
  readonly space?: ActionSpace;
  readonly aim?: Partial<Aim>;
  /** Adopted plans with their results. */
  readonly settled?: readonly Settled[];
  readonly niches?: ReadonlyMap<string, KnownNiche>;
  readonly onProduct?: (planned: number) => Promise<void>;
}

export function spaceOf({ model, table }: Omit<Planning, 'engine'>): ActionSpace {
  return deriveActionSpace(table, model.encoding.basis, EARLIEST_DAY);
}

export function plan(
  planning: Planning,
  products: readonly NewProduct[],
  {
    space,
    aim,
    settled = [],
    niches = new Map(),
    onProduct = () => Promise.resolve(),
  }: PlanChange = {},
): Promise<Planned> {
  return planProducts({
    ...planning,
    ...{ products, settled, niches, onProduct },
    aim: { ...USUAL_AIM, ...aim },
    space: space ?? spaceOf(planning),
  });
}

export type AskedLaunch = Pick<LaunchAction, 'launchDay' | 'channel' | 'promotion' | 'adSpend'> & {
  /** Sale price over list price, promotion included. */
  readonly priceRatio: number;
};

/** Returns actions of one product as past launches. Their crowding is unknown (NaN), which counts as usual. */
export function asLaunches(product: NewProduct, actions: readonly AskedLaunch[]): LaunchTable {
  const { title, category, brand, attributes } = product;
  const table = launchTable(
    actions.map(({ launchDay, channel, promotion, adSpend, priceRatio }) => ({
      ...{ title, category, brand, material: attributes.material ?? '', day: launchDay },
      ...{ channel: channel ?? '', promotion: promotion ?? '', adSpend: adSpend ?? NaN },
      ...{ listPrice: product.listPrice ?? NaN, unitCost: product.unitCost ?? NaN },
      salePrice: (product.listPrice ?? NaN) * priceRatio,
    })),
  );
  return { ...table, crowding: table.crowding.map(() => NaN) };
}
