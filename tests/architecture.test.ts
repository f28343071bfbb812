import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIELD_NAMES } from '#core/launch/fields.ts';
import { layers } from '../oxlint.config.js';
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

/** The rooms of each layer, in the order in which they may import each other, as src/README.md lists them. */
const rooms: ReadonlyMap<string, readonly string[]> = new Map(
  [...layersDocument.matchAll(/^### `([^`]+)`$([\s\S]*?)(?=^##|(?![\s\S]))/gm)].map(
    ([, layer, list]) => [layer!, namesIn(list!).map((room) => `${layer}/${room}`)],
  ),
);
const MOST_FILES = 25;

/** Returns the place of a file's room in the order of its layer; -1: it stands in none. */
function placeOf(file: string, order: readonly string[]): number {
  const fitting = order.filter((room) => file.startsWith(room));
  return order.indexOf(fitting.sort((a, b) => b.length - a.length)[0] ?? '');
}

/** Which files of src and workers import which. */
const graph = (() => {
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
  return importGraph(root, scripts, aliases);
})();

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

  it('put every folder of these layers into a room', () => {
    const folders = [...rooms.keys()].flatMap((layer) =>
      layer === 'workers' ? [] : foldersIn(layer).map((name) => `${layer}/${name}/`),
    );
    const listed = [...rooms.values()].flat();
    expect(folders.filter((folder) => !listed.some((room) => room.startsWith(folder)))).toEqual([]);
    expect(listed.filter((room) => !existsSync(join(root, room)))).toEqual([]);
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
    expect(graph.get('src/core/planning/economics/forecast.ts')).toContain(
      'src/core/planning/economics/demand.ts',
    );
    expect(circlesIn(graph)).toEqual([]);
  });

  it('import only rooms that stand before their own', () => {
    const upward = [...rooms.values()].flatMap((order) =>
      [...graph].flatMap(([file, targets]) => {
        const own = placeOf(file, order);
        return targets
          .filter((target) => own >= 0 && placeOf(target, order) > own)
          .map((target) => `${file} imports ${target}`);
      }),
    );
    expect(upward).toEqual([]);
  });

  it('stand in rooms of at most 25', () => {
    const counts = new Map<string, number>();
    for (const path of sources) {
      const folder = dirname(path);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    // A language has one file of texts for each page and room.
    const crowded = [...counts].filter(
      ([folder, count]) => count > MOST_FILES && !/^src\/messages\/\w+$/.test(folder),
    );
    expect(crowded).toEqual([]);
  });

  it('that import each other in a circle are found', () => {
    const circles = new Map([
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', ['a']],
      ['d', ['e']],
      ['e', []],
      ['f', ['f']],
    ]);
    expect(circlesIn(circles).map((circle) => circle.sort())).toEqual([['a', 'b', 'c'], ['f']]);
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
        'oxlint.config.js',
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
