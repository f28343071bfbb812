// The CRC-32 that a model file states of all of itself: most weights are as believable with another bit, so that nothing else would tell
// a damaged file. It stands first in the header, always at the same place, and is found before anything is parsed.

import { crc32 } from '../crc32.ts';
import { AppError } from '../errors.ts';
import { utf8Of } from '../utf8.ts';
import { LENGTH_BYTES, METADATA } from './safetensors.ts';

export const CHECKSUM = 'checksum';
/** In its place while it is computed. */
export const NO_CHECKSUM = '00000000';

const BEFORE = utf8Of(`{"${METADATA}":{"${CHECKSUM}":"`);
const PLACE = LENGTH_BYTES + BEFORE.length;
const PLACE_END = PLACE + NO_CHECKSUM.length;

/** Writes it in its place, into a file whose metadata begins with one. */
export function stateChecksum(file: Uint8Array): void {
  file.set(utf8Of(checksumOf(file)), PLACE);
}

/** Whether the file states one: older ones do not. Throws AppError model-file-changed where it is that of another file. */
export function holdsChecksum(file: Uint8Array): boolean {
  const isStated = BEFORE.every((byte, i) => byte === file[LENGTH_BYTES + i]);
  if (!isStated || file.length < PLACE_END) return false;
  const expected = String.fromCharCode(...file.subarray(PLACE, PLACE_END));
  const found = checksumOf(file);
  if (found === expected) return true;
  const message = `expected a file with the checksum ${expected}, got one with ${found}`;
  throw new AppError('model-file-changed', message, { expected, found });
}

function checksumOf(file: Uint8Array): string {
  const blank = file.slice();
  blank.set(utf8Of(NO_CHECKSUM), PLACE);
  return crc32(blank).toString(16).padStart(NO_CHECKSUM.length, '0');
}
