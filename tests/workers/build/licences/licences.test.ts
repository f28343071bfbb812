import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  LICENCE_FILE,
  licences,
  packageFolder,
  packageLicence,
} from '#workers/build/licences/licences.js';

const MIT = 'MIT License\n\nCopyright (c) Somebody';
let root: string;

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** A package with one module, licensed as it says and with its words beside it. */
function install(name: string, code: string, { licence = 'MIT', file = 'LICENSE' } = {}): string {
  const folder = `node_modules/${name}`;
  const manifest = { name, version: '1.2.3', type: 'module', main: 'index.js', license: licence };
  write(`${folder}/package.json`, JSON.stringify(manifest));
  write(`${folder}/index.js`, code);
  if (file) write(`${folder}/${file}`, MIT);
  return join(root, folder);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'debut-licences-'));
});
afterEach(() => rmSync(root, { recursive: true }));

async function builtList(): Promise<{ name: string; version: string }[]> {
  const { ofPages, ofWorkers } = licences(root, []);
  await build({
    root,
    logLevel: 'silent',
    configFile: false,
    plugins: [ofPages()],
    worker: { format: 'es', plugins: () => [ofWorkers()] },
    build: { assetsInlineLimit: 0, rolldownOptions: { input: join(root, 'page.js') } },
  });
  return JSON.parse(readFileSync(join(root, 'dist', LICENCE_FILE), 'utf8')) as {
    name: string;
    version: string;
  }[];
}

describe('the list of licences', () => {
  it('names what pages, workers and their files are made of, and nothing else', async () => {
    install('of-page', 'export const page = () => document.title;');
    install('@of/worker', 'export const work = () => postMessage(1);');
    install('left-out', 'export const unused = () => 3;');
    install('font', '');
    write('node_modules/font/font.woff2', 'font');
    write('worker.js', "import { work } from '@of/worker'; work();");
    write(
      'page.js',
      `import { page } from 'of-page';
       import { unused } from 'left-out';
       import font from './node_modules/font/font.woff2?url';
       import worker from './worker.js?worker&url';
       document.title = page() + font + worker;`,
    );
    const list = await builtList();
    const names = list.map(({ name }) => name).filter((name) => name !== 'vite');
    expect(names).toEqual(['@of/worker', 'font', 'of-page']);
    expect(list.find(({ name }) => name === 'of-page')).toEqual({
      ...{ name: 'of-page', version: '1.2.3', licence: 'MIT', text: MIT },
    });
  });

  it('stops a build of a package without words', async () => {
    install('wordless', 'export const page = () => document.title;', { file: '' });
    write('page.js', "import { page } from 'wordless'; document.title = page();");
    await expect(builtList()).rejects.toThrow("expected a licence's words in wordless 1.2.3");
  });
});

describe('packageLicence', () => {
  it.each(['LICENSE', 'license', 'LICENCE.md', 'License.txt', 'COPYING', 'LICENSE-MIT'])(
    'finds the words in %s',
    (file) => {
      expect(packageLicence(install('a', '', { file }))).toMatchObject({
        licence: 'MIT',
        text: MIT,
      });
    },
  );

  it.each(['GPL-3.0-only', 'AGPL-3.0', 'UNLICENSED', 'SEE LICENSE IN FILE', ''])(
    'refuses %j',
    (licence) => {
      expect(() => packageLicence(install('a', '', { licence }))).toThrow(
        'expected an agreed licence of a',
      );
    },
  );

  it('adds notices, and leaves out the licences of what a package bundles for itself', () => {
    const folder = install('a', '', { file: 'LICENSE.md' });
    write('node_modules/a/NOTICE', 'By Somebody');
    write('node_modules/a/LICENSE.md', `${MIT}\n\n# Licenses of bundled dependencies\nISC`);
    expect(packageLicence(folder).text).toBe(`${MIT}\n\nBy Somebody`);
  });
});

describe('packageFolder', () => {
  it('knows whose code is written while the app is built, and what is our own', () => {
    const of = (id: string) => packageFolder('/app', id)?.replace('/app/node_modules/', '') ?? null;
    expect(of('\0vite/preload-helper.js')).toBe('vite');
    expect(of('/app/.svelte-kit/messages/runtime.js')).toBe('@inlang/paraglide-js');
    expect(of('/app/.svelte-kit/generated/client/app.js')).toBe('@sveltejs/kit');
    expect(of('/app/src/core/dates.ts')).toBeNull();
  });
});
