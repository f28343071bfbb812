import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Utf8Tally, utf8Length } from '#core/base/bytes/utf8-length.ts';

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }).map((text) => new TextEncoder().encode(text)),
  fc
    .array(
      fc.constantFrom(0xc1, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0x80, 0x8f, 0x9f, 0xa0, 0xbd, 0xbf),
    )
    .map((all) => Uint8Array.from(all)),
);

function strictly(given: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(given);
  } catch {
    return null;
  }
}

it('knows what is UTF-8 as the platform does', () => {
  fc.assert(
    fc.property(bytes, (given) => {
      const text = strictly(given);
      let at = 0;
      while (at < given.length && utf8Length(given, at, given.length) > 0)
        at += utf8Length(given, at, given.length);
      expect(at === given.length).toBe(text !== null);
    }),
    { numRuns: 2_000 },
  );
});

it('looks only at the bytes that are meant', () => {
  const given = Uint8Array.of(0xff, 0x61, 0xc3, 0xa9, 0xff);
  expect([utf8Length(given, 1, 4), utf8Length(given, 2, 4), utf8Length(given, 2, 3)]).toEqual([
    ...[1, 2, 0],
  ]);
});

it('takes text that arrives in pieces for nearly all UTF-8, wherever it is cut', () => {
  const given = new TextEncoder().encode('Größe 杯子 😀 '.repeat(40));
  for (let piece = 4; piece < 20; piece++) {
    const tally = new Utf8Tally();
    for (let at = 0; at < given.length; at += piece) tally.add(given.subarray(at, at + piece));
    expect(tally.isNearlyAll).toBe(true);
  }
  const western = new Utf8Tally();
  western.add(Buffer.from('Größe, Café, maçã, Ã©, '.repeat(9), 'latin1'));
  expect(western.isNearlyAll).toBe(false);
  const plain = new Utf8Tally();
  plain.add(given.filter((byte) => byte < 0x80));
  expect([plain.isNearlyAll, plain.isEnough]).toEqual([false, false]);
});
