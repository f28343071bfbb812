// @module-tag training
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import { sharedCount } from '#core/model/features/action-basis.ts';
import { inputCount } from '#core/model/features/product-encoder.ts';
import { stateChecksum } from '#core/files/model/checksum.ts';
import { readModelFile, writeModelFile } from '#core/files/model/model-file.ts';
import { readSafetensors, writeSafetensors } from '#core/files/form/safetensors.ts';
import { fromTensorTree } from '#core/files/form/tensor-tree.ts';
import { parameterCount, segments } from '#core/model/net/net-layout.ts';
import { looksInputCount } from '#core/model/features/looks-inputs.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { tileBasis } from '#core/model/outcomes/training-rows.ts';
import { headOutputs } from '#learning/predict-outputs.ts';
import type { EngineSession } from '#learning/session.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { shopTable } from '../../../support/shop-table.ts';

let engine: EngineSession;
/** Of every member, with selling events. */
let whole: TrainedModel;
/** Of too few launches for more than ridge. */
let few: TrainedModel;

beforeAll(async () => {
  engine = await openNodeEngine();
  const settings = { searchSeconds: 0, epochs: 2, members: 2, width: 8 };
  const table = shopTable(generateShop({ launches: 120 }));
  whole = await fitInNode(table, { engine, settings, market: 'GB' });
  const rows = Array.from({ length: 12 }, (_, i) => ({ listPrice: 10 + i, units: 5 + i }));
  few = await fitInNode(launchTable(rows), { engine, settings: { searchSeconds: 0, epochs: 6 } });
}, 60_000);
afterAll(() => engine.dispose());

/** The file of a model whose metadata or JSON was changed, with a checksum that fits. */
function changed(
  model: TrainedModel,
  {
    metadata: own = {},
    json,
  }: { metadata?: Record<string, string>; json?: (text: string) => string },
): Uint8Array {
  const { metadata, tensors } = readSafetensors(writeModelFile(model));
  const entries = { ...Object.fromEntries(metadata), ...own };
  if (json) entries.model = json(entries.model!);
  const file = writeSafetensors({ metadata: new Map(Object.entries(entries)), tensors });
  stateChecksum(file);
  return file;
}

const refusal = (code: string) => expect.objectContaining({ code }) as Error;

describe('a model file', () => {
  it('gives back an equal model, special numbers and all', () => {
    expect(whole.net && whole.analogues && whole.trees.length > 0).toBeTruthy();
    expect(whole.encoding.encoder.market).toBe('GB');
    expect(readModelFile(writeModelFile(whole))).toStrictEqual(whole);
    expect(few.net).toBeNull();
    expect(few.encoding.basis.usualSpend).toBeNaN();
    expect(readModelFile(writeModelFile(few))).toStrictEqual(few);
  });

  it('gives back what of the training was stopped, and nothing else', () => {
    const stopped = [{ part: 'epochs', done: 3, total: 12 }] as const;
    const early = { ...few, report: { ...few.report, stopped } };
    expect(readModelFile(writeModelFile(early))).toStrictEqual(early);
    const unknown = [{ ...stopped[0], part: 'luck' as 'epochs' }];
    const read = () =>
      readModelFile(writeModelFile({ ...few, report: { ...few.report, stopped: unknown } }));
    expect(read).toThrow('at model/report/stopped/0/part, got luck');
  });

  it('says that a network has no skip', () => {
    const net = whole.net!;
    const { offset } = segments(net.shape).find(({ name }) => name === 'headSkip')!;
    const shape = { ...net.shape, hasSkip: false };
    const theta = new Float32Array(parameterCount(shape)).map(
      (_, i) => net.theta[i < offset ? i : i + net.theta.length - parameterCount(shape)]!,
    );
    const without = { ...whole, net: { ...net, shape, theta } };
    const file = writeModelFile(without);
    expect(readSafetensors(file).tensors.has('net/headSkip')).toBe(false);
    expect(readModelFile(file)).toStrictEqual(without);
    const torn = changed(without, {
      json: (text) => text.replace('"hasSkip":false', '"hasSkip":true'),
    });
    expect(() => readModelFile(torn)).toThrow('parameters at net/headSkip, got 0');
  });

  it('is the same file for the same model', () => {
    expect(writeModelFile(readModelFile(writeModelFile(whole)))).toEqual(writeModelFile(whole));
  });

  it('holds every parameter tensor of the net by its name and shape, at half precision', () => {
    const { tensors } = readSafetensors(writeModelFile(whole));
    for (const { name, shape } of segments(whole.net!.shape)) {
      expect(tensors.get(`net/${name}`)).toMatchObject({ type: 'F16', shape });
    }
    expect(tensors.get('trees/0/threshold')).toMatchObject({ type: 'F32' });
    expect(tensors.get('residuals')).toMatchObject({ type: 'F64' });
    expect(tensors.get('analogues/marks')).toMatchObject({ type: 'U16' });
  });

  it('holds how wide its ranges are', () => {
    const rangeWidth = { middle: 4.2, slope: -0.15, largest: 7 };
    expect(readModelFile(writeModelFile({ ...few, rangeWidth })).rangeWidth).toEqual(rangeWidth);
  });

  it('holds directions of meaning as rows', () => {
    const meaning = {
      mean: new Float32Array(512),
      directions: new Float32Array(2 * 512).fill(0.1),
      deviations: Float32Array.of(2, 1),
    };
    const { encoder } = few.encoding;
    const columns = 2 * (few.ridges[0]!.weights.length / (1 + inputsOf(few)));
    const ridges = few.ridges.map((ridge) => {
      return { ...ridge, weights: Float32Array.of(...ridge.weights, ...new Float32Array(columns)) };
    });
    const encoding = { ...few.encoding, encoder: { ...encoder, meaning } };
    const file = writeModelFile({ ...few, encoding, ridges });
    expect(readModelFile(file).encoding.encoder.meaning).toEqual(meaning);
    const { tensors } = readSafetensors(file);
    expect(tensors.get('encoding/encoder/meaning/directions')!.shape).toEqual([2, 512]);
  });

  it('holds what it knows of looks, and opens without', () => {
    const looks = {
      components: {
        mean: new Float32Array(24),
        directions: new Float32Array(3 * 24).fill(0.1),
        deviations: Float32Array.of(3, 2, 1),
      },
      componentInputs: 2,
      alikes: { places: new Float32Array(4 * 3).fill(0.5), beyond: Float32Array.of(1, 0, 0, -1) },
    };
    const { encoder } = few.encoding;
    const more = looksInputCount(looks) * (few.ridges[0]!.weights.length / (1 + inputsOf(few)));
    const ridges = few.ridges.map((ridge) => {
      return { ...ridge, weights: Float32Array.of(...ridge.weights, ...new Float32Array(more)) };
    });
    const withLooks = (seen: typeof looks) =>
      writeModelFile({
        ...few,
        encoding: { ...few.encoding, encoder: { ...encoder, looks: seen } },
        ridges,
      });
    const file = withLooks(looks);
    expect(readModelFile(file).encoding.encoder.looks).toEqual(looks);
    const { tensors } = readSafetensors(file);
    expect(tensors.get('encoding/encoder/looks/components/directions')!.shape).toEqual([3, 24]);
    expect(tensors.get('encoding/encoder/looks/alikes/places')!.shape).toEqual([4, 3]);
    const flat = { ...looks.components, deviations: Float32Array.of(3, 2, 0) };
    const torn = { ...looks.alikes, beyond: Float32Array.of(1) };
    for (const change of [{ components: flat }, { alikes: torn }])
      expect(() => readModelFile(withLooks({ ...looks, ...change }))).toThrow(
        refusal('model-file-unreadable'),
      );
  });

  it.each([
    { says: 'of something else', metadata: { format: 'pt' }, code: 'model-file-unreadable' },
    { says: 'of another version', metadata: { version: '2' }, code: 'model-file-version' },
    { says: 'without a model', metadata: { model: '' }, code: 'model-file-unreadable' },
    { says: 'of a list', metadata: { model: '[]' }, code: 'model-file-unreadable' },
  ])('is refused where it is one $says', ({ metadata, code }) => {
    expect(() => readModelFile(changed(few, { metadata }))).toThrow(refusal(code));
  });

  it.each<{ says: string; change: (model: TrainedModel) => TrainedModel; words: string }>([
    {
      says: 'a weight that is no number',
      change: (model) => ({ ...model, residuals: Float64Array.of(1, NaN) }),
      words: 'finite numbers at model/residuals',
    },
    {
      says: 'a width of ranges that is no number',
      change: (model) => ({ ...model, rangeWidth: { middle: 4, slope: NaN, largest: 7 } }),
      words: 'model/rangeWidth/slope',
    },
    {
      says: 'no residuals',
      change: (model) => ({ ...model, residuals: new Float64Array() }),
      words: 'residuals',
    },
    {
      says: 'a net for other inputs',
      change: (model) => {
        const shape = { ...model.net!.shape, inputs: 3 };
        return { ...model, net: { ...model.net!, shape } };
      },
      words: 'at net',
    },
    {
      says: 'too few weights',
      change: (model) => ({
        ...model,
        ridges: model.ridges.map((ridge) => ({ ...ridge, weights: new Float32Array() })),
      }),
      words: 'weights at ridges/0',
    },
    {
      says: 'numbers scaled by nothing',
      change: ({ encoding, ...model }) => {
        const pages = {
          name: 'pages',
          scale: { unit: '', bare: 1 },
          logUnit: 0,
          centre: 4,
          spread: 0,
          edges: [1, 9],
        };
        const encoder = { ...encoding.encoder, numbers: [pages] };
        return { ...model, encoding: { ...encoding, encoder } };
      },
      words: 'at encoding/encoder/numbers',
    },
    {
      says: 'a missing number with too few inputs',
      change: ({ encoding, ...model }) => {
        const scaled = { logUnit: 0, centre: 4, spread: 1, edges: [1, 9] };
        const pages = { name: 'pages', scale: { unit: '', bare: 1 }, ...scaled, missing: [0] };
        const encoder = { ...encoding.encoder, numbers: [pages] };
        return { ...model, encoding: { ...encoding, encoder } };
      },
      words: 'inputs of a missing number at encoding/encoder/numbers',
    },
    {
      says: 'too few ridges',
      change: (model) => ({ ...model, ridges: [] }),
      words: 'ridges at ridges',
    },
    {
      says: 'a tree that asks for an input that is not there',
      change: (model) => ({
        ...model,
        trees: model.trees.map((trees) => ({ ...trees, column: trees.column.map(() => 9_999) })),
      }),
      words: 'columns below',
    },
    {
      says: 'trees that read means where there are no levels',
      change: (model) => ({
        ...model,
        trees: model.trees.map((trees) => {
          const first = inputCount(model.encoding.encoder) + sharedCount(model.encoding.basis) - 1;
          const beyond = { from: 9_999, values: Float32Array.of(1), usual: 0 };
          return { ...trees, means: { first, texts: [beyond] } };
        }),
      }),
      words: 'means of',
    },
    {
      says: 'trees beyond all depth',
      change: (model) => {
        const node = { column: new Int32Array(63).fill(-1), threshold: new Float32Array(63) };
        const deep = { base: 0, depth: 6, ...node, leaf: new Float32Array(64) };
        return { ...model, trees: model.trees.map(() => deep) };
      },
      words: 'at most 32 leaves',
    },
    {
      says: 'launches with marks that are not there',
      change: (model) => {
        const { analogues } = model;
        return { ...model, analogues: analogues && { ...analogues, rarity: Float32Array.of(1) } };
      },
      words: 'marks below',
    },
    {
      says: 'a share of trees, but no trees',
      change: (model) => ({ ...model, trees: [], blend: { ...model.blend, trees: 1 } }),
      words: 'shares of what is there',
    },
    {
      says: 'a day beyond all calendars',
      change: (model) => {
        const basis = { ...model.encoding.basis, lastDay: 1e12 };
        return { ...model, encoding: { ...model.encoding, basis } };
      },
      words: 'a day at model/encoding/basis/lastDay',
    },
    {
      says: 'a limit that nobody knows',
      change: (model) => {
        const limits = ['no-luck' as 'no-cost'];
        return { ...model, report: { ...model.report, limits } };
      },
      words: 'at model/report/limits/0, got no-luck',
    },
  ])('is refused where it holds $says', ({ change, words }) => {
    const read = () => readModelFile(writeModelFile(change(whole)));
    expect(read).toThrow(refusal('model-file-unreadable'));
    expect(read).toThrow(words);
  });

  it('loses what nobody asked for', () => {
    const more = JSON.parse('{ "__proto__": { "polluted": true }, "extra": 1 }') as object;
    const read = readModelFile(writeModelFile({ ...few, ...more }));
    expect(read).toStrictEqual(few);
    expect('polluted' in {}).toBe(false);
  });

  it('is read or refused, and nothing else, whatever part of it is another', () => {
    const json = readSafetensors(writeModelFile(few)).metadata.get('model')!;
    const places = leaves(JSON.parse(json) as object);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, value) => {
        const tampered = changed(few, { json: (text) => put(text, place, value) });
        expect(outcomeOf(() => readModelFile(tampered))).toMatch(/^(read|refused)$/);
      }),
      { numRuns: 300 },
    );
  });

  it('is read or refused, and nothing else, whatever byte of it is another and its checksum fits', () => {
    const file = writeModelFile(few);
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(255), (at, byte) => {
        const tampered = file.slice();
        tampered[at] = byte;
        stateChecksum(tampered);
        expect(outcomeOf(() => readModelFile(tampered))).toMatch(/^(read|refused)$/);
      }),
      { numRuns: 300 },
    );
  });
});

/** A small model, kept as it was written once, and what NumPy made of it (record_small_model.py). */
describe('the small model beside this test', () => {
  const file = new Uint8Array(readFileSync(beside('small-model.safetensors')));

  it('is read, and written byte for byte as it was', () => {
    expect(writeModelFile(readModelFile(file))).toEqual(file);
  });

  it('holds the tensors that NumPy finds in it', () => {
    const { tensors } = recordedByNumPy();
    const own = readSafetensors(file).tensors;
    const found = [...own].map(([name, tensor]) => {
      const json = JSON.stringify({ $tensor: name });
      const values = fromTensorTree({ json, tensors: own });
      const sum = [...(values as Float64Array)].reduce((total, value) => total + value, 0);
      return [name, [NUMPY_TYPES[tensor.type], tensor.shape, expect.closeTo(sum, 8)]];
    });
    expect(Object.entries(tensors)).toEqual(found);
  });

  it('says of products and actions what NumPy makes it say', async () => {
    const { z } = recordedByNumPy();
    const rows = rowsBeside();
    const { net, encoding } = readModelFile(file);
    const rowCount = rows.x.length;
    const x = Float32Array.from(rows.x.flat());
    const phi = tileBasis(Float32Array.from(rows.phi.flat()), { rowCount, encoding });
    const said = await headOutputs(net!, x, phi, rowCount, engine);
    const expected = z.flat(2);
    expect(said).toHaveLength(expected.length);
    said.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 5));
  });
});

interface NumPyRecord {
  readonly tensors: Readonly<Record<string, readonly [string, readonly number[], number]>>;
  /** [members, rows, heads] */
  readonly z: number[][][];
}

const NUMPY_TYPES: Readonly<Record<string, string>> = {
  F16: 'float16',
  F32: 'float32',
  F64: 'float64',
};

function beside(name: string): URL {
  return new URL(name, import.meta.url);
}

function recordedByNumPy(): NumPyRecord {
  return JSON.parse(readFileSync(beside('small-model.numpy.json'), 'utf8')) as NumPyRecord;
}

function rowsBeside(): { readonly x: number[][]; readonly phi: number[][] } {
  const text = readFileSync(beside('small-model.rows.json'), 'utf8');
  return JSON.parse(text) as ReturnType<typeof rowsBeside>;
}

describe('the page about the format', () => {
  const page = readFileSync(
    new URL('../../../../src/core/files/model/README.md', import.meta.url),
    'utf8',
  );

  it.each(['read_model.py', 'predict_net.py'])('shows %s as it was run', (name) => {
    expect(page).toContain(`\`\`\`python\n${readFileSync(beside(name), 'utf8')}\`\`\``);
  });
});

function outcomeOf(read: () => unknown): string {
  try {
    read();
    return 'read';
  } catch (error) {
    return error instanceof AppError ? 'refused' : String(error);
  }
}

function inputsOf({ encoding: { encoder } }: TrainedModel): number {
  const texts = encoder.texts.reduce((count, { levels }) => count + levels.length + 1, 0);
  return encoder.words.length + texts + 5 + encoder.events.length;
}

type Place = readonly string[];

/** Where the values stand that have no parts, and where their wholes do. */
function leaves(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, each]) => leaves(each, [...at, key]))];
}

function put(text: string, place: Place, value: unknown): string {
  const tree = JSON.parse(text) as Record<string, unknown>;
  if (place.length === 0) return JSON.stringify(value);
  let at = tree;
  for (const key of place.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[place.at(-1)!] = value;
  return JSON.stringify(tree);
}
