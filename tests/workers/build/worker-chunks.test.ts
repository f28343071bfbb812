import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const WORKERS = fileURLToPath(new URL('../../../build/_app/immutable/workers', import.meta.url));
const IMPORT_OF_ENTRY = /\b(?:from|import)\s*\(?\s*["'`][^"'`]*\.worker-[\w-]+\.js["'`]/;

// `npm test` builds first; `npm test -- --quick` does not.
describe.skipIf(!existsSync(WORKERS))('the built workers', () => {
  const scripts = existsSync(WORKERS)
    ? readdirSync(WORKERS, { recursive: true, encoding: 'utf8' }).filter((path) =>
        path.endsWith('.js'),
      )
    : [];

  it('have an entry each', () => {
    const entries = scripts.filter((path) => /^\w+\.worker-/.test(path));
    expect(entries.map((path) => path.split('.')[0]).sort()).toEqual(['dataset', 'model', 'plan']);
  });

  it('import no entry, which WebKit would run a second time', () => {
    const importing = scripts.filter((path) =>
      IMPORT_OF_ENTRY.test(readFileSync(join(WORKERS, path), 'utf8')),
    );
    expect(importing).toEqual([]);
  });
});
