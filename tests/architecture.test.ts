import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
      /from ['"][^'"]*tests\//.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(reaching).toEqual([]);
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
      ...['README.md', 'LICENSE', 'CHANGELOG.md', 'CONTRIBUTING.md', 'eslint.config.js'],
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
