// Splits a value of plain parts (objects, arrays, texts, numbers, typed arrays) into tensors and JSON. Every typed
// array becomes a tensor. Its name is its path as a JSON pointer (RFC 6901) without the first slash. JSON keeps a
// reference to it, and encodes values that JSON lacks:
//
//   {"$tensor": "ridges/0/penalties"}    a typed array
//   {"$number": "NaN"}                   NaN, Infinity, -Infinity, -0
//   {"$undefined": true}                 undefined
//
// A key of the value itself that begins with $ gets a second $.

import { AppError } from '#core/base/errors.ts';
import { fromHalfFloats, toHalfFloats } from '#core/base/bytes/half-floats.ts';
import type { ElementType, StoredTensor } from './safetensors.ts';

export type NumberArray =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array;

export interface TensorTree {
  readonly json: string;
  readonly tensors: ReadonlyMap<string, StoredTensor>;
}

/** Array class of each tensor type. Half floats, which browsers lack, are read as Float32Array. */
const ARRAYS = {
  U8: Uint8Array,
  I8: Int8Array,
  U16: Uint16Array,
  I16: Int16Array,
  U32: Uint32Array,
  I32: Int32Array,
  F32: Float32Array,
  F64: Float64Array,
} as const;

/** Maximum depth. Models are far less deep; a deeper value is meant to exhaust the stack. */
const DEEPEST = 100;

/**
 * Splits a value into JSON and tensors. Lossless: a Float32Array is written as half floats only where each value is
 * one.
 * @param shapes shapes of typed arrays with more than one axis
 * @throws TypeError where a part is not plain
 */
export function toTensorTree(
  value: unknown,
  shapes: ReadonlyMap<NumberArray, readonly number[]> = new Map(),
): TensorTree {
  const tensors = new Map<string, StoredTensor>();
  const written = (part: unknown, path: readonly string[]): unknown => {
    if (part === undefined) return { $undefined: true };
    if (typeof part === 'number') return isSpecial(part) ? { $number: nameOf(part) } : part;
    if (part === null || typeof part === 'string' || typeof part === 'boolean') return part;
    if (Array.isArray(part)) return part.map((each, i) => written(each, [...path, String(i)]));
    if (isNumberArray(part)) {
      const name = path.map(escaped).join('/');
      tensors.set(name, storedTensor(part, shapes.get(part) ?? [part.length]));
      return { $tensor: name };
    }
    if (!isPlain(part)) throw new TypeError(`expected a plain value at ${path.join('/')}`);
    return mapEntries(part, (key, each) => [
      key.startsWith('$') ? `$${key}` : key,
      written(each, [...path, key]),
    ]);
  };
  return { json: JSON.stringify(written(value, [])), tensors };
}

/**
 * Joins JSON and tensors into the value. The source may be untrusted, so the result can be anything and needs a check.
 *
 * Throws AppError model-file-unreadable where JSON and tensors do not match.
 */
export function fromTensorTree({ json, tensors }: TensorTree): unknown {
  const read = (part: unknown, depth: number): unknown => {
    if (depth > DEEPEST) throw unreadable(`at most ${DEEPEST} levels`, 'more');
    if (Array.isArray(part)) return part.map((each) => read(each, depth + 1));
    if (typeof part !== 'object' || part === null) return part;
    const { $tensor: name, $number: number, $undefined: isNothing }: Mark = part;
    if (isNothing !== undefined) return undefined;
    if (number !== undefined) return numberNamed(number);
    if (name !== undefined) return arrayNamed(name, tensors);
    return mapEntries(part, (key, each) => [
      key.startsWith('$') ? key.slice(1) : key,
      read(each, depth + 1),
    ]);
  };
  return read(parsed(json), 0);
}

interface Mark {
  readonly $tensor?: unknown;
  readonly $number?: unknown;
  readonly $undefined?: unknown;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw unreadable('JSON', String(cause), { cause });
  }
}

const SPECIAL_NUMBERS = [NaN, Infinity, -Infinity, -0];
const nameOf = (number: number): string => (Object.is(number, -0) ? '-0' : String(number));
const isSpecial = (number: number): boolean =>
  SPECIAL_NUMBERS.some((special) => Object.is(special, number));

function numberNamed(name: unknown): number {
  const number = SPECIAL_NUMBERS.find((special) => nameOf(special) === name);
  if (number === undefined)
    throw unreadable('NaN, Infinity, -Infinity or -0', JSON.stringify(name));
  return number;
}

function storedTensor(values: NumberArray, shape: readonly number[]): StoredTensor {
  const halves = values instanceof Float32Array ? exactHalves(values) : null;
  const { buffer, byteOffset, byteLength } = halves ?? values;
  const type = halves ? 'F16' : typeOf(values);
  return { type, shape, bytes: new Uint8Array(buffer, byteOffset, byteLength) };
}

/** Returns the values as half floats, or null where half precision would lose something. */
function exactHalves(values: Float32Array): Uint16Array | null {
  const halves = toHalfFloats(values);
  const restored = fromHalfFloats(halves);
  return values.every((value, i) => Object.is(value, restored[i])) ? halves : null;
}

function typeOf(values: NumberArray): keyof typeof ARRAYS {
  return ARRAY_TYPES.find((type) => values instanceof ARRAYS[type])!;
}

function arrayNamed(name: unknown, tensors: TensorTree['tensors']): NumberArray {
  const tensor = typeof name === 'string' ? tensors.get(name) : undefined;
  if (!tensor) throw unreadable('the name of a tensor', JSON.stringify(name));
  const { buffer } = Uint8Array.from(tensor.bytes); // copied, because the file may place it at an unaligned offset
  if (tensor.type === 'F16') return fromHalfFloats(new Uint16Array(buffer));
  if (!isArrayType(tensor.type)) throw unreadable('numbers that are told here', tensor.type);
  return new ARRAYS[tensor.type](buffer);
}

const ARRAY_TYPES = Object.keys(ARRAYS) as (keyof typeof ARRAYS)[];

function isArrayType(type: ElementType): type is keyof typeof ARRAYS {
  return Object.hasOwn(ARRAYS, type);
}

function isNumberArray(part: unknown): part is NumberArray {
  return ARRAY_TYPES.some((type) => part instanceof ARRAYS[type]);
}

function isPlain(part: unknown): part is object {
  if (typeof part !== 'object' || part === null) return false;
  const prototype: unknown = Object.getPrototypeOf(part);
  return prototype === Object.prototype || prototype === null;
}

function mapEntries(
  part: object,
  change: (key: string, each: unknown) => readonly [string, unknown],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(part).map(([key, each]: [string, unknown]) => change(key, each)),
  );
}

/** Escapes one step of a JSON pointer. */
function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unreadable(expected: string, came: string, options?: ErrorOptions): AppError {
  return new AppError('model-file-unreadable', `expected ${expected}, got ${came}`, {}, options);
}
