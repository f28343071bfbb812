import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfUtf8, utf8Of } from '#core/base/bytes/utf8.ts';

const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte);

describe('UTF-8', () => {
  it('is that of the platform, and reads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = utf8Of(text);
        expect(bytes).toEqual(new Uint8Array(new TextEncoder().encode(text)));
        expect(textOfUtf8(bytes)).toBe(text);
      }),
    );
  });

  it('may be longer than what is read at once', () => {
    const text = '100 % für 猫'.repeat(20_000);
    expect(textOfUtf8(utf8Of(text))).toBe(text);
  });

  it('is nothing else: the same bytes are refused as by the platform', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6 }), (bytes) => {
        const read = attempt(() => textOfUtf8(bytes));
        expect(read).toBe(attempt(() => strict.decode(bytes)));
      }),
      { numRuns: 500 },
    );
    expect(() => textOfUtf8(everyByte)).toThrow(URIError);
  });
});

function attempt(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
