// How far a model may be believed when it says that one product sells more than another, or one action more than another. Both are drawn
// towards the middle by their calibration slopes on launches it had not seen (Cox 1958, "Two further applications of a model for binary
// regression"; Van Calster et al. 2019). A plan takes the best of thousands of actions: without this it would take what chance flattered.

import type { UsualAction } from '../launch/paired-launches.ts';
import { mean, normalSpread, SLIP_DEVIATIONS, sum } from '../statistics.ts';

export interface Calibration {
  /** Mean log1p(units) of the launches learnt from. */
  readonly middle: number;
  /** Of what a product under usual actions is predicted beyond the middle, so much is to be believed: 0–1. */
  readonly productShare: number;
  /** Of what an action is predicted beyond usual ones. */
  readonly actionShare: number;
  /** Which actions are usual. */
  readonly usual: readonly UsualAction[];
}

/** All that a model says; of models that were stored before this was learnt. */
export const UNCALIBRATED: Calibration = { middle: 0, productShare: 1, actionShare: 1, usual: [] };

/** Whether it changes nothing. */
export function isWhole({ productShare, actionShare }: Calibration): boolean {
  return productShare === 1 && actionShare === 1;
}

/** What is known of an action beside what the model says of it; on the scale of log1p(units). */
export interface BesideAction {
  /** The model of the product under usual actions, on average. */
  readonly usual: number;
  /** What is published of its price and ad spend, beyond usual ones. */
  readonly published: number;
}

/** log1p(units) of an action, drawn to the middle, and to what is published: as far as the model is not to be believed, that is. */
export function calibratedLog(
  { middle, productShare, actionShare }: Omit<Calibration, 'usual'>,
  log: number,
  { usual, published }: BesideAction,
): number {
  const ofProduct = middle + productShare * (usual - middle);
  return ofProduct + actionShare * (log - usual) + (1 - actionShare) * published;
}

/** Launches that members had not seen, judged together; log1p of units. */
export interface JudgedLogs {
  readonly actual: ArrayLike<number>;
  /** Under the action that each had. */
  readonly predicted: ArrayLike<number>;
  /** Under usual actions, on average. */
  readonly usual: ArrayLike<number>;
  /** What is published of price and ad spend, beyond usual ones. */
  readonly published: ArrayLike<number>;
  /** What those that predicted a launch had learnt from sold on average. */
  readonly middle: ArrayLike<number>;
  /** These tell nothing: they could have sold more. */
  readonly soldOut: readonly boolean[];
}

export type Shares = Pick<Calibration, 'productShare' | 'actionShare'>;

/**
 * Before any launch of the shop has judged, n launches to learn from are believed n² / (n² + half²). In worlds of known truth plans that
 * were drawn so kept what they promised; the slope of actions was 0.15 in the mean at 20 launches, 0.5 at 50, 0.6 at 100 and 0.95 at
 * 1,500, and that of the actions chosen, which chance flatters most, lower; from one shop to the next it differed by a fifth.
 */
const HALF_BELIEVED = { product: 35, action: 70 } as const;
const PRIOR_DEVIATION = 0.2;
/** Beyond it the rest is not worth asking of every product. */
const NEARLY_WHOLE = 0.96;

/** The posterior means of both slopes under a normal prior, 0–1. @param learntFrom launches that the final model has */
export function calibrationShares(parts: readonly JudgedLogs[], learntFrom: number): Shares {
  const prior = [HALF_BELIEVED.product, HALF_BELIEVED.action].map(
    (half) => learntFrom ** 2 / (learntFrom ** 2 + half ** 2),
  ) as [number, number];
  const rows = parts.flatMap(centredRows);
  if (rows.length === 0) return { productShare: prior[0], actionShare: prior[1] };
  const left = rows.map(
    ({ product, action, actual }) => actual - prior[0] * product - prior[1] * action,
  );
  const noise = Math.max(Number.EPSILON, sum(left.map((value) => value ** 2)) / rows.length);
  const pull = noise / PRIOR_DEVIATION ** 2;
  const dot = (a: keyof JudgedRow, b: keyof JudgedRow) => sum(rows.map((row) => row[a] * row[b]));
  const pp = dot('product', 'product') + pull;
  const aa = dot('action', 'action') + pull;
  const pa = dot('product', 'action');
  const py = dot('product', 'actual') + pull * prior[0];
  const ay = dot('action', 'actual') + pull * prior[1];
  const determinant = pp * aa - pa * pa;
  return {
    productShare: asShare((py * aa - ay * pa) / determinant),
    actionShare: asShare((ay * pp - py * pa) / determinant),
  };
}

function asShare(slope: number): number {
  return slope >= NEARLY_WHOLE ? 1 : Math.max(0, slope);
}

interface JudgedRow {
  /** What the product was predicted beyond the middle, the action beyond what is published of it, and what came, beyond that too. */
  readonly product: number;
  readonly action: number;
  readonly actual: number;
}

/** Around the part's own means, because a level that moved tells nothing of either; without slips of the pen. */
function centredRows(judged: JudgedLogs): JudgedRow[] {
  const { actual, predicted, usual, published, middle, soldOut } = judged;
  const rows = Array.from(actual, (log, i) => ({
    product: usual[i]! - middle[i]!,
    action: predicted[i]! - usual[i]! - published[i]!,
    actual: log - published[i]!,
  })).filter(({ actual: log }, i) => !soldOut[i] && Number.isFinite(log));
  if (rows.length < 2) return [];
  const meanOf = (name: keyof JudgedRow) => mean(rows.map((row) => row[name]));
  const middles = {
    product: meanOf('product'),
    action: meanOf('action'),
    actual: meanOf('actual'),
  };
  const centred = rows.map((row) => ({
    product: row.product - middles.product,
    action: row.action - middles.action,
    actual: row.actual - middles.actual,
  }));
  const missed = ({ product, action, actual: log }: JudgedRow) => log - product - action;
  const most = SLIP_DEVIATIONS * normalSpread(centred.map(missed));
  return most > 0 ? centred.filter((row) => Math.abs(missed(row)) <= most) : centred;
}
