import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeOfflineFiles } from '#workers/build/offline-files-adapter.js';
import { serveSite, type RunningSite } from '#workers/build/serve.js';

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

const folder = mkdtempSync(join(tmpdir(), 'debut-site-'));
let site: RunningSite;
let inFolder: RunningSite;

beforeAll(async () => {
  mkdirSync(join(folder, '_app/immutable'), { recursive: true });
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'index.html'), '<h1>Start</h1><script>1</script>');
  writeFileSync(join(folder, 'data/index.html'), '<h1>Data</h1>');
  writeFileSync(join(folder, '404.html'), '<h1>Nothing here</h1>');
  writeFileSync(join(folder, '_app/immutable/a.wasm'), Buffer.from([0, 97, 115, 109]));
  writeFileSync(join(folder, 'sample.csv'), 'a,b\n'.repeat(100));
  writeFileSync(join(folder, 'service-worker.js'), "'__PRECACHE_VERSION__'");
  writeOfflineFiles(folder);
  site = await serveSite({ folder, port: 0 });
  inFolder = await serveSite({ folder, port: 0, basePath: '/some/path' });
});

afterAll(async () => {
  await Promise.all([site.close(), inFolder.close()]);
  rmSync(folder, { recursive: true });
});

/** Unlike fetch, sends a path as it is. */
function ask(path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  return askAt(site.port, path, options);
}

function askAt(port: number, path: string, options: object = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('serveSite', () => {
  it.each([
    ['/', 200, 'text/html; charset=utf-8'],
    ['/?dataset=3', 200, 'text/html; charset=utf-8'],
    ['/data/', 200, 'text/html; charset=utf-8'],
    ['/sample.csv', 200, 'text/csv; charset=utf-8'],
    ['/_app/immutable/a.wasm', 200, 'application/wasm'],
    ['/no/such/page', 404, 'text/html; charset=utf-8'],
    ['/../package.json', 404, 'text/html; charset=utf-8'],
    ['/%2e%2e/package.json', 404, 'text/html; charset=utf-8'],
    ['/%', 404, 'text/html; charset=utf-8'],
  ])('answers %s with %i and our headers', async (path, status, type) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.headers['content-security-policy']).toMatch(/connect-src 'self'.*|'sha256-/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it('sends a folder without its slash to the folder, query included', async () => {
    const answer = await ask('/data?dataset=3');
    expect([answer.status, answer.headers.location]).toEqual([308, '/data/?dataset=3']);
  });

  it('never redirects to another host', async () => {
    expect((await ask('//data')).status).toBe(404);
  });

  it('lets hashed files be kept for ever and asks again for all others', async () => {
    expect((await ask('/_app/immutable/a.wasm')).headers['cache-control']).toContain('immutable');
    for (const path of ['/', '/service-worker.js', '/precache.json', '/sample.csv'])
      expect((await ask(path)).headers['cache-control']).toBe('no-cache');
  });

  it('answers 304 to a reader that has the file', async () => {
    const { etag } = (await ask('/')).headers;
    const again = await ask('/', { headers: { 'If-None-Match': etag as string } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('zips for readers that unzip', async () => {
    const zipped = await ask('/sample.csv', { headers: { 'Accept-Encoding': 'gzip, br' } });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.body)).toEqual((await ask('/sample.csv')).body);
  });

  it('answers HEAD without a body', async () => {
    const answer = await ask('/', { method: 'HEAD' });
    expect([answer.status, answer.body.length]).toEqual([200, 0]);
    expect(answer.headers['content-length']).not.toBe('0');
  });

  it('takes no other method', async () => {
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
  });

  it('serves from a folder of the host, and nothing beside it', async () => {
    const { port, url } = inFolder;
    expect(url).toBe(`http://127.0.0.1:${port}/some/path/`);
    expect((await askAt(port, '/some/path/data/')).status).toBe(200);
    expect((await askAt(port, '/some/path')).headers.location).toBe('/some/path/');
    expect((await askAt(port, '/data/')).status).toBe(404);
    expect((await askAt(port, '/some/pathdata/')).status).toBe(404);
  });

  it('takes the next port when one is in use', async () => {
    const next = await serveSite({ folder, port: site.port, takeNextPort: true });
    expect(next.port).toBeGreaterThan(site.port);
    await next.close();
    await expect(serveSite({ folder, port: site.port })).rejects.toThrow('EADDRINUSE');
  });
});
