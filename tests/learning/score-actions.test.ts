import { describe, expect, it } from 'vitest';
import { parameterCount } from '#core/model/net/net-layout.ts';
import type { NetShape, NetWeights } from '#core/model/net/net.ts';
import { seededRandom } from '#core/base/random.ts';
import { unitsFromHeads, type UnitsScale } from '#core/model/outcomes/units-scale.ts';
import { headOutputs, productCoefficients } from '#learning/predict-outputs.ts';
import { scoreActions } from '#learning/score-actions.ts';
import type { EngineSession } from '#learning/session.ts';
import { expectNoTensorLeak, randomVector, withSession } from './support.ts';

// A habit head lies between the outcome heads, so that a wrong column would show.
const shape: NetShape = {
  inputs: 3,
  members: 3,
  width: 5,
  hasSkip: true,
  heads: [
    { name: 'impressions', basis: 4 },
    { name: 'price', basis: 1 },
    { name: 'clickRate', basis: 4 },
    { name: 'conversion', basis: 4 },
  ],
};
const net: NetWeights = {
  shape,
  offsets: [0, 0.7, -3, -2],
  theta: randomVector(parameterCount(shape), seededRandom(8)),
};
const funnel: UnitsScale = {
  kind: 'funnel',
  impressionsMean: 6,
  impressionsDeviation: 1.2,
  clickOffset: -3,
  orderOffset: -2,
  unitsPerOrder: 1.15,
  headIndexes: { impressions: 0, clickRate: 2, conversion: 3 },
};
const direct: UnitsScale = { kind: 'direct', mean: 2, deviation: 0.8, headIndex: 0 };

function actionBasis(cells: number): Float32Array {
  const basis = randomVector(cells * 4, seededRandom(9));
  for (let cell = 0; cell < cells; cell++) basis[cell * 4] = 1;
  return basis;
}

interface Sizes {
  readonly rowCount: number;
  readonly cells: number;
}

async function score(session: EngineSession, units: UnitsScale, { rowCount, cells }: Sizes) {
  const x = randomVector(rowCount * 3, seededRandom(10));
  const basis = actionBasis(cells);
  const coefficients = await productCoefficients(net, x, rowCount, session);
  const scores = await scoreActions(coefficients, {
    shape,
    rowCount,
    basis,
    cells,
    units,
    session,
  });
  return { x, basis, scores };
}

/** The same products and actions, one row each, through the whole net. */
async function scoreByHeads(
  session: EngineSession,
  units: UnitsScale,
  { x, basis, pairs }: { x: Float32Array; basis: Float32Array; pairs: [number, number][] },
): Promise<Float32Array> {
  const inputs = pairs.flatMap(([row]) => Array.from(x.subarray(row * 3, row * 3 + 3)));
  const phi = pairs.flatMap(([, cell]) => {
    const action = Array.from(basis.subarray(cell * 4, cell * 4 + 4));
    return [...action, 1, ...action, ...action];
  });
  const rowCount = pairs.length;
  const z = await headOutputs(
    net,
    Float32Array.from(inputs),
    Float32Array.from(phi),
    rowCount,
    session,
  );
  return unitsFromHeads(z, { shape, rowCount, units });
}

const scales = [
  { says: 'the funnel', units: funnel },
  { says: 'the direct head', units: direct },
];

describe.each(scales)('by $says', ({ units }) => {
  it.each(['cpu', 'wasm'] as const)('scores actions as the whole net does, on %s', async (name) => {
    await withSession(name, async (session) => {
      const sizes = { rowCount: 5, cells: 7 };
      const { x, basis, scores } = await score(session, units, sizes);
      const pairs = Array.from({ length: 35 }, (_, i): [number, number] => [
        Math.floor(i / 7),
        i % 7,
      ]);
      const expected = await scoreByHeads(session, units, { x, basis, pairs });
      scores.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 4));
    });
  });

  it('scores products in blocks', async () => {
    await withSession('wasm', async (session) => {
      const sizes = { rowCount: 130, cells: 3000 }; // 116 products a block
      const { x, basis, scores } = await score(session, units, sizes);
      const pairs: [number, number][] = [
        [0, 0],
        [115, 2999],
        [116, 0],
        [129, 2999],
      ];
      const expected = await scoreByHeads(session, units, { x, basis, pairs });
      pairs.forEach(([row, cell], i) => {
        expect(scores[row * sizes.cells + cell]).toBeCloseTo(expected[i]!, 4);
      });
    });
  });

  it('leaves no tensors behind', async () => {
    await withSession('wasm', async (session) => {
      await expectNoTensorLeak(() => score(session, units, { rowCount: 5, cells: 7 }));
    });
  });
});

it('refuses a basis that is not that of the heads', async () => {
  await withSession('cpu', async (session) => {
    const request = { shape, rowCount: 1, cells: 2, units: funnel, session };
    const coefficients = new Float32Array(3 * 13);
    await expect(
      scoreActions(coefficients, { ...request, basis: new Float32Array(10) }),
    ).rejects.toThrow('expected a basis of 4 columns for impressions, got 5');
  });
});
