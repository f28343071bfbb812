import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  END_BYTES,
  placeOf,
  readDirectory,
  readEnd,
  type ZipEntry,
} from '#core/files/project/zip-layout.ts';
import { zipOf, type RawEntry } from '../../../support/changed-project.ts';

const entries: fc.Arbitrary<RawEntry[]> = fc.uniqueArray(
  fc.record({
    path: fc.stringMatching(
      /^(?:[a-z0-9][a-z0-9-]{0,8}\/){0,3}[a-z0-9][a-z0-9-]{0,8}\.[a-z]{1,5}$/,
    ),
    content: fc.uint8Array({ maxLength: 300 }),
    isPacked: fc.boolean(),
  }),
  { selector: ({ path }) => path, maxLength: 12 },
);

/** Null where the end is none. */
function directoryIn(zip: Uint8Array): readonly ZipEntry[] | null {
  const place = readEnd(zip.subarray(-END_BYTES), zip.length);
  return place && readDirectory(zip.subarray(place.start, -END_BYTES), place);
}

describe('the layout of a project file', () => {
  it('is read back by us and by others', () => {
    fc.assert(
      fc.property(entries, (written) => {
        const zip = zipOf(written);
        expect(directoryIn(zip)!.map(({ path, bytes }) => [path, bytes])).toEqual(
          written.map(({ path, content }) => [path, content.length]),
        );
        const unzipped = Object.entries(unzipSync(zip)).map(([path, content]) => [
          path,
          [...content],
        ]);
        expect(unzipped).toEqual(written.map(({ path, content }) => [path, [...content]]));
      }),
    );
  });

  it('knows no other: any changed byte of the directory is refused, or names another size, checksum or packing', () => {
    const zip = zipOf([
      { path: 'a.json', content: Uint8Array.of(1, 2, 3) },
      { path: 'b/c.json', content: new Uint8Array(99), isPacked: true },
    ]);
    const [first, second] = directoryIn(zip) as [ZipEntry, ZipEntry];
    for (let at = placeOf(second).to; at < zip.length; at++) {
      const broken = zip.slice();
      broken[at]! ^= 1;
      let read: readonly ZipEntry[] | null = null;
      try {
        read = directoryIn(broken);
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^project-file-/) as string });
        continue;
      }
      expect(read).not.toEqual([first, second]);
    }
  });
});
