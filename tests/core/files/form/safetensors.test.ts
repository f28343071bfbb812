import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ELEMENT_BYTES,
  readSafetensors,
  writeSafetensors,
  type ElementType,
  type Safetensors,
  type StoredTensor,
} from '#core/files/form/safetensors.ts';

const TYPES = Object.keys(ELEMENT_BYTES) as ElementType[];

const stored = fc
  .tuple(fc.constantFrom(...TYPES), fc.array(fc.nat(4), { maxLength: 3 }))
  .chain(([type, shape]): fc.Arbitrary<StoredTensor> => {
    const length = shape.reduce((product, axis) => product * axis, ELEMENT_BYTES[type]);
    return fc
      .uint8Array({ minLength: length, maxLength: length })
      .map((bytes) => ({ type, shape, bytes }));
  });
const names = fc.string({ unit: 'binary' }).filter((name) => name !== '__metadata__');
const files: fc.Arbitrary<Safetensors> = fc.record({
  metadata: fc.array(fc.tuple(fc.string(), fc.string())).map((entries) => new Map(entries)),
  tensors: fc.array(fc.tuple(names, stored)).map((entries) => new Map(entries)),
});

const byName = (tensors: Safetensors['tensors']) =>
  [...tensors].sort(([a], [b]) => (a < b ? -1 : 1));

/** A file with any header before any data. */
function fileOf(header: unknown, data = new Uint8Array()): Uint8Array {
  const text = new TextEncoder().encode(
    typeof header === 'string' ? header : JSON.stringify(header),
  );
  const file = new Uint8Array(8 + text.length + data.length);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  file.set(data, 8 + text.length);
  return file;
}

const entry = (start: number, end: number, shape = [end - start]) => ({
  dtype: 'U8',
  shape,
  data_offsets: [start, end],
});

describe('a safetensors file', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(files, (given) => {
        const { metadata, tensors } = readSafetensors(writeSafetensors(given));
        expect(metadata).toEqual(given.metadata);
        expect(byName(tensors)).toEqual(byName(given.tensors));
      }),
    );
  });

  it('puts every tensor where numbers of its size may begin', () => {
    fc.assert(
      fc.property(files, (given) => {
        const file = writeSafetensors(given);
        const length = Number(new DataView(file.buffer).getBigUint64(0, true));
        expect(length % 8).toBe(0);
        const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length))) as Record<
          string,
          { dtype: ElementType; data_offsets: [number, number] }
        >;
        for (const [name, { dtype, data_offsets }] of Object.entries(header)) {
          if (name !== '__metadata__') expect(data_offsets[0] % ELEMENT_BYTES[dtype]).toBe(0);
        }
      }),
    );
  });

  it('is byte for byte what the format says', () => {
    const tensors = new Map<string, StoredTensor>([
      ['b', { type: 'U8', shape: [2], bytes: Uint8Array.of(7, 8) }],
      ['a', { type: 'F32', shape: [], bytes: new Uint8Array(Float32Array.of(1).buffer) }],
    ]);
    const file = writeSafetensors({ metadata: new Map([['who', 'we']]), tensors });
    const header =
      '{"__metadata__":{"who":"we"},"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},' +
      '"b":{"dtype":"U8","shape":[2],"data_offsets":[4,6]}}';
    const padded = header.padEnd(Math.ceil(header.length / 8) * 8);
    expect([...file]).toEqual([
      ...[padded.length, 0, 0, 0, 0, 0, 0, 0],
      ...new TextEncoder().encode(padded),
      ...[0, 0, 0x80, 0x3f, 7, 8],
    ]);
  });

  it.each<{ says: string; file: Uint8Array; words: string }>([
    { says: 'nothing', file: new Uint8Array(), words: 'got 0 bytes' },
    { says: 'text', file: new TextEncoder().encode('title;units\nMug;12'), words: 'a header of' },
    { says: 'a header that is too long', file: fileOf({}).fill(255, 0, 8), words: 'at most 2' },
    { says: 'no JSON', file: fileOf('{"a":'), words: 'JSON' },
    { says: 'bytes that are no text', file: fileOf('"ab"').fill(255, 9, 10), words: 'JSON' },
    { says: 'a list', file: fileOf([]), words: 'an object of tensors' },
    { says: 'a tensor that is a number', file: fileOf({ a: 1 }), words: 'a known type of "a"' },
    {
      says: 'an unknown type',
      file: fileOf({ a: { ...entry(0, 0), dtype: 'toString' } }),
      words: '"toString"',
    },
    {
      says: 'no shape',
      file: fileOf({ a: { dtype: 'U8', data_offsets: [0, 0] } }),
      words: 'shape',
    },
    { says: 'half a row', file: fileOf({ a: entry(0, 0, [1.5]) }), words: 'shape' },
    { says: 'fewer than no rows', file: fileOf({ a: entry(0, 0, [-1, 0]) }), words: 'shape' },
    { says: 'no places', file: fileOf({ a: { dtype: 'U8', shape: [0] } }), words: 'begins' },
    {
      says: 'a tensor longer than its shape',
      file: fileOf({ a: entry(0, 2, [1]) }, new Uint8Array(2)),
      words: '1 bytes of "a"',
    },
    {
      says: 'a shape beyond all numbers',
      file: fileOf({ a: entry(0, 2, [2 ** 40, 2 ** 40]) }, new Uint8Array(2)),
      words: 'bytes of "a"',
    },
    {
      says: 'a tensor outside the file',
      file: fileOf({ a: entry(0, 3) }, new Uint8Array(2)),
      words: 'got 2',
    },
    {
      says: 'tensors that overlap',
      file: fileOf({ a: entry(0, 2), b: entry(1, 3) }, new Uint8Array(3)),
      words: '"b" to begin at 2',
    },
    {
      says: 'a hole between tensors',
      file: fileOf({ a: entry(0, 1), b: entry(2, 3) }, new Uint8Array(3)),
      words: '"b" to begin at 1',
    },
    {
      says: 'bytes that nothing names',
      file: fileOf({ a: entry(0, 1) }, new Uint8Array(3)),
      words: '1 bytes of tensors',
    },
    { says: 'metadata that is a list', file: fileOf({ __metadata__: [] }), words: 'metadata' },
    {
      says: 'metadata that is no text',
      file: fileOf({ __metadata__: { a: 1 } }),
      words: 'text as "a"',
    },
  ])('is refused where it holds $says', ({ file, words }) => {
    const read = () => readSafetensors(file);
    expect(read).toThrow(expect.objectContaining({ code: 'model-file-unreadable' }) as Error);
    expect(read).toThrow(words);
  });

  it('is refused wherever it is cut off', () => {
    const bytes = new Uint8Array(12);
    const whole = writeSafetensors({
      metadata: new Map(),
      tensors: new Map([['a', { type: 'F32', shape: [3], bytes }]]),
    });
    for (let length = 0; length < whole.length; length++) {
      expect(() => readSafetensors(whole.subarray(0, length)), `${length} bytes`).toThrow();
    }
  });

  it('refuses to write what it could not read', () => {
    const tensor: StoredTensor = { type: 'F32', shape: [2], bytes: new Uint8Array(4) };
    const write = (name: string, each: StoredTensor) => () =>
      writeSafetensors({ metadata: new Map(), tensors: new Map([[name, each]]) });
    expect(write('a', tensor)).toThrow('expected 8 bytes of "a", got 4');
    expect(write('a', { ...tensor, shape: [0.5, 2] })).toThrow('counts');
    expect(write('__metadata__', { ...tensor, shape: [1] })).toThrow('__metadata__');
  });
});
