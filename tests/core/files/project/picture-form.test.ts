import { describe, expect, it } from 'vitest';
import { readPart, writePart } from '#core/files/project/part-content.ts';
import type { FiledPicture } from '#core/files/project/project-records.ts';
import { sampleFacts } from '../../../support/picture.ts';

const picture = (changed: object = {}): FiledPicture => ({
  ...{ owner: 'Mug', fileName: 'mug.jpg', sha256: '0a'.repeat(32) },
  ...{ widthPx: 1_000, heightPx: 800, facts: sampleFacts(), chosen: { colour: null }, readBy: 'x' },
  embedding: Uint16Array.of(0x3c_00, 0x80_01),
  small: { type: 'image/webp', bytes: Uint8Array.of(1, 2) },
  ...changed,
});

const readBack = (...pictures: readonly FiledPicture[]) =>
  readPart('pictures', writePart('pictures', pictures));

describe('pictures in a project file', () => {
  it('are read as they were written', () => {
    const unread = picture();
    delete (unread as { embedding?: Uint16Array }).embedding;
    expect(readBack(picture(), unread)).toEqual([picture(), unread]);
  });

  it.each([
    ['an embedding that is not finite', { embedding: Uint16Array.of(0x7c_00) }],
    ['an embedding of nothing', { embedding: new Uint16Array() }],
    ['a type that can run scripts', { small: { type: 'image/svg+xml', bytes: new Uint8Array(3) } }],
    ['a hash of other letters', { facts: sampleFacts({ hash: '<script>12345678' }) }],
    ['a brightness above 1', { facts: sampleFacts({ brightness: 2 }) }],
    ['edges of another grid', { facts: sampleFacts({ edges: new Uint8Array(4) }) }],
    ['a colour that has no name', { chosen: { colour: 'mauve' } }],
  ])('are refused with %s', (_, changed) => {
    expect(() => readBack(picture(changed))).toThrow();
  });

  it('come some at a time', () => {
    expect(() => readBack(...Array.from({ length: 51 }, () => picture()))).toThrow();
  });
});
