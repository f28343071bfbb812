// A model small enough to be kept beside the tests, and rows to ask its net about. Written anew only with another version of the
// format:  npx tsx tests/core/files/model/write-small-model.ts
import { writeFileSync } from 'node:fs';
import { inputCount } from '#core/model/features/product-encoder.ts';
import { basisCount } from '#core/model/features/action-basis.ts';
import { usualActions } from '#core/model/features/paired-launches.ts';
import { encodeLaunches } from '#core/model/features/encode-launches.ts';
import { roundToHalf } from '#core/base/bytes/half-floats.ts';
import { writeModelFile } from '#core/files/model/model-file.ts';
import { headOffsets, netShape, signedColumns } from '#core/model/outcomes/heads.ts';
import { parameterCount } from '#core/model/net/net-layout.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { AUTOMATIC_SETTINGS } from '#core/model/training/training-settings.ts';
import { seededRandom } from '#core/base/random.ts';
import { encodingOf } from '../../../support/encoded-launches.ts';
import { rowsByDate } from '#core/model/features/time-split.ts';
import { launchTable } from '../../../support/launch-table.ts';

const LAUNCHES = 30;
const ASKED = Uint32Array.of(0, 7, 29);
const random = seededRandom(1);
const halves = (length: number) =>
  roundToHalf(Float32Array.from({ length }, () => 0.6 * (random() - 0.5)));

const table = launchTable(
  Array.from({ length: LAUNCHES }, (_, i) => ({
    title: i % 2 ? 'Red mug' : 'Blue 茶 bowl',
    category: i % 3 ? 'Kitchen' : 'Garden',
    day: 19_000 + 30 * i,
    channel: i % 4 ? 'shop' : 'market',
    listPrice: 10 + i,
    salePrice: 9 + i,
    units: 5 + i,
    rating: i % 5,
  })),
);
const encoding = encodingOf(table);
const { encoder, basis, heads } = encoding;
const shape = netShape(encoding, { members: 2, width: 3, fromRidges: true });
const model: TrainedModel = {
  encoding,
  net: { shape, offsets: headOffsets(heads), theta: halves(parameterCount(shape)) },
  ridges: heads.outcomes.map(({ name }) => ({
    base: 0.1,
    weights: halves((1 + inputCount(encoder)) * basisCount(basis)),
    signed: signedColumns(name, basis).map(({ column, sign }) => ({ column, sign })),
    penalties: Float64Array.of(1.5, 1e6),
    noise: 0.3,
  })),
  trees: [],
  process: null,
  analogues: null,
  medians: { overall: 12, byCategory: { Kitchen: 11, Garden: 14 } },
  blend: { net: 0.5, ridge: 0.5, trees: 0, analogues: 0, median: 0 },
  level: -0,
  calibration: {
    ...{ middle: 0, productShare: 1, actionShare: 1 },
    usual: usualActions(table, rowsByDate(table)),
  },
  returnRates: null,
  residuals: Float64Array.of(-0.7, -0.1, 0.2, 1 / 3),
  report: {
    modelId: 1,
    datasetId: 1,
    trainedAt: Date.UTC(2026, 0, 1),
    learnt: {
      ...{ readingKey: 'small', launchCount: LAUNCHES, eventsKey: '' },
      ...{ lastDay: 20_000, dataVersion: 36 },
    },
    reading: 'declined',
    method: 'net',
    heads: heads.outcomes.map(({ name }) => name),
    rows: { training: 20, validation: 4, test: 6 },
    curve: [
      { epoch: 1, training: 0.9, validation: 1.1 },
      { epoch: 2, training: 0.7, validation: null },
    ],
    headScores: [{ name: 'rating', judgedOn: 0, mae: NaN, wape: NaN, r2Log: -Infinity }],
    pinballUnits: 1.5,
    holdout: [{ method: 'debut', wape: 0.5, maeUnits: 4, r2Log: 0.2 }],
    coverage: [{ promisedFraction: 0.8, reachedFraction: 0.75 }],
    blend: { net: 0.5, ridge: 0.5, trees: 0, analogues: 0, median: 0 },
    limits: ['no-cost'],
    backend: { name: 'wasm', reason: 'no-webgpu', device: '', fastKernels: true },
    parameterCount: parameterCount(shape),
    storedBytes: 0,
    seconds: 1,
    stepsPerSecond: 100,
    settings: AUTOMATIC_SETTINGS,
    net: null,
    settingsTried: 0,
    crossValidation: [],
  },
};

const { x, phi } = encodeLaunches(encoding, table, ASKED);
const rowsOf = (values: Float32Array) =>
  Array.from(ASKED, (_, i) => {
    const columns = values.length / ASKED.length;
    return [...values.subarray(i * columns, (i + 1) * columns)];
  });
const beside = (name: string) => new URL(name, import.meta.url);
writeFileSync(beside('small-model.safetensors'), writeModelFile(model));
writeFileSync(
  beside('small-model.rows.json'),
  `${JSON.stringify({ x: rowsOf(x), phi: rowsOf(phi) })}\n`,
);
