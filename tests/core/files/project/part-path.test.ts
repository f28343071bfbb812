import fc from 'fast-check';
import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPartPath } from '#core/files/project/part-path.ts';

const pieces = fc.constantFrom(
  'a',
  'data-sets',
  '.',
  '..',
  '/',
  '\\',
  ':',
  '.json',
  '.aes',
  '~',
  ' ',
  '%2e',
);

describe('the path of a part', () => {
  it('leads out of no folder on any system', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces).map((all) => all.join('')),
          fc.string(),
        ),
        (path) => {
          if (!isPartPath(path)) return;
          expect(posix.join('/x', path)).toBe(`/x/${path}`);
          expect(win32.join('C:\\x', path)).toBe(`C:\\x\\${path.replaceAll('/', '\\')}`);
        },
      ),
    );
  });

  it('is that of every part that is written', () => {
    for (const path of ['debut.json', 'manifest.json.aes', 'data-sets/12/column-1.safetensors.aes'])
      expect(isPartPath(path)).toBe(true);
  });
});
