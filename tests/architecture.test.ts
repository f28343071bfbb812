import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIELD_NAMES } from '#core/launch/fields.ts';
import { layers } from '../eslint.config.js';
import { circlesIn, importGraph } from './support/import-graph.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const layersDocument = readFileSync(join(root, 'src/README.md'), 'utf8');
const glossary = readFileSync(join(root, 'src/core/GLOSSARY.md'), 'utf8');

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

describe('documents of the structure', () => {
  it('list the same layers and packages as the linter enforces', () => {
    const items = layersDocument.matchAll(
      /^- \*\*`([^`]+)`\*\* imports ([^.]*)\. Packages: ([\s\S]*?)\.$/gm,
    );
    const listed = Object.fromEntries(
      [...items].map(([, folder = '', allowed, packages]) => [
        folder,
        { layers: namesIn(allowed!), packages: namesIn(packages!) },
      ]),
    );
    const enforced = Object.fromEntries(
      Object.entries(layers).map(([folder, may]) => [
        folder,
        { layers: may.layers, packages: may.packages.map(readablePackage) },
      ]),
    );
    expect(listed).toEqual(enforced);
  });

  it('explain every field of a launch table in the glossary', () => {
    const words = [...glossary.matchAll(/^- \*\*([^*]+)\*\*/gm)].flatMap(([, terms]) =>
      terms!.split(',').map((term) => term.trim()),
    );
    const spoken = FIELD_NAMES.map((name) =>
      name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`).replace(' id', ' ID'),
    );
    expect(spoken.filter((name) => !words.includes(name))).toEqual([]);
  });

  it('name every folder of src and workers in the README', () => {
    const folders = ['src', 'workers'].flatMap((parent) => foldersIn(parent));
    for (const name of folders) expect(readme, `the map lacks ${name}/`).toContain(`${name}/`);
  });

  it('name every folder of core and components in the list of folders', () => {
    const folders = [...foldersIn('src/core'), ...foldersIn('src/components')];
    expect(folders.filter((name) => !layersDocument.includes(`\`${name}/\``))).toEqual([]);
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

  it('never import each other in a circle', () => {
    const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      imports: Record<string, unknown>;
    };
    const aliases = Object.fromEntries(
      Object.entries(imports).flatMap(([from, to]) =>
        typeof to === 'string' && to.endsWith('/*')
          ? [[from.slice(0, -1), to.slice('./'.length, -1)]]
          : [],
      ),
    );
    const scripts = sources.filter((path) => /\.(?:ts|js|svelte)$/.test(path));
    const graph = importGraph(root, scripts, aliases);
    expect(graph.get('src/core/planning/economics/forecast.ts')).toContain(
      'src/core/planning/economics/demand.ts',
    );
    expect(circlesIn(graph)).toEqual([]);
  });

  it('that import each other in a circle are found', () => {
    const graph = new Map([
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', ['a']],
      ['d', ['e']],
      ['e', []],
      ['f', ['f']],
    ]);
    expect(circlesIn(graph).map((circle) => circle.sort())).toEqual([['a', 'b', 'c'], ['f']]);
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

function foldersIn(parent: string): string[] {
  return readdirSync(join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

function namesIn(list: string): string[] {
  return [...list.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
}

function readablePackage(pattern: string): string {
  return pattern.replaceAll('\\', '').replace('.*', '*');
}
