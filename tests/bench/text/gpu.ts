// Compares the language model on WebGPU with the graph on the plain CPU backend. Runs in Chromium, on its software
// adapter or on the machine's own.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { collectWeights, type EncoderWeights } from '#core/model/text/encoder-weights.ts';
import { CHROMIUM_ADVICE, findChromium } from '#workers/build/find-browsers.js';
import { bundleForBrowser } from '../bundle-for-browser.ts';
import type { GpuEmbeddings } from './gpu-page.ts';
import type { Report } from './report.ts';

const SOFTWARE_ADAPTER = '--use-webgpu-adapter=swiftshader';
const FLAGS = ['--no-sandbox', '--enable-unsafe-webgpu'];

interface Compared {
  readonly texts: readonly (readonly number[])[];
  /** [texts × 512], row-major. */
  readonly expected: Float32Array;
  readonly weights: EncoderWeights;
  /** Whether to use the machine's own adapter. */
  readonly isReal: boolean;
}

export async function differenceOnGpu(compared: Compared, report: Report): Promise<void> {
  const { adapter, values, seconds } = await embedInChromium(compared);
  const differences = values.map((value, i) => Math.abs(value - compared.expected[i]!));
  const greatest = differences.reduce((most, value) => Math.max(most, value), 0);
  const what = `webgpu (${adapter}, ${seconds.toFixed(1)} s): greatest difference from the graph, ${compared.texts.length} titles, float32`;
  report(what, greatest.toExponential(1), greatest <= 1e-3, 'at most 1e-3');
}

async function embedInChromium({ texts, weights, isReal }: Compared): Promise<GpuEmbeddings> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error(CHROMIUM_ADVICE);
  const script = await bundleForBrowser(fileURLToPath(new URL('./gpu-page.ts', import.meta.url)));
  const bytes = inOrder(weights);
  const server = createServer(({ url }, response) => {
    const [type, body] =
      url === '/weights'
        ? ['application/octet-stream', bytes]
        : ['text/html', `<!doctype html><script type="module">${script}</script>`];
    response.setHeader('Content-Type', type);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const args = isReal ? FLAGS : [...FLAGS, SOFTWARE_ADAPTER];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    return await page.evaluate(
      (given) =>
        (
          globalThis as unknown as { embedOnGpu: (texts: unknown) => Promise<GpuEmbeddings> }
        ).embedOnGpu(given),
      texts,
    );
  } finally {
    await browser.close();
    server.close();
  }
}

/** Returns the weights as bytes, in the order in which the page reads them. */
function inOrder(weights: EncoderWeights): Buffer {
  const parts: Buffer[] = [];
  const { layers, ...others } = weights;
  const values = new Map(
    [others, ...layers].flatMap((part, i) =>
      Object.entries(part).map(([name, tensor]): [string, Float32Array] => [
        i === 0 ? name : `layer${i - 1}.${name}`,
        tensor as Float32Array,
      ]),
    ),
  );
  collectWeights((name) => {
    const tensor = values.get(name)!;
    parts.push(Buffer.from(tensor.buffer, tensor.byteOffset, tensor.byteLength));
    return tensor;
  });
  return Buffer.concat(parts);
}
