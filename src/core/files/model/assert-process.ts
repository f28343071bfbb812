// Checks that the parts of a Gaussian process match each other and the encoding.

import { sharedCount } from '#core/model/features/action-basis.ts';
import { inputCount } from '#core/model/features/product-encoder.ts';
import { pairedWith } from '#core/model/process/covariance.ts';
import type { GaussianProcess } from '#core/model/process/gaussian-process.ts';
import { likenessCount } from '#core/model/process/product-likeness.ts';
import type { ProductRespect } from '#core/model/process/respects.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { unexpected } from '../form/form.ts';

/** Throws AppError model-file-unreadable where they do not match. */
export function assertProcess({ process, encoding: { encoder, basis } }: TrainedModel): void {
  if (!process) return;
  const inputs = inputCount(encoder);
  const columns = sharedCount(basis);
  const { products, decisions, time } = process.respects;
  expect(
    products.every((respect) => isWithin(respect, inputs)),
    `columns below ${inputs}`,
  );
  const areWithin =
    decisions.every(({ from, count }) => from + count <= columns) &&
    process.signed.every(({ column }) => column < columns) &&
    (time ?? 0) < columns;
  expect(areWithin, `columns below ${columns}`);
  assertLaunches(process, { inputs, columns });
  assertWeights(process);
}

function isWithin(respect: ProductRespect, inputs: number): boolean {
  if (respect.kind === 'bell') return respect.from < inputs && respect.spread > 0;
  const { from, count } = respect;
  const own = respect.kind === 'marks' ? respect.rarity : respect.middle;
  return from + count <= inputs && own.length === count;
}

function assertLaunches(
  { products, decisions, pulls }: GaussianProcess,
  { inputs, columns: shared }: { readonly inputs: number; readonly columns: number },
): void {
  const { width, starts, columns, values } = products;
  const launches = pulls.length;
  expect(decisions.length === launches * shared, `decisions of ${launches} launches`);
  const ascend = starts.every((start, i) => i === 0 || start >= starts[i - 1]!);
  const areWhole = starts.length === launches + 1 && starts[0] === 0 && ascend;
  const hasAll = starts[launches] === values.length && columns.length === values.length;
  expect(areWhole && hasAll, `the inputs of ${launches} launches`);
  expect(width === inputs && columns.every((each) => each < width), `columns below ${inputs}`);
}

function assertWeights({ respects, weights }: GaussianProcess): void {
  const { decisions, products } = respects;
  const areWhole =
    weights.products.length === likenessCount(products) &&
    weights.decisions.length === decisions.length &&
    weights.together.length === decisions.length &&
    weights.together.every((own, d) => own.length === pairedWith(respects, decisions[d]!).length);
  expect(areWhole, 'a weight for each likeness');
}

function expect(isTrue: boolean, expected: string): void {
  if (!isTrue) throw unexpected(expected, 'another', 'process');
}
