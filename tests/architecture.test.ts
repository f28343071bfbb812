import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIELD_NAMES } from '#core/schema/fields.ts';
import { layers } from '../eslint.config.js';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

function filesBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    return statSync(join(root, path)).isDirectory() ? filesBelow(path) : [path];
  });
}

/** Any way to name a module: static, for its side effects, dynamic, as a type, a glob of them. */
const REACHES_TESTS =
  /(?:\bfrom|\bimport(?:\.meta\.glob)?|\brequire)\s*\(?\s*(?:\/\*.*?\*\/\s*)?['"`](?:[^'"`]*\/)?tests\//;

const sources = [...filesBelow('src'), ...filesBelow('workers')];

describe('README', () => {
  it('shows the same table of layers and packages as the linter enforces', () => {
    const rows = readme
      .split('\n')
      .filter((line) => /^\| `(src|workers)/.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim()));
    const table = Object.fromEntries(
      rows.map(([, folder, allowed, packages]) => [
        folder!.replaceAll('`', ''),
        { layers: listed(allowed!), packages: listed(packages!) },
      ]),
    );
    const enforced = Object.fromEntries(
      Object.entries(layers).map(([folder, may]) => [
        folder,
        { layers: may.layers, packages: may.packages.map(readablePackage) },
      ]),
    );
    expect(table).toEqual(enforced);
  });

  it('explains every field of a launch table in its glossary', () => {
    const glossary = readme.slice(
      readme.indexOf('## Glossary'),
      readme.indexOf('## How it learns'),
    );
    const words = glossary
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .flatMap((line) => listed(line.split('|')[1]!.trim()));
    const spoken = FIELD_NAMES.map((name) =>
      name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`).replace(' id', ' ID'),
    );
    expect(spoken.filter((name) => !words.includes(name))).toEqual([]);
  });

  it('names every folder of src and workers in its map', () => {
    const folders = ['src', 'workers'].flatMap((parent) =>
      readdirSync(join(root, parent), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name),
    );
    for (const name of folders) expect(readme, `the map lacks ${name}/`).toContain(`${name}/`);
  });
});

describe('files', () => {
  it('are named after a concept, never after a drawer', () => {
    const drawers =
      /(^|[/-])(utils?|helpers?|common|misc|shared|manager|service|handler|index)\.(js|ts|svelte)/;
    const named = sources.filter((path) => drawers.test(path));
    expect(named).toEqual(['src/service-worker/index.ts']); // SvelteKit's own name for it
  });

  it('that are tests stand where their source stands', () => {
    const mirrored = ['core', 'learning', 'storage', 'jobs', 'state', 'components'];
    const orphans = mirrored.flatMap((layer) =>
      filesBelow(`tests/${layer}`)
        .filter((path) => path.endsWith('.test.ts'))
        .filter((path) => {
          const stem = path.replace('tests/', 'src/').replace(/(\.svelte)?\.test\.ts$/, '');
          return !['.ts', '.svelte.ts', '.svelte', '.js'].some((end) =>
            sources.includes(stem + end),
          );
        }),
    );
    expect(orphans).toEqual([]);
  });

  it('of the app never reach into the tests, where the demo shop keeps its truth', () => {
    const reaching = sources.filter((path) =>
      REACHES_TESTS.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(sources).toContain('workers/build/start.js');
    expect(reaching).toEqual([]);
  });

  it.each([
    `import { truth } from '../tests/support/demo-shop/truth.ts';`,
    `export * from "../../tests/support/demo-shop/truth.ts";`,
    `import '../tests/support/demo-shop/truth.ts';`,
    `const { truth } = await import('../tests/support/demo-shop/truth.ts');`,
    `await import(\n  /* @vite-ignore */ \`../tests/support/\${name}.ts\`\n);`,
    `type Truth = import('../tests/support/demo-shop/truth.ts').Truth;`,
    `import.meta.glob('/tests/**/*.ts')`,
    `require('../tests/support/demo-shop/truth.ts')`,
  ])('that would reach into the tests by %s are found', (line) => {
    expect(line).toMatch(REACHES_TESTS);
  });

  it('at the top level are those a stranger expects', () => {
    const allowed = new Set([
      ...['src', 'static', 'workers', 'tests', 'build', 'node_modules', 'test-results'],
      ...[
        'package.json',
        'package-lock.json',
        'svelte.config.js',
        'vite.config.ts',
        'tsconfig.json',
      ],
      ...[
        'README.md',
        'LICENSE',
        'CHANGELOG.md',
        'CONTRIBUTING.md',
        'SECURITY.md',
        'eslint.config.js',
      ],
    ]);
    const present = readdirSync(root).filter((name) => !name.startsWith('.'));
    expect(present.filter((name) => !allowed.has(name))).toEqual([]);
  });
});

function listed(cell: string): string[] {
  return cell === '–' ? [] : cell.split(',').map((name) => name.trim().replaceAll('`', ''));
}

function readablePackage(pattern: string): string {
  return pattern.replaceAll('\\', '').replace('.*', '*');
}
