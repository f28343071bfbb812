// Reads and writes the safetensors format (github.com/huggingface/safetensors). A file has the length of its header in
// 8 bytes, little-endian; the header, a JSON object with the type, shape and place of each tensor; then the tensors.
// Readers in many languages map it into memory.

import { AppError } from '#core/base/errors.ts';
import { textOfUtf8, utf8Of } from '#core/base/bytes/utf8.ts';

/** Bytes per element, for every type of the format with whole bytes. */
export const ELEMENT_BYTES = {
  BOOL: 1,
  U8: 1,
  I8: 1,
  F8_E4M3: 1,
  F8_E5M2: 1,
  U16: 2,
  I16: 2,
  F16: 2,
  BF16: 2,
  U32: 4,
  I32: 4,
  F32: 4,
  U64: 8,
  I64: 8,
  F64: 8,
} as const;
export type ElementType = keyof typeof ELEMENT_BYTES;

export interface StoredTensor {
  readonly type: ElementType;
  /** Row-major; [] for a single number. */
  readonly shape: readonly number[];
  /** Little-endian values, [elements × bytes per element]. */
  readonly bytes: Uint8Array;
}

export interface Safetensors {
  readonly metadata: ReadonlyMap<string, string>;
  readonly tensors: ReadonlyMap<string, StoredTensor>;
}

/** Key of the metadata, written first in the header. */
export const METADATA = '__metadata__';
export const LENGTH_BYTES = 8;
/** Alignment of the tensors in bytes, enough for numbers of eight bytes. */
const ALIGNMENT = 8;
/** In bytes. A model's header is a hundredth of this; the format's own readers allow 100 MB. */
const LONGEST_HEADER = 16_000_000;
const SPACE = 0x20;

/**
 * Writes a safetensors file. Tensors with larger elements come first, so that all are aligned; ties are sorted by name.
 */
export function writeSafetensors({ metadata, tensors }: Safetensors): Uint8Array<ArrayBuffer> {
  const ordered = [...tensors].sort(
    ([a, { type: ofA }], [b, { type: ofB }]) =>
      ELEMENT_BYTES[ofB] - ELEMENT_BYTES[ofA] || (a < b ? -1 : 1),
  );
  let end = 0;
  const entries = ordered.map(([name, { type, shape, bytes }]): [string, unknown] => {
    assertWritable(name, { type, shape, bytes });
    const start = end;
    end += bytes.length;
    return [name, { dtype: type, shape, data_offsets: [start, end] }];
  });
  const about = metadata.size > 0 ? [[METADATA, Object.fromEntries(metadata)] as const] : [];
  const header = utf8Of(JSON.stringify(Object.fromEntries([...about, ...entries])));
  const dataAt = LENGTH_BYTES + Math.ceil(header.length / ALIGNMENT) * ALIGNMENT;
  const file = new Uint8Array(dataAt + end);
  file.fill(SPACE, 0, dataAt);
  new DataView(file.buffer).setBigUint64(0, BigInt(dataAt - LENGTH_BYTES), true);
  file.set(header, LENGTH_BYTES);
  let at = dataAt;
  for (const [, { bytes }] of ordered) {
    file.set(bytes, at);
    at += bytes.length;
  }
  return file;
}

/**
 * Reads a safetensors file, which anyone may have written; tensors are copied out of it.
 *
 * Throws AppError model-file-unreadable where the file is not a safetensors file or is truncated, or where its tensors
 * overlap or leave gaps.
 */
export function readSafetensors(file: Uint8Array): Safetensors {
  const { header, data } = partsOf(file);
  const entries = Object.entries(header);
  const described = entries.filter(([name]) => name !== METADATA).map(readEntry);
  assertWithoutHoles(described, data.length);
  const tensors = described.map(({ name, type, shape, start, end }): [string, StoredTensor] => [
    name,
    { type, shape, bytes: data.slice(start, end) },
  ]);
  return { metadata: readMetadata(header[METADATA]), tensors: new Map(tensors) };
}

function partsOf(file: Uint8Array): {
  readonly header: Readonly<Record<string, unknown>>;
  readonly data: Uint8Array;
} {
  if (file.length < LENGTH_BYTES) {
    throw unreadable(`the length of a header in ${LENGTH_BYTES} bytes`, `${file.length} bytes`);
  }
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const length = Number(view.getBigUint64(0, true));
  const most = Math.min(LONGEST_HEADER, file.length - LENGTH_BYTES);
  if (length > most) throw unreadable(`a header of at most ${most} bytes`, `one of ${length}`);
  const dataAt = LENGTH_BYTES + length;
  return {
    header: readHeader(file.subarray(LENGTH_BYTES, dataAt)),
    data: file.subarray(dataAt),
  };
}

function readHeader(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const header: unknown = JSON.parse(textOfUtf8(bytes));
    if (isRecord(header)) return header;
  } catch (cause) {
    throw unreadable('a header in JSON', String(cause), { cause });
  }
  throw unreadable('a header that is an object of tensors', 'other JSON');
}

function readMetadata(metadata: unknown): Map<string, string> {
  if (metadata === undefined) return new Map();
  if (!isRecord(metadata)) throw unreadable('metadata that is an object', typeof metadata);
  return new Map(
    Object.entries(metadata).map(([name, value]) => {
      if (typeof value !== 'string') throw unreadable(`text as ${quoted(name)}`, typeof value);
      return [name, value];
    }),
  );
}

interface DescribedTensor extends Omit<StoredTensor, 'bytes'> {
  readonly name: string;
  /** Offset in bytes after the header. */
  readonly start: number;
  readonly end: number;
}

function readEntry([name, entry]: [string, unknown]): DescribedTensor {
  const { dtype: type, shape, data_offsets: offsets } = isRecord(entry) ? entry : {};
  if (!isElementType(type)) throw unreadable(`a known type of ${quoted(name)}`, json(type));
  if (!isCounts(shape)) throw unreadable(`the shape of ${quoted(name)}`, json(shape));
  if (!isCounts(offsets) || offsets.length !== 2)
    throw unreadable(`where ${quoted(name)} begins and ends`, json(offsets));
  const [start, end] = offsets as [number, number];
  const size = byteCount({ type, shape });
  if (end - start !== size) throw unreadable(`${size} bytes of ${quoted(name)}`, json(offsets));
  return { name, type, shape, start, end };
}

/** Checks that each tensor begins where the previous one ends, and that the last ends with the file. */
function assertWithoutHoles(described: readonly DescribedTensor[], dataLength: number): void {
  const inOrder = [...described].sort((a, b) => a.start - b.start || a.end - b.end);
  let at = 0;
  for (const { name, start, end } of inOrder) {
    if (start !== at) throw unreadable(`${quoted(name)} to begin at ${at}`, String(start));
    at = end;
  }
  if (at !== dataLength) throw unreadable(`${at} bytes of tensors`, String(dataLength));
}

function assertWritable(name: string, tensor: StoredTensor): void {
  if (name === METADATA) throw new Error(`a tensor cannot be called ${METADATA}`);
  if (!isCounts(tensor.shape)) throw new Error(`expected counts as the shape of ${quoted(name)}`);
  const size = byteCount(tensor);
  if (tensor.bytes.length !== size)
    throw new Error(`expected ${size} bytes of ${quoted(name)}, got ${tensor.bytes.length}`);
}

function byteCount({ type, shape }: Pick<StoredTensor, 'type' | 'shape'>): number {
  return shape.reduce((product, length) => product * length, ELEMENT_BYTES[type]);
}

function isElementType(value: unknown): value is ElementType {
  return typeof value === 'string' && Object.hasOwn(ELEMENT_BYTES, value);
}

function isCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((each) => Number.isSafeInteger(each) && each >= 0);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const MOST_QUOTED = 80;
const quoted = (name: string): string => `"${name.slice(0, MOST_QUOTED)}"`;
const json = (value: unknown): string =>
  value === undefined ? 'nothing' : JSON.stringify(value).slice(0, MOST_QUOTED);

function unreadable(expected: string, came: string, options?: ErrorOptions): AppError {
  return new AppError('model-file-unreadable', `expected ${expected}, got ${came}`, {}, options);
}
