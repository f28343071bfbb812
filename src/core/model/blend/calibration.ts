// Shrinks predicted differences between products and between actions, by their calibration slopes on unseen launches
// (Cox 1958, "Two further applications of a model for binary regression"; Van Calster et al. 2019). A plan takes the
// best of thousands of actions: without shrinkage it would take those that chance overstates.

import type { UsualAction } from '../features/paired-launches.ts';
import { mean, normalSpread, OUTLIER_DEVIATIONS, sum } from '#core/base/statistics/statistics.ts';

export interface Calibration {
  /** Mean log1p(units) of the training launches. */
  readonly middle: number;
  /** Share to believe of a product's predicted difference from the middle, under usual actions: 0–1. */
  readonly productShare: number;
  /** Share to believe of an action's predicted difference from usual actions: 0–1. */
  readonly actionShare: number;
  /** Actions that count as usual. */
  readonly usual: readonly UsualAction[];
}

/** No shrinkage. */
export const UNCALIBRATED: Calibration = { middle: 0, productShare: 1, actionShare: 1, usual: [] };

/** Returns whether a calibration changes nothing. */
export function isWhole({ productShare, actionShare }: Calibration): boolean {
  return productShare === 1 && actionShare === 1;
}

/**
 * Returns a model that believes only this share of what it believed about actions. Published effects of price and ad
 * spend stay: without them, a dearer price would seem to cost no sales.
 */
export function believingActions<Model extends { readonly calibration: Calibration }>(
  model: Model,
  share = 1,
): Model {
  const { calibration } = model;
  if (share === 1) return model;
  return {
    ...model,
    calibration: { ...calibration, actionShare: share * calibration.actionShare },
  };
}

/** Reference values for an action, in addition to its prediction, on the log1p(units) scale. */
export interface BesideAction {
  /** Mean prediction for the product under usual actions. */
  readonly usual: number;
  /** Published effect of its price and ad spend, beyond usual ones. */
  readonly published: number;
}

/**
 * Returns the calibrated log1p(units) of an action: shrunk to the middle, and to the published effect by the share that
 * is not believed.
 */
export function calibratedLog(
  { middle, productShare, actionShare }: Omit<Calibration, 'usual'>,
  log: number,
  { usual, published }: BesideAction,
): number {
  const ofProduct = middle + productShare * (usual - middle);
  return ofProduct + actionShare * (log - usual) + (1 - actionShare) * published;
}

/** Launches that the base models had not seen, taken together, in log1p(units). */
export interface UnseenLogs {
  readonly actual: ArrayLike<number>;
  /** Predictions under each launch's own action. */
  readonly predicted: ArrayLike<number>;
  /** Mean predictions under usual actions. */
  readonly usual: ArrayLike<number>;
  /** Published effects of price and ad spend, beyond usual ones. */
  readonly published: ArrayLike<number>;
  /** Mean of the training launches behind each prediction. */
  readonly middle: ArrayLike<number>;
  /** Launches that are left out, because they could have sold more. */
  readonly soldOut: readonly boolean[];
}

export type Shares = Pick<Calibration, 'productShare' | 'actionShare'>;

/**
 * Number of launches at which belief is one half. Before any launch of the shop is tested, n training launches are
 * believed n² / (n² + half²). On worlds with known truth, plans shrunk this way keep their forecasts. There the mean
 * slope of actions is 0.15 at 20 launches, 0.5 at 50, 0.6 at 100 and 0.95 at 1,500. Chosen actions, which chance
 * overstates most, have lower slopes. Slopes differ by a fifth from one shop to the next.
 */
const HALF_BELIEVED = { product: 35, action: 70 } as const;
const PRIOR_DEVIATION = 0.2;
/** Slope from which it counts as 1: the difference is not worth computing for every product. */
const NEARLY_WHOLE = 0.96;

/**
 * Returns the posterior means of both slopes under a normal prior, 0–1.
 * @param learntFrom number of training launches of the final model
 */
export function calibrationShares(parts: readonly UnseenLogs[], learntFrom: number): Shares {
  const prior = [HALF_BELIEVED.product, HALF_BELIEVED.action].map(
    (half) => learntFrom ** 2 / (learntFrom ** 2 + half ** 2),
  ) as [number, number];
  const rows = parts.flatMap(centredRows);
  if (rows.length === 0) return { productShare: prior[0], actionShare: prior[1] };
  const left = rows.map(
    ({ product, action, actual }) => actual - prior[0] * product - prior[1] * action,
  );
  const noise = Math.max(Number.EPSILON, sum(left.map((value) => value ** 2)) / rows.length);
  const [product, action] = slopesOf(rows, { prior, pull: noise / PRIOR_DEVIATION ** 2 });
  return { productShare: asShare(product), actionShare: asShare(action) };
}

/** Standard errors by which a slope must fall short of what is believed to show a change. */
const SURE_ERRORS = 2.5;
/** Fewest launches that can show one. */
const FEWEST_CHANGED = 20;

/**
 * Returns the shares by the newest launches alone, where these answered to actions clearly unlike earlier ones: where
 * their slope is less than half of what is believed, and by more than chance. Then the market has changed, and what a
 * longer history teaches about actions does not hold. Products are believed as before. null: no such change.
 */
export function changedShares(newest: UnseenLogs, believed: Shares): Shares | null {
  const all = aroundMeans(newest);
  if (all.length < FEWEST_CHANGED) return null;
  const fitted = { prior: [0, 0], pull: Number.EPSILON } as const;
  const [ofProduct, ofAction] = slopesOf(all, fitted);
  const rows = withoutOutliers(all, (row) => residualOf(row, ofProduct, ofAction));
  const [product, action] = slopesOf(rows, fitted);
  const left = rows.map((row) => residualOf(row, product, action));
  const noise = sum(left.map((value) => value ** 2)) / Math.max(1, rows.length - 2);
  const { pp, aa, pa } = momentsOf(rows);
  const own = pp + Number.EPSILON;
  const error = Math.sqrt((noise * own) / (own * aa - pa * pa));
  const short = believed.actionShare - action;
  const isChanged = short > SURE_ERRORS * error && short > believed.actionShare / 2;
  return isChanged ? { ...believed, actionShare: asShare(action) } : null;
}

/** Returns the slopes of products and actions by least squares, each pulled to its prior. */
function slopesOf(
  rows: readonly UnseenRow[],
  { prior, pull }: { readonly prior: readonly [number, number]; readonly pull: number },
): [product: number, action: number] {
  const moments = momentsOf(rows);
  const pp = moments.pp + pull;
  const aa = moments.aa + pull;
  const { pa } = moments;
  const py = moments.py + pull * prior[0];
  const ay = moments.ay + pull * prior[1];
  const determinant = pp * aa - pa * pa;
  return [(py * aa - ay * pa) / determinant, (ay * pp - py * pa) / determinant];
}

function momentsOf(rows: readonly UnseenRow[]) {
  const dot = (a: keyof UnseenRow, b: keyof UnseenRow) => sum(rows.map((row) => row[a] * row[b]));
  return {
    pp: dot('product', 'product'),
    aa: dot('action', 'action'),
    pa: dot('product', 'action'),
    py: dot('product', 'actual'),
    ay: dot('action', 'actual'),
  };
}

function asShare(slope: number): number {
  return slope >= NEARLY_WHOLE ? 1 : Math.max(0, slope);
}

interface UnseenRow {
  /**
   * Predicted difference of the product from the middle. `action`: of the action from usual ones, beyond the published
   * effect. `actual`: the result, beyond it too.
   */
  readonly product: number;
  readonly action: number;
  readonly actual: number;
}

/**
 * Returns rows around the part's own means. Input errors, measured against full belief, and sold-out launches are left
 * out.
 */
function centredRows(unseen: UnseenLogs): UnseenRow[] {
  return withoutOutliers(aroundMeans(unseen), (row) => residualOf(row, 1, 1));
}

function residualOf(row: UnseenRow, product: number, action: number): number {
  return row.actual - product * row.product - action * row.action;
}

function withoutOutliers(rows: readonly UnseenRow[], residual: (row: UnseenRow) => number) {
  const most = OUTLIER_DEVIATIONS * normalSpread(rows.map(residual));
  return most > 0 ? rows.filter((row) => Math.abs(residual(row)) <= most) : [...rows];
}

/** Returns rows around the part's own means, because a shift in level says nothing about either slope. */
function aroundMeans(unseen: UnseenLogs): UnseenRow[] {
  const { actual, predicted, usual, published, middle, soldOut } = unseen;
  const rows = Array.from(actual, (log, i) => ({
    product: usual[i]! - middle[i]!,
    action: predicted[i]! - usual[i]! - published[i]!,
    actual: log - published[i]!,
  })).filter(({ actual: log }, i) => !soldOut[i] && Number.isFinite(log));
  if (rows.length < 2) return [];
  const meanOf = (name: keyof UnseenRow) => mean(rows.map((row) => row[name]));
  const middles = {
    product: meanOf('product'),
    action: meanOf('action'),
    actual: meanOf('actual'),
  };
  return rows.map((row) => ({
    product: row.product - middles.product,
    action: row.action - middles.action,
    actual: row.actual - middles.actual,
  }));
}
