import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32c } from '#core/base/bytes/crc32c.ts';
import { bitwiseChecksum } from '../../../support/read-event-file.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const counting = Uint8Array.from({ length: 32 }, (_, i) => i);

describe('CRC-32C', () => {
  // The first is its check value in catalogues of checksums, the others those of RFC 3720, B.4.
  it.each([
    { says: 'the digits', bytes: bytesOf('123456789'), checksum: 0xe3069283 },
    { says: 'nothing', bytes: new Uint8Array(), checksum: 0 },
    { says: '32 zeros', bytes: new Uint8Array(32), checksum: 0x8a9136aa },
    { says: '32 ones', bytes: new Uint8Array(32).fill(255), checksum: 0x62a8ab43 },
    { says: '32 bytes that count', bytes: counting, checksum: 0x46dd794e },
  ])('of $says is the known one, here and in the reader of the tests', ({ bytes, checksum }) => {
    expect(crc32c(bytes)).toBe(checksum);
    expect(bitwiseChecksum(bytes)).toBe(checksum);
  });

  it('is the same bit by bit', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(crc32c(bytes)).toBe(bitwiseChecksum(bytes));
      }),
    );
  });
});
