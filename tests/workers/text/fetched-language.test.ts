// From a host over HTTP, as in the app.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { filesToRead } from '#core/model/text/language-files.ts';
import { languageFiles } from '#core/model/text/files.generated.ts';
import {
  saveLanguageFile,
  loadLanguageFile,
  listLanguageFiles,
} from '#storage/data/language-cache.ts';
import { FetchedLanguage } from '#workers/text/fetched-language.ts';
import { FakeCaches } from '../../support/fake-caches.ts';
import { languageFile } from '../../support/language.ts';

const file = languageFiles.vocabulary;
const whole = languageFile('vocabulary');
const never = new AbortController().signal;

let caches: FakeCaches;
let server: Server;
let answer: RequestListener;
let asked: (string | undefined)[] = [];
let language: FetchedLanguage;

beforeEach(async () => {
  caches = new FakeCaches();
  vi.stubGlobal('caches', caches);
  asked = [];
  answer = (_, response) => void response.end(whole);
  server = createServer((request, response) => {
    asked.push(request.url);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const folder = new URL(`http://127.0.0.1:${port}/shop/_app/immutable/language/`);
  language = new FetchedLanguage(folder, { stallMs: 300 });
});
afterEach(() => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  server.close();
});

const damagedError: unknown = expect.objectContaining({ code: 'language-damaged' });
const unreachableError: unknown = expect.objectContaining({ code: 'language-unreachable' });

async function expectWhole(bytes: Promise<Uint8Array | undefined>): Promise<void> {
  expect(Buffer.compare((await bytes)!, whole)).toBe(0);
}

it('fetches a file once, tells how much has come, and then has it without the host', async () => {
  const told: number[] = [];
  expect(await language.missing(filesToRead(false))).toEqual(filesToRead(false));
  await expectWhole(language.read(file, never, (count) => told.push(count)));
  expect(told.length).toBeGreaterThan(1);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(file.sizeBytes);
  expect(await language.missing(filesToRead(false))).toEqual([languageFiles.weights]);
  server.close();
  await expectWhole(language.read(file, never));
  expect(asked).toEqual([`/shop/_app/immutable/language/${file.name}`]);
});

const altered = whole.slice();
altered[1000]! ^= 1;
it.each([
  { says: 'altered', body: altered },
  { says: 'cut off', body: whole.slice(0, -10) },
  { says: 'too long', body: new Uint8Array([...whole, 0]) },
  { says: 'a page', body: new TextEncoder().encode('<h1>Welcome</h1>') },
])('refuses a file that is $says, and keeps none of it', async ({ body }) => {
  answer = (_, response) => void response.end(body);
  await expect(language.read(file, never)).rejects.toThrow(damagedError);
  expect(await listLanguageFiles()).toEqual([]);
  answer = (_, response) => void response.end(whole);
  await expectWhole(language.read(file, never));
});

it.each<{ says: string; how: RequestListener }>([
  { says: 'has none', how: (_, response) => void response.writeHead(404).end('gone') },
  { says: 'fails', how: (_, response) => void response.writeHead(503).end() },
  { says: 'hangs up', how: (request) => void request.socket.destroy() },
  {
    says: 'hangs up half-way',
    how: (request, response) => {
      response.writeHead(200, { 'content-length': whole.length });
      response.write(whole.slice(0, 1000), () => request.socket.destroy());
    },
  },
  { says: 'never answers', how: () => undefined },
  {
    says: 'stops sending',
    how: (_, response) => void response.writeHead(200).write(whole.slice(0, 1000)),
  },
])('says that it is out of reach where the host $says', async ({ how }) => {
  answer = how;
  await expect(language.read(file, never)).rejects.toThrow(unreachableError);
});

it('does not fetch what could not be checked', async () => {
  vi.stubGlobal('crypto', {});
  await expect(language.read(file, never)).rejects.toThrow(unreachableError);
  expect(asked).toEqual([]);
});

it('ends at once where it is stopped', async () => {
  const controller = new AbortController();
  answer = (_, response) => {
    response.writeHead(200).write(whole.slice(0, 1000));
    controller.abort();
  };
  const slow = new FetchedLanguage(
    new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
  );
  const stopped = { name: 'AbortError' };
  await expect(slow.read(file, controller.signal)).rejects.toMatchObject(stopped);
  await expect(slow.read(file, controller.signal)).rejects.toMatchObject(stopped);
  expect(asked).toHaveLength(1);
});

it('fetches anew what was damaged on the device', async () => {
  await saveLanguageFile(file.name, altered);
  await expectWhole(language.read(file, never));
  await expectWhole(loadLanguageFile(file.name));
});

it('does without keeping it where the device is full', async () => {
  caches.isFull = true;
  await expectWhole(language.read(file, never));
  expect(await language.missing([file])).toEqual([file]);
});
