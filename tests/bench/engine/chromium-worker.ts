// Opens headless Chromium with the bench's worker, served by a local server.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { CHROMIUM_ADVICE, findChromium } from '#workers/build/find-browsers.js';
import { bundleForBrowser } from '../bundle-for-browser.ts';
import { peakOfRenderers } from '../peak-of-renderers.ts';
import type { tasks as engineTasks } from './engine-worker.ts';

type Tasks = typeof engineTasks;

type Task = (...values: never[]) => unknown;

const FLAGS = ['--no-sandbox', '--disable-background-networking', '--enable-unsafe-webgpu'];
const SOFTWARE_ADAPTER = '--use-webgpu-adapter=swiftshader';

const PAGE = `<!doctype html><script type="module">
  const worker = new Worker('/worker.js', { type: 'module' });
  const waiting = new Map();
  worker.onmessage = ({ data: { id, result, error } }) => {
    const { resolve, reject } = waiting.get(id);
    if (error === undefined) resolve(result);
    else reject(new Error(error));
  };
  worker.onerror = ({ message }) => waiting.forEach(({ reject }) => reject(new Error(message)));
  globalThis.ask = (name, values) =>
    new Promise((resolve, reject) => {
      const id = waiting.size;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, name, values });
    });
</script>`;

/** A page with a worker of its own, and so with a TensorFlow.js of its own. */
export interface ChromiumWorker {
  readonly ask: <Name extends keyof Tasks>(
    name: Name,
    ...values: Parameters<Extract<Tasks[Name], Task>>
  ) => Promise<Awaited<ReturnType<Extract<Tasks[Name], Task>>>>;
  /** Peak memory of the page's process in bytes, as the system counts it (Linux only). */
  readonly peakBytes: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Opens our engine's worker. `isReal` uses the machine's own WebGPU adapter instead of the software one. */
export async function openChromiumWorker({ isReal = false } = {}): Promise<ChromiumWorker> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error(CHROMIUM_ADVICE);
  const entry = fileURLToPath(new URL('engine-worker.ts', import.meta.url));
  const script = await bundleForBrowser(entry);
  const server = createServer(({ url }, response) => {
    const [type, body] = served(url ?? '/', script);
    response.setHeader('Content-Type', type);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath,
    args: isReal ? FLAGS : [...FLAGS, SOFTWARE_ADAPTER],
  });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  return {
    ask: (name, ...values) =>
      page.evaluate(
        ([task, given]) =>
          (globalThis as unknown as { ask: (...call: unknown[]) => Promise<never> }).ask(
            task,
            given,
          ),
        [name, values] as const,
      ),
    peakBytes: () => peakOfRenderers(browser),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

function served(url: string, script: string): [type: string, body: string | Buffer] {
  if (url === '/worker.js') return ['text/javascript', script];
  if (url === '/tfjs.wasm') return ['application/wasm', wasmBinary()];
  return ['text/html', PAGE];
}

function wasmBinary(): Buffer {
  const require = createRequire(import.meta.url);
  return readFileSync(
    require.resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm'),
  );
}
