import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceVersion } from '#workers/build/source-version.js';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('sourceVersion', () => {
  it('changes with the content of a source and with nothing else', () => {
    const root = temporaryFolder();
    for (const name of ['src/core', 'static', 'workers'])
      mkdirSync(join(root, name), { recursive: true });
    for (const name of ['package.json', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'])
      writeFileSync(join(root, name), '');
    writeFileSync(join(root, 'src/core/a.ts'), '1');
    const first = sourceVersion(root);
    writeFileSync(join(root, 'src/core/a.ts'), '1');
    writeFileSync(join(root, 'README.md'), 'not a source');
    expect(sourceVersion(root)).toBe(first);
    writeFileSync(join(root, 'src/core/a.ts'), '2');
    expect(sourceVersion(root)).not.toBe(first);
  });
});
