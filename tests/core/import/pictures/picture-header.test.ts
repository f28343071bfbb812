import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_PIXELS, notesOf, readPictureHeader } from '#core/import/pictures/picture-header.ts';
import { avif, bmp, gif, jpeg, joined, png, SVG, webp } from '../../../support/picture-bytes.ts';

const SIZE = { width: 300, height: 20 };
const WHOLE = {
  jpeg: [jpeg(SIZE), jpeg({ ...SIZE, orientation: 6 })],
  png: [png(SIZE)],
  webp: [webp('lossy', SIZE), webp('lossless', SIZE), webp('extended', SIZE)],
  gif: [gif(SIZE)],
  bmp: [bmp(SIZE)],
  avif: [avif(SIZE)],
};
const ALL = Object.entries(WHOLE).flatMap(([format, files]) =>
  files.map((bytes, i) => ({ name: `${format} ${i}`, format, bytes })),
);
const problemOf = (bytes: Uint8Array) => readPictureHeader(bytes).problem;
const headerOf = (bytes: Uint8Array) => readPictureHeader(bytes).header!;

describe('the header of a picture', () => {
  it.each(ALL)('says format and size: $name', ({ format, bytes }) => {
    expect(headerOf(bytes)).toMatchObject({ format, widthPx: 300, heightPx: 20 });
  });

  it('says how to turn it upright, in either order of bytes', () => {
    for (const isLittle of [false, true])
      for (const orientation of [1, 3, 6, 8])
        expect(headerOf(jpeg({ orientation, isLittle })).orientation).toBe(orientation);
    expect(headerOf(jpeg({ orientation: 9 })).orientation).toBe(1);
    expect(headerOf(jpeg()).orientation).toBe(1);
  });

  it('says what only print or moving pictures have', () => {
    expect(headerOf(jpeg({ components: 4 })).isCmyk).toBe(true);
    expect(headerOf(jpeg()).isCmyk).toBe(false);
    const moving = [
      gif({ frames: 2 }),
      png({ frames: 2 }),
      webp('extended', { isAnimated: true }),
      avif({}, 'avis'),
    ];
    const still = [gif(), png(), png({ frames: 1 }), webp('extended'), avif()];
    expect(moving.map((bytes) => headerOf(bytes).isAnimated)).toEqual(moving.map(() => true));
    expect(still.map((bytes) => headerOf(bytes).isAnimated)).toEqual(still.map(() => false));
  });

  it('names what is done to the picture', () => {
    const turned = headerOf(jpeg({ components: 4, orientation: 3 }));
    expect(notesOf(turned, 'a.png')).toEqual(['cmyk', 'wrong-extension', 'turned-upright']);
    expect(notesOf(turned, 'a.JPG')).toEqual(['cmyk', 'turned-upright']);
    expect(notesOf(headerOf(gif({ frames: 3 })), 'a')).toEqual(['first-frame']);
  });
});

describe('what is no picture', () => {
  it('is named', () => {
    expect(problemOf(new Uint8Array())).toBe('empty');
    expect(problemOf(joined('sku,title\n1,Mug\n'))).toBe('not-a-picture');
    expect(problemOf(avif({}, 'heic'))).toBe('heic');
    expect(problemOf(png({ width: 0 }))).toBe('damaged');
    expect(problemOf(joined('GIF89a', Array<number>(20).fill(9)))).toBe('damaged');
  });

  it('may be a drawing, whatever stands before it', () => {
    const wide = [...joined('<svg>')].flatMap((byte) => [byte, 0]);
    const typed = joined('<!DOCTYPE svg [<!ENTITY a ">">]><svg/>');
    for (const bytes of [
      SVG,
      joined([0xef, 0xbb, 0xbf], '  <svg>'),
      typed,
      joined([0xff, 0xfe], wide),
    ])
      expect(problemOf(bytes)).toBe('svg');
    for (const text of ['<html><svg></html>', '<svgs>', '<!-- <svg>', '<?xml <svg>'])
      expect(problemOf(joined(text)), text).toBe('not-a-picture');
    expect(problemOf(joined('<!---->'.repeat(580), '<b>'))).toBe('not-a-picture');
  });

  it('may be too large to decode, before anything else is asked', () => {
    const side = Math.sqrt(MOST_PIXELS);
    expect(problemOf(png({ width: side, height: side }).slice(0, 60))).toBe('truncated');
    for (const bytes of [
      png({ width: 10_000, height: 10_000 }).slice(0, 60),
      jpeg({ width: 60_000, height: 60_000 }),
    ])
      expect(problemOf(bytes)).toBe('too-many-pixels');
  });
});

describe('a file that is cut off', () => {
  it.each(ALL)('is refused: $name', ({ format, bytes }) => {
    // The last byte of a GIF is a trailer that none misses.
    const least = format === 'gif' ? 2 : 1;
    for (let cut = least; cut < bytes.length; cut++) {
      const { header, problem } = readPictureHeader(bytes.subarray(0, bytes.length - cut));
      expect(header, `${cut}`).toBeNull();
      if (bytes.length - cut > 40) expect(problem).toBe('truncated');
    }
  });

  it('is not one with more behind its end', () => {
    const after = (bytes: Uint8Array) => headerOf(joined(bytes, [1, 2, 3, 0xff]));
    for (const { format, bytes } of ALL)
      if (format !== 'avif') expect(after(bytes).widthPx).toBe(300);
  });
});

describe('any bytes', () => {
  const valid = ({ header, problem }: ReturnType<typeof readPictureHeader>) =>
    header
      ? Number.isInteger(header.widthPx) && header.widthPx * header.heightPx <= MOST_PIXELS
      : typeof problem === 'string';

  it('end in an answer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => valid(readPictureHeader(bytes))),
    );
  });

  it('end in an answer where a picture was changed', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.constantFrom(...ALL), changes, fc.nat(), ({ bytes }, places, length) => {
        const changed = bytes.slice(0, 1 + (length % bytes.length));
        for (const [at, byte] of places) changed[at % changed.length] = byte;
        return valid(readPictureHeader(changed));
      }),
      { numRuns: 2_000 },
    );
  });
});
