// @ts-check
// Reads convolutions out of a TensorFlow Lite model: FlatBuffers, of which only the tables needed here are followed.
// Field numbers are those of the schema: https://github.com/tensorflow/tensorflow/blob/master/tensorflow/lite/schema/schema.fbs

/** @typedef {{ output: string, kernel: Float32Array, shape: number[], bias: Float32Array, isDepthwise: boolean }} Convolution */

const CONVOLUTION = 3;
const DEPTHWISE = 4;
const DEQUANTIZE = 6;
const FLOAT16 = 1;

/**
 * Returns the convolutions of a model in the order in which they run. Kernels are [out, height, width, in], those of
 * depthwise convolutions [1, height, width, channels].
 * @param {Uint8Array} model
 * @returns {Convolution[]}
 */
export function readConvolutions(model) {
  const view = new DataView(model.buffer, model.byteOffset, model.byteLength);
  const file = new Tables(view);
  const root = view.getUint32(0, true);
  const codes = file
    .tables(root, 1)
    .map((code) => Math.max(file.int8(code, 0), file.int32(code, 3)));
  const [graph = 0] = file.tables(root, 2);
  const buffers = file.tables(root, 4);
  const tensors = file.tables(graph, 0).map((tensor) => ({
    shape: file.ints(tensor, 0),
    isHalf: file.int8(tensor, 1) === FLOAT16,
    buffer: file.int32(tensor, 2),
    name: file.text(tensor, 3),
  }));
  const operators = file.tables(graph, 3).map((operator) => ({
    code: codes[file.int32(operator, 0)],
    inputs: file.ints(operator, 1),
    outputs: file.ints(operator, 2),
  }));
  const wholeOf = new Map(
    operators
      .filter(({ code }) => code === DEQUANTIZE)
      .map(({ inputs, outputs }) => [outputs[0], inputs[0]]),
  );
  const valuesOf = (/** @type {number | undefined} */ index) => {
    const tensor = tensors[wholeOf.get(index) ?? index ?? -1];
    if (!tensor) throw new Error(`expected a tensor ${index}, found none`);
    const [at, length] = file.vector(buffers[tensor.buffer] ?? 0, 0);
    const values = new Float32Array(tensor.isHalf ? length / 2 : length / 4);
    for (let i = 0; i < values.length; i++)
      values[i] = tensor.isHalf
        ? halfValue(view.getUint16(at + 2 * i, true))
        : view.getFloat32(at + 4 * i, true);
    return { values, shape: tensor.shape };
  };
  return operators
    .filter(({ code }) => code === CONVOLUTION || code === DEPTHWISE)
    .map(({ code, inputs, outputs }) => {
      const { values: kernel, shape } = valuesOf(inputs[1]);
      const { values: bias } = valuesOf(inputs[2]);
      const output = tensors[outputs[0] ?? -1]?.name ?? '';
      return { output, kernel, shape, bias, isDepthwise: code === DEPTHWISE };
    });
}

/** Follows offsets of FlatBuffers: https://flatbuffers.dev/internals/ */
class Tables {
  /** @type {DataView} */
  #view;

  /** @param {DataView} view */
  constructor(view) {
    this.#view = view;
  }

  /**
   * Returns the place of a field, 0 where it is absent.
   * @param {number} table
   * @param {number} field
   */
  #place(table, field) {
    const fields = table - this.#view.getInt32(table, true);
    const entry = 4 + 2 * field;
    if (entry >= this.#view.getUint16(fields, true)) return 0;
    const offset = this.#view.getUint16(fields + entry, true);
    return offset && table + offset;
  }

  /**
   * Returns the place and the length of a vector.
   * @param {number} table
   * @param {number} field
   * @returns {[place: number, length: number]}
   */
  vector(table, field) {
    const place = this.#place(table, field);
    if (place === 0) return [0, 0];
    const at = place + this.#view.getUint32(place, true);
    return [at + 4, this.#view.getUint32(at, true)];
  }

  /**
   * @param {number} table
   * @param {number} field
   */
  tables(table, field) {
    const [at, length] = this.vector(table, field);
    return Array.from({ length }, (_, i) => at + 4 * i + this.#view.getUint32(at + 4 * i, true));
  }

  /**
   * @param {number} table
   * @param {number} field
   */
  ints(table, field) {
    const [at, length] = this.vector(table, field);
    return Array.from({ length }, (_, i) => this.#view.getInt32(at + 4 * i, true));
  }

  /**
   * @param {number} table
   * @param {number} field
   */
  text(table, field) {
    const [at, length] = this.vector(table, field);
    return new TextDecoder().decode(
      new Uint8Array(this.#view.buffer, this.#view.byteOffset + at, length),
    );
  }

  /**
   * @param {number} table
   * @param {number} field
   */
  int32(table, field) {
    const place = this.#place(table, field);
    return place && this.#view.getInt32(place, true);
  }

  /**
   * @param {number} table
   * @param {number} field
   */
  int8(table, field) {
    const place = this.#place(table, field);
    return place && this.#view.getInt8(place);
  }
}

/** Returns the value of a half-precision number (IEEE 754 binary16). @param {number} bits */
function halfValue(bits) {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return (sign * fraction) / 2 ** 24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
