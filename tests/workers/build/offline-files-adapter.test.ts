import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeOfflineFiles } from '#workers/build/offline-files-adapter.js';
import { hostHeaders } from '../../support/host-headers.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let folder: string;
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, '_app'));
  writeFileSync(join(folder, 'index.html'), '<script>1</script>');
  writeFileSync(join(folder, '_app/model.worker.js'), '2');
  writeFileSync(join(folder, '_app/kernels.wasm'), '3');
  writeFileSync(join(folder, 'service-worker.js'), "const version = '__PRECACHE_VERSION__';");
});

describe('writeOfflineFiles', () => {
  it('lists every file of the site except what browser and host read by themselves', () => {
    const { files } = writeOfflineFiles(folder);
    expect(files.map(({ path }) => path)).toEqual([
      '_app/kernels.wasm',
      '_app/model.worker.js',
      'index.html',
    ]);
    expect(JSON.parse(read('precache.json'))).toMatchObject({ files });
  });

  it('leaves the language model to those who want it', () => {
    mkdirSync(join(folder, '_app/immutable/language'), { recursive: true });
    writeFileSync(join(folder, '_app/immutable/language/weights.0.bin'), '5');
    const { files } = writeOfflineFiles(folder);
    expect(files.filter(({ path }) => path.includes('language'))).toEqual([]);
  });

  it('names the version in the service worker', () => {
    const { version } = writeOfflineFiles(folder);
    expect(read('service-worker.js')).toBe(`const version = '${version}';`);
  });

  it('gives the same version to the same files, and another one when a byte changes', () => {
    const stamp = () => {
      writeFileSync(join(folder, 'service-worker.js'), "'__PRECACHE_VERSION__'");
      return writeOfflineFiles(folder).version;
    };
    const first = stamp();
    expect(stamp()).toBe(first);
    writeFileSync(join(folder, '_app/kernels.wasm'), '4');
    expect(stamp()).not.toBe(first);
  });

  it('writes the headers in the form that static hosts read', () => {
    const { headers } = writeOfflineFiles(folder);
    expect(read('_headers')).toContain(
      `/*\n  Content-Security-Policy: ${headers['Content-Security-Policy']}\n`,
    );
  });

  it('has hosts that read them send each header once with every address', () => {
    const { headers } = writeOfflineFiles(folder);
    for (const path of ['/', '/data/', '/_app/kernels.wasm', '/service-worker.js', '/no/such/file'])
      expect(hostHeaders(read('_headers'), path), path).toMatchObject(headers);
    expect(hostHeaders(read('_headers'), '/_app/immutable/a.js')).toEqual({
      ...headers,
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });

  it('refuses a service worker that has no place for the version', () => {
    writeFileSync(join(folder, 'service-worker.js'), '');
    expect(() => writeOfflineFiles(folder)).toThrow('__PRECACHE_VERSION__');
  });
});
