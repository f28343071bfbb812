import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
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
let wanted: Readonly<Record<string, string>>;

beforeAll(async () => {
  mkdirSync(join(folder, '_app/immutable'), { recursive: true });
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'index.html'), '<h1>Start</h1><script>1</script>');
  writeFileSync(join(folder, 'data/index.html'), '<h1>Data</h1>');
  writeFileSync(join(folder, '404.html'), '<h1>Nothing here</h1>');
  writeFileSync(join(folder, '_app/immutable/a.wasm'), Buffer.from([0, 97, 115, 109]));
  writeFileSync(join(folder, 'sample.csv'), 'a,b\n'.repeat(100));
  writeFileSync(join(folder, 'service-worker.js'), "'__PRECACHE_VERSION__'");
  wanted = writeOfflineFiles(folder).headers;
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

function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('end', () => resolve(Buffer.concat(chunks).toString('latin1')));
    socket.on('error', reject);
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

  it.each([
    ['a file', '/_app/immutable/a.wasm', {}, 200],
    ['a page that is not there', '/no/such/page', {}, 404],
    ['a redirect', '/data', {}, 308],
    ['what the reader has', '/', { headers: { 'If-None-Match': '' } }, 304],
    ['a method that is not taken', '/', { method: 'POST' }, 405],
    ['that method, of nothing', '/no/such/page', { method: 'DELETE' }, 405],
  ] as const)('sends every security header with %s', async (_, path, options, status) => {
    const { etag } = (await ask(path)).headers;
    const asked = status === 304 ? { headers: { 'If-None-Match': etag as string } } : options;
    const answer = await ask(path, asked);
    expect(answer.status).toBe(status);
    for (const [name, value] of Object.entries(wanted))
      expect(answer.headers[name.toLowerCase()], name).toBe(value);
  });

  it('sends them even to what is no request', async () => {
    const answer = await sendRaw(site.port, 'no request\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    for (const [name, value] of Object.entries(wanted))
      expect(answer).toContain(`\r\n${name}: ${value}\r\n`);
  });

  it('sends none where it stands for a host that knows of none', async () => {
    const bare = await serveSite({ folder, port: 0, bare: true });
    const { headers } = await askAt(bare.port, '/');
    for (const name of Object.keys(wanted)) expect(headers).not.toHaveProperty(name.toLowerCase());
    await bare.close();
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
