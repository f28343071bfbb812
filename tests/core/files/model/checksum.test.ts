import { readFileSync } from 'node:fs';
import { crc32 as reference } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import { readModelFile } from '#core/files/model/model-file.ts';
import { readSafetensors, writeSafetensors } from '#core/files/form/safetensors.ts';

const whole = new Uint8Array(readFileSync(new URL('small-model.safetensors', import.meta.url)));
const BITS = 8 * whole.length;
/** Up to the format that follows the checksum. */
const FIRST_BITS = 8 * 64;

function withBit(at: number): Uint8Array {
  const flipped = whole.slice();
  flipped[at >> 3]! ^= 1 << (at & 7);
  return flipped;
}

/** Why it is refused; fails where it is not. */
function refusalOf(file: Uint8Array, says: string): AppError {
  try {
    readModelFile(file);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error(`expected a refusal, got a model: ${says}`);
}

function metadataOf(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(readSafetensors(file).metadata);
}

describe('the checksum of a model file', () => {
  it('refuses it where any one bit of it is another', () => {
    for (let at = 0; at < FIRST_BITS; at++) refusalOf(withBit(at), `bit ${at}`);
    fc.assert(
      fc.property(fc.nat(BITS - 1), (at) => void refusalOf(withBit(at), `bit ${at}`)),
      { numRuns: 600 },
    );
  });

  it('refuses it wherever it ends too early, and whatever stands behind it', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        refusalOf(whole.subarray(0, length), `${length} bytes`);
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (more) => {
        refusalOf(Uint8Array.from([...whole, ...more]), `${more.length} bytes more`);
      }),
      { numRuns: 300 },
    );
  });

  it('tells a changed weight by what was expected and what came', () => {
    const flipped = withBit(BITS - 1);
    const stated = metadataOf(whole).checksum!;
    const blank = Buffer.from(
      Buffer.from(flipped).toString('latin1').replace(stated, '00000000'),
      'latin1',
    );
    const found = reference(blank).toString(16).padStart(8, '0');
    const { code, message, details } = refusalOf(flipped, 'a weight');
    expect(code).toBe('model-file-changed');
    expect(message).toBe(`expected a file with the checksum ${stated}, got one with ${found}`);
    expect(details).toEqual({ expected: stated, found });
  });

  it('is the CRC-32 that others come to, of the file with zeros in its place', () => {
    const stated = metadataOf(whole).checksum!;
    const text = Buffer.from(whole).toString('latin1');
    expect(text.split(stated)).toHaveLength(2);
    const blank = Buffer.from(text.replace(stated, '00000000'), 'latin1');
    expect(Number.parseInt(stated, 16)).toBe(reference(blank));
  });

  it('refuses a file that has none, or has it elsewhere', () => {
    const { metadata, tensors } = readSafetensors(whole);
    const [stated, ...rest] = metadata;
    for (const texts of [rest, [...rest, stated!], [['checksun', stated![1]] as const, ...rest]]) {
      const file = writeSafetensors({ metadata: new Map(texts), tensors });
      expect(refusalOf(file, 'no checksum').code).toBe('model-file-unreadable');
    }
  });
});
