// The file format of pretrained weights:
//
//   "DEBUTLM1" · length of the head, uint32 · head: JSON { tensors: [{ name, shape, scaledBy }] } · then each tensor:
//     scaledBy "row" or "column"  a float32 scale for each row or column, then int8: value = scale × int8
//     scaledBy "none"             float32
//
// All parts are aligned to four bytes; numbers are little-endian.

import { damaged } from './language-files.ts';

const MAGIC = 'DEBUTLM1';
const ALIGNMENT = 4;

interface StoredTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly scaledBy: 'row' | 'column' | 'none';
}

export type Tensors = ReadonlyMap<
  string,
  { readonly shape: readonly number[]; readonly values: Float32Array }
>;

/** Returns the values of the tensor with this name and shape, or throws. */
export type TakeTensor = (name: string, shape: readonly number[]) => Float32Array;

/** Takes tensors out of a file. It throws AppError language-damaged where a tensor is missing or has another shape. */
export function takeFrom(tensors: Tensors): TakeTensor {
  return (name, shape) => {
    const found = tensors.get(name);
    if (found?.shape.join() !== shape.join())
      throw damaged('the weights', `${name} of ${shape.join(' × ')}`, String(found?.shape.join()));
    return found.values;
  };
}

/** Reads the tensors of a file by name. Throws AppError language-damaged where it is truncated or has another layout. */
export function unpackTensors(file: Uint8Array<ArrayBuffer>): Tensors {
  const cursor = new Cursor(file);
  const magic = String.fromCharCode(...cursor.bytes(MAGIC.length));
  if (magic !== MAGIC) throw damaged('the weights', MAGIC, magic);
  const [headLength] = new Uint32Array(cursor.bytes(4).buffer);
  const { tensors } = readHead(cursor.bytes(headLength!));
  const unpacked = tensors.map(({ name, shape, scaledBy }) => {
    const values = readValues(cursor, shape, scaledBy);
    return [name, { shape, values }] as const;
  });
  cursor.assertEnd();
  return new Map(unpacked);
}

function readHead(bytes: Uint8Array): { tensors: readonly StoredTensor[] } {
  const text = String.fromCharCode(...bytes); // names are ASCII
  try {
    const head = JSON.parse(text) as { tensors: readonly StoredTensor[] } | null;
    if (head?.tensors.every(({ shape }) => Array.isArray(shape))) return head;
  } catch {
    // Reported below.
  }
  throw damaged('the weights', 'a head', text.slice(0, 40));
}

function readValues(
  cursor: Cursor,
  shape: readonly number[],
  scaledBy: StoredTensor['scaledBy'],
): Float32Array {
  const count = shape.reduce((product, length) => product * length, 1);
  if (scaledBy === 'none') return new Float32Array(cursor.bytes(4 * count).buffer);
  const [rows = 0, columns = 0] = shape;
  const byRow = scaledBy === 'row';
  const scales = new Float32Array(cursor.bytes(4 * (byRow ? rows : columns)).buffer);
  const whole = new Int8Array(cursor.bytes(count).buffer);
  const values = new Float32Array(count);
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++)
      values[i] = whole[i]! * scales[byRow ? row : column]!;
  }
  return values;
}

/** Reads the parts in order, each into a buffer of its own. */
class Cursor {
  readonly #file: Uint8Array<ArrayBuffer>;
  #offset = 0;

  constructor(file: Uint8Array<ArrayBuffer>) {
    this.#file = file;
  }

  bytes(length: number): Uint8Array<ArrayBuffer> {
    const end = this.#offset + length;
    if (end > this.#file.length)
      throw damaged('the weights', `${end} bytes`, String(this.#file.length));
    const part = this.#file.slice(this.#offset, end);
    this.#offset = Math.ceil(end / ALIGNMENT) * ALIGNMENT;
    return part;
  }

  assertEnd(): void {
    if (this.#offset !== this.#file.length)
      throw damaged('the weights', `${this.#offset} bytes`, String(this.#file.length));
  }
}
