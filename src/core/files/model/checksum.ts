// The CRC-32 of a whole model file. Most weights stay plausible with a changed bit, so nothing else would detect
// damage. It is first in the header, at a fixed place, and is checked before anything is parsed.

import { crc32 } from '#core/base/bytes/crc32.ts';
import { AppError } from '#core/base/errors.ts';
import { utf8Of } from '#core/base/bytes/utf8.ts';
import { LENGTH_BYTES, METADATA } from '../form/safetensors.ts';

/** Metadata key of the checksum. */
export const CHECKSUM = 'checksum';
/** Placeholder while the checksum is computed. */
export const NO_CHECKSUM = '00000000';

const BEFORE = utf8Of(`{"${METADATA}":{"${CHECKSUM}":"`);
const PLACE = LENGTH_BYTES + BEFORE.length;
const PLACE_END = PLACE + NO_CHECKSUM.length;

/** Writes the checksum into a file whose metadata begins with the placeholder. */
export function stateChecksum(file: Uint8Array): void {
  file.set(utf8Of(checksumOf(file)), PLACE);
}

/**
 * Throws AppError model-file-unreadable where no checksum is in its place, model-file-changed where it does not match
 * the file.
 */
export function assertChecksum(file: Uint8Array): void {
  const isStated = BEFORE.every((byte, i) => byte === file[LENGTH_BYTES + i]);
  if (!isStated || file.length < PLACE_END) {
    throw new AppError('model-file-unreadable', 'expected a checksum in its place, got none');
  }
  const expected = String.fromCharCode(...file.subarray(PLACE, PLACE_END));
  const found = checksumOf(file);
  if (found === expected) return;
  const message = `expected a file with the checksum ${expected}, got one with ${found}`;
  throw new AppError('model-file-changed', message, { expected, found });
}

function checksumOf(file: Uint8Array): string {
  const blank = file.slice();
  blank.set(utf8Of(NO_CHECKSUM), PLACE);
  return crc32(blank).toString(16).padStart(NO_CHECKSUM.length, '0');
}
