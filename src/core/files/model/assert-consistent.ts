// Checks that the parts of a model match: array sizes agree and indexes are within range. Models written here are
// always consistent; files from elsewhere may not be.

import { basisCount, choiceColumns, sharedCount } from '#core/model/features/action-basis.ts';
import { WEEKS_PER_YEAR } from '#core/base/dates.ts';
import {
  inputCount,
  markAndPriceInputs,
  type ProductEncoder,
} from '#core/model/features/product-encoder.ts';
import type { LooksEncoder } from '#core/model/features/looks-inputs.ts';
import type { PrincipalComponents } from '#core/base/statistics/principal-components.ts';
import { EMBEDDING_SIZE } from '#core/model/text/encoder-weights.ts';
import { spreadOfColumns } from '#core/model/return-rates/rate-columns.ts';
import { netHeads } from '#core/model/outcomes/heads.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { SignedColumn } from '#core/model/net/net.ts';
import { MOST_LEAVES } from '#core/model/trees/product-trees.ts';
import { nodeCount } from '#core/model/trees/boosted-trees.ts';
import type { LevelMeans } from '#core/model/trees/level-means.ts';
import { weightOf } from '#core/model/blend/blend.ts';
import { unexpected } from '../form/form.ts';
import { assertProcess } from './assert-process.ts';

/** Checks all parts of a model. Throws AppError model-file-unreadable where they do not match. */
export function assertConsistent(model: TrainedModel): void {
  assertEncoding(model);
  assertNet(model);
  assertRidges(model);
  assertTrees(model);
  assertProcess(model);
  assertAnalogues(model);
  assertBlend(model);
  expect(model.residuals.length > 0, 'residuals', 'residuals');
  assertCalibration(model);
  assertReturnRates(model);
  assertRatingSpread(model);
}

function assertRatingSpread({ ratingSpread }: TrainedModel): void {
  if (!ratingSpread) return;
  const { below, above, least, most, doubledAt, leastUnits } = ratingSpread;
  expect(below <= 0 && above >= 0 && least <= most, 'a range on a scale', 'ratingSpread');
  expect(doubledAt >= 0 && leastUnits > 0, 'units', 'ratingSpread');
}

function assertReturnRates({ returnRates, encoding: { basis } }: TrainedModel): void {
  if (!returnRates) return;
  const { groups, effects, covariance, variances, launches, units, spread } = returnRates;
  const size = spreadOfColumns(groups).length;
  const isWhole = [effects, launches, units].every(({ length }) => length === size);
  expect(isWhole && variances.length === groups.length, `${size} effects`, 'returnRates');
  expect(covariance.length === (size * (size + 1)) / 2, 'a whole covariance', 'returnRates');
  expect(spread.size > 0 && spread.widening > 0, 'a spread above 0', 'returnRates/spread');
  const columns = basisCount(basis);
  expect(returnRates.usualAction.length === columns, `${columns} columns`, 'returnRates');
}

function assertCalibration({ calibration }: TrainedModel): void {
  const { productShare, actionShare, usual } = calibration;
  const isShare = (share: number) => share >= 0 && share <= 1;
  expect(isShare(productShare) && isShare(actionShare), 'shares of 0–1', 'calibration');
  const isWeek = usual.every(({ weekOfYear }) => weekOfYear < WEEKS_PER_YEAR);
  expect(usual.length > 0 && isWeek, 'usual actions, in weeks of the year', 'calibration/usual');
}

function assertEncoding({ encoding: { encoder, basis, heads } }: TrainedModel): void {
  const { outcomes } = heads;
  expect(outcomes[0]?.kind === 'count', 'a count as the first outcome', 'encoding/heads');
  for (const head of outcomes) {
    expect(head.kind === 'rate' || head.deviation > 0, 'a deviation above 0', 'encoding/heads');
  }
  const isSame =
    encoder.market === basis.market && encoder.events.join(' ') === basis.events.join(' ');
  expect(isSame, 'the same selling events of products and actions', 'encoding');
  assertNumbers(encoder);
  const { meaning, looks } = encoder;
  if (meaning) assertComponents(meaning, EMBEDDING_SIZE, 'encoding/encoder/meaning');
  if (looks) assertLooks(looks);
}

function assertLooks({ components, componentInputs, alikes }: LooksEncoder): void {
  const at = 'encoding/encoder/looks';
  // Image encoders differ in how many numbers they see.
  if (components) assertComponents(components, components.mean.length, at);
  const size = components?.deviations.length ?? 0;
  expect(componentInputs <= size, `at most ${size} components as inputs`, at);
  const isWhole = !alikes || alikes.places.length === alikes.beyond.length * size;
  expect(isWhole && (size > 0 || !alikes), `places of ${size} numbers`, at);
}

function assertComponents(
  { mean, directions, deviations }: PrincipalComponents,
  size: number,
  at: string,
): void {
  const fits =
    mean.length === size &&
    directions.length === deviations.length * size &&
    deviations.every((deviation) => deviation > 0);
  expect(fits, `directions of ${size} numbers`, at);
}

function assertNumbers({ numbers }: ProductEncoder): void {
  for (const { spread, logUnit, edges, missing } of numbers) {
    const rise = edges.every((edge, i) => i === 0 || edge > edges[i - 1]!);
    const fits = spread > 0 && logUnit >= 0 && edges.length > 1 && rise;
    expect(fits, 'a spread above 0 and rising edges', 'encoding/encoder/numbers');
    const isWhole = missing === undefined || missing.length === edges.length + 1;
    expect(isWhole, `${edges.length + 1} inputs of a missing number`, 'encoding/encoder/numbers');
  }
}

/** Parameters are not checked against the shape here: reading them into one vector already checked that. */
function assertNet({ net, encoding: { encoder, basis, heads } }: TrainedModel): void {
  if (!net) return;
  const { inputs, members, width } = net.shape;
  expect(inputs === inputCount(encoder), `${inputCount(encoder)} inputs`, 'net/shape');
  expect(members > 0 && width > 0, 'members that have a width', 'net/shape');
  const wanted = netHeads(heads, basis);
  expect(net.offsets.length === wanted.length, `${wanted.length} offsets`, 'net/offsets');
  expect(net.shape.heads.length === wanted.length, `${wanted.length} heads`, 'net/shape/heads');
  net.shape.heads.forEach((head, h) => {
    const at = `net/shape/heads/${h}`;
    expect(head.basis === wanted[h]!.basis, `${wanted[h]!.basis} columns`, at);
    assertSigned(head.signed ?? [], head.basis, at);
    expect(
      (head.signed ?? []).every(({ start }) => start > 0),
      'starts above 0',
      at,
    );
  });
}

function assertRidges({ ridges, encoding: { encoder, basis, heads } }: TrainedModel): void {
  const columns = basisCount(basis);
  const size = (1 + inputCount(encoder)) * columns;
  expect(ridges.length === heads.outcomes.length, `${heads.outcomes.length} ridges`, 'ridges');
  ridges.forEach(({ weights, signed }, i) => {
    expect(weights.length === size, `${size} weights`, `ridges/${i}`);
    assertSigned(signed, columns, `ridges/${i}`);
  });
}

function assertTrees({ trees, encoding: { encoder, basis, heads } }: TrainedModel): void {
  const columns = inputCount(encoder) + sharedCount(basis) - 1; // the constant is no input of trees
  const outcomes = heads.outcomes.length;
  expect(trees.length === 0 || trees.length === outcomes, `${outcomes} sets of trees`, 'trees');
  trees.forEach(({ depth, column, threshold, leaf, means }, i) => {
    const at = `trees/${i}`;
    expect(depth > 0 && 2 ** depth <= MOST_LEAVES, `at most ${MOST_LEAVES} leaves`, at);
    const nodes = nodeCount(depth);
    const count = leaf.length / (nodes + 1);
    expect(Number.isInteger(count), 'leaves of whole trees', at);
    const size = count * nodes;
    expect(column.length === size && threshold.length === size, `${size} nodes`, at);
    assertMeans(means, { columns, encoder, at });
    const most = columns + (means?.texts.length ?? 0);
    expect(
      column.every((each) => each >= -1 && each < most),
      `columns below ${most}`,
      at,
    );
  });
}

function assertMeans(
  means: LevelMeans | undefined,
  of: { readonly columns: number; readonly encoder: ProductEncoder; readonly at: string },
): void {
  if (!means) return;
  const { markCount } = markAndPriceInputs(of.encoder);
  expect(means.first === of.columns, `means after ${of.columns} columns`, of.at);
  const areMarks = means.texts.every(({ from, values }) => from + values.length <= markCount);
  expect(areMarks, `means of ${markCount} marks`, of.at);
}

function assertAnalogues({ analogues, encoding: { encoder, basis, heads } }: TrainedModel): void {
  if (!analogues) return;
  const { starts, marks, rarity, price, actions, outcomes } = analogues;
  const { markCount, priceInput } = markAndPriceInputs(encoder);
  const { firstAction, actionCount } = choiceColumns(basis);
  const launches = price.length;
  const isAt = analogues.priceInput === priceInput && analogues.firstAction === firstAction;
  expect(isAt, 'price and action where the encoding has them', 'analogues');
  const startsFit =
    starts.length === launches + 1 &&
    starts[0] === 0 &&
    starts.every((start, i) => i === 0 || start >= starts[i - 1]!) &&
    starts[launches] === marks.length;
  expect(startsFit, `the marks of ${launches} launches`, 'analogues');
  const marksFit = rarity.length === markCount && marks.every((mark) => mark < markCount);
  expect(marksFit, `marks below ${markCount}`, 'analogues');
  expect(actions.length === launches * actionCount, `${actionCount} columns`, 'analogues');
  const outcomesFit =
    outcomes.length === heads.outcomes.length &&
    outcomes.every(({ beyond, weight }) => {
      return beyond.length === launches && weight.length === launches;
    });
  expect(outcomesFit, `outcomes of ${launches} launches`, 'analogues');
}

/** Absent base models must have weight 0. */
function assertBlend({ blend, net, trees, process, analogues }: TrainedModel): void {
  const isThere =
    (net !== null || blend.net === 0) &&
    (trees.length > 0 || blend.trees === 0) &&
    (process != null || weightOf(blend, 'process') === 0) &&
    (analogues !== null || blend.analogues === 0);
  expect(isThere, 'shares of what is there', 'blend');
}

function assertSigned(
  signed: readonly Pick<SignedColumn, 'column'>[],
  columns: number,
  at: string,
): void {
  expect(
    signed.every(({ column }) => column < columns),
    `columns below ${columns}`,
    at,
  );
}

function expect(isTrue: boolean, expected: string, at: string): void {
  if (!isTrue) throw unexpected(expected, 'another', at);
}
