import { crc32 as reference } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32 } from '#core/base/bytes/crc32.ts';

it('is that of zlib', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => crc32(bytes) === reference(bytes)));
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf4_3926);
});
