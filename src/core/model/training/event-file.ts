// Writes scalars as an event file for TensorBoard: TFRecords, each with an Event in protocol buffers.
//
//   TFRecord      length u64 · masked CRC-32C of the length u32 · data · masked CRC-32C of the data u32, little-endian
//   Event         wall_time = 1, double · step = 2, varint · file_version = 3, text · summary = 5, message
//   Summary       value = 1, message, here one
//   Value         tag = 1, text · simple_value = 2, float
//
// Source: tensorflow/core/lib/io/record_writer.cc and tensorflow/core/util/event.proto.

import { utf8Of } from '#core/base/bytes/utf8.ts';
import { crc32c } from '#core/base/bytes/crc32c.ts';

export interface Scalar {
  /** Name of the series; TensorBoard groups tags by the part before the slash. */
  readonly tag: string;
  /** Step, an integer from 0. */
  readonly step: number;
  readonly value: number;
}

const FILE_VERSION = 'brain.Event:2';
const MS_PER_SECOND = 1000;

/**
 * Returns the bytes of an event file.
 * @param at milliseconds since 1970, the wall time of all events
 */
export function writeEventFile(scalars: readonly Scalar[], at: number): Uint8Array<ArrayBuffer> {
  const wallTime = doubleField(1, at / MS_PER_SECOND);
  const version = joined([wallTime, bytesField(3, utf8Of(FILE_VERSION))]);
  const events = scalars.map(({ tag, step, value }) => {
    const told = joined([bytesField(1, utf8Of(tag)), floatField(2, value)]);
    return joined([wallTime, countField(2, step), bytesField(5, bytesField(1, told))]);
  });
  return joined([version, ...events].map(asRecord));
}

function asRecord(data: Uint8Array): Uint8Array {
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(data.length), true);
  return joined([length, maskedChecksum(length), data, maskedChecksum(data)]);
}

/**
 * Rotates and offsets the checksum, as TFRecord requires: checksums of data that contains checksums would otherwise be
 * weak.
 */
function maskedChecksum(bytes: Uint8Array): Uint8Array {
  const checksum = crc32c(bytes);
  const turned = ((checksum >>> 15) | (checksum << 17)) >>> 0;
  return littleEndian(4, (view) => view.setUint32(0, turned + MASK, true));
}
const MASK = 0xa2_82_ea_d8;

const VARINT = 0;
const EIGHT_BYTES = 1;
const LENGTH_AND_BYTES = 2;
const FOUR_BYTES = 5;

function doubleField(field: number, value: number): Uint8Array {
  const bytes = littleEndian(8, (view) => view.setFloat64(0, value, true));
  return joined([key(field, EIGHT_BYTES), bytes]);
}

function floatField(field: number, value: number): Uint8Array {
  const bytes = littleEndian(4, (view) => view.setFloat32(0, value, true));
  return joined([key(field, FOUR_BYTES), bytes]);
}

function countField(field: number, value: number): Uint8Array {
  return joined([key(field, VARINT), varint(value)]);
}

function bytesField(field: number, bytes: Uint8Array): Uint8Array {
  return joined([key(field, LENGTH_AND_BYTES), varint(bytes.length), bytes]);
}

function key(field: number, wireType: number): Uint8Array {
  return varint(field * 8 + wireType);
}

/** Encodes seven bits per byte, lowest first; all bytes but the last have the eighth bit set. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let left = value;
  for (; left > 0x7f; left = Math.floor(left / 0x80)) bytes.push((left % 0x80) | 0x80);
  return Uint8Array.of(...bytes, left);
}

function littleEndian(length: number, write: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length);
  write(new DataView(bytes.buffer));
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
