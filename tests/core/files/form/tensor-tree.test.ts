import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromTensorTree, toTensorTree } from '#core/files/form/tensor-tree.ts';

const numbers = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(NaN, Infinity, -Infinity, -0, 5e-324),
);
const arrays = fc.oneof(
  fc.uint8Array(),
  fc.int8Array(),
  fc.uint16Array(),
  fc.int16Array(),
  fc.uint32Array(),
  fc.int32Array(),
  fc.float32Array(),
  fc.float64Array(),
  fc.array(fc.constantFrom(0, -0, 1, 0.5, -65_504)).map((values) => Float32Array.from(values)),
);
const keys = fc.oneof(
  fc.string(),
  fc.constantFrom('$tensor', '$number', '$$', '$', 'a/b', '~1', '__proto__', '', '0'),
);

/** Of plain parts, in all shapes that a model could take. */
const { value: values } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, undefined, true, false),
    fc.string({ unit: 'binary' }),
    numbers,
    arrays,
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(keys, tie('value')), { maxLength: 4 })
      .map((entries): unknown => Object.fromEntries(entries)),
  ),
}));

describe('a tensor tree', () => {
  it('comes back as what it was made of', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(fromTensorTree(toTensorTree(value))).toStrictEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it('names tensors by their place, and writes half floats where nothing is lost', () => {
    const value = {
      'a/b': [{ exact: Float32Array.of(0.5, -2), thirds: Float32Array.of(1 / 3) }],
      marks: Uint16Array.of(7),
    };
    const { json, tensors } = toTensorTree(value);
    const types = [...tensors].map(([name, { type, shape }]) => [name, type, shape]);
    expect(types).toEqual([
      ['a~1b/0/exact', 'F16', [2]],
      ['a~1b/0/thirds', 'F32', [1]],
      ['marks', 'U16', [1]],
    ]);
    expect(JSON.parse(json)).toEqual({
      'a/b': [{ exact: { $tensor: 'a~1b/0/exact' }, thirds: { $tensor: 'a~1b/0/thirds' } }],
      marks: { $tensor: 'marks' },
    });
  });

  it('gives an array the shape that it is said to have', () => {
    const weights = Float64Array.of(1, 2, 3, 4, 5, 6);
    const { tensors } = toTensorTree({ weights }, new Map([[weights, [3, 2]]]));
    expect(tensors.get('weights')!.shape).toEqual([3, 2]);
  });

  it('holds no part of an array that is not its own', () => {
    const part = Uint8Array.of(1, 2, 3, 4).subarray(1, 3);
    expect(fromTensorTree(toTensorTree(part))).toStrictEqual(Uint8Array.of(2, 3));
  });

  it.each([
    { says: 'a date', value: { at: new Date(0) } },
    { says: 'a map', value: new Map() },
    { says: 'a function', value: [() => 1] },
  ])('refuses $says', ({ value }) => {
    expect(() => toTensorTree(value)).toThrow(TypeError);
  });

  const nothing = new Map();
  it.each([
    { says: 'no JSON', json: '{' },
    { says: 'a tensor that is not there', json: '{"$tensor":"a"}' },
    { says: 'a tensor without a name', json: '[{"$tensor":null}]' },
    { says: 'an unknown number', json: '{"$number":"π"}' },
    { says: 'a number like any other', json: '{"$number":"1"}' },
    { says: 'endless depth', json: `${'['.repeat(50_000)}${']'.repeat(50_000)}` },
  ])('refuses $says', ({ json }) => {
    const read = () => fromTensorTree({ json, tensors: nothing });
    expect(read).toThrow(expect.objectContaining({ code: 'model-file-unreadable' }) as Error);
  });

  it('refuses numbers that no typed array holds', () => {
    const bytes = new Uint8Array(2);
    const tensors = new Map([['a', { type: 'BF16', shape: [1], bytes } as const]]);
    expect(() => fromTensorTree({ json: '{"$tensor":"a"}', tensors })).toThrow('BF16');
  });
});
