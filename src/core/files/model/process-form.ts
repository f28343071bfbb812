// The form of a Gaussian process.

import type { LikenessWeights } from '#core/model/process/covariance.ts';
import type { GaussianProcess } from '#core/model/process/gaussian-process.ts';
import type {
  BellRespect,
  DecisionRespect,
  LineRespect,
  MarksRespect,
  ProductRespect,
  Respects,
} from '#core/model/process/respects.ts';
import type { SparseRows } from '#core/model/process/sparse-rows.ts';
import {
  count,
  either,
  exactly,
  finite,
  list,
  nullable,
  numbers,
  object,
  truth,
  type Form,
} from '../form/form.ts';

type SignedColumn = GaussianProcess['signed'][number];

const floats = numbers(Float32Array);
const doubles = numbers(Float64Array);

const respects = object<Respects>({
  products: list(
    either<ProductRespect>(
      object<MarksRespect>({
        ...{ kind: exactly('marks'), from: count, count },
        ...{ rarity: floats, isPaired: truth },
      }),
      object<LineRespect>({
        ...{ kind: exactly('line'), from: count, count },
        ...{ middle: floats, isPaired: truth },
      }),
      object<BellRespect>({
        ...{ kind: exactly('bell'), from: count },
        ...{ spread: finite, isPaired: truth },
      }),
    ),
  ),
  decisions: list(object<DecisionRespect>({ from: count, count, isPaired: truth })),
  time: nullable(count),
});

export const processForm: Form<GaussianProcess> = object<GaussianProcess>({
  respects,
  weights: object<LikenessWeights>({
    products: doubles,
    decisions: doubles,
    together: list(doubles),
    time: finite,
  }),
  products: object<SparseRows>({
    width: count,
    starts: numbers(Uint32Array),
    columns: numbers(Uint16Array),
    values: floats,
  }),
  decisions: floats,
  pulls: doubles,
  mean: finite,
  signed: list(
    object<SignedColumn>({ column: count, sign: either<1 | -1>(exactly(1), exactly(-1)) }),
  ),
});
