// Checks that memory stays constant while a small network trains for long, and is freed when a training ends or is
// stopped.

import type { FitSettings, NetShape } from '#core/model/net/net.ts';
import { openChromiumWorker, type ChromiumWorker } from './chromium-worker.ts';
import type { EpochCost } from './engine-worker.ts';
import type { Figure } from './figures.ts';
import { SETTINGS } from './problem.ts';

const SMALL: NetShape = {
  inputs: 8,
  members: 2,
  width: 16,
  hasSkip: true,
  heads: [{ name: 'units', basis: 4, signed: [{ column: 3, sign: -1, start: 0.3 }] }],
};
const ROWS = 64;
const BATCH = 32;
const WARM_UP = 10;

const runs = [
  { backend: 'wasm', epochs: 1_000 },
  { backend: 'cpu', epochs: 1_000 },
  { backend: 'webgpu', epochs: 40 },
] as const;

/** The measures of memory in use. */
const HELD = ['tensors', 'heapBytes', 'gpuBytes'] as const;
type Held = (typeof HELD)[number];

export async function memoryStaysFlat(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { backend, epochs } of runs) {
    const chromium = await openChromiumWorker();
    try {
      await chromium.ask('open', backend);
      figures.push(...(await flatOn(chromium, backend, epochs)));
    } finally {
      await chromium.close();
    }
  }
  return figures;
}

async function flatOn(
  chromium: ChromiumWorker,
  backend: string,
  epochs: number,
): Promise<Figure[]> {
  const settings: FitSettings = { ...SETTINGS, epochs, batch: BATCH };
  const request = { shape: SMALL, settings, rowCount: ROWS };
  const whole = await chromium.ask('train', request);
  const stopped = await chromium.ask('train', { ...request, abortAfter: epochs / 2 });
  const ends = [whole.at(-1)!, stopped.at(-1)!];
  const during = [...whole.slice(WARM_UP, epochs), ...stopped.slice(WARM_UP, epochs / 2)];
  const isFlat = HELD.every((name) => isSame(during, name));
  return [
    {
      what: `flat: ${backend}, ${epochs} epochs, then ${epochs / 2} and stopped, after ${WARM_UP} epochs`,
      wanted: 'the same each epoch',
      measured: HELD.map((name) => rangeOf(during, name)).join(', '),
      isReached: isFlat,
    },
    {
      what: `flat: ${backend}, tensors left after the end, after being stopped`,
      wanted: '0, 0',
      measured: ends.map(({ tensors }) => tensors).join(', '),
      isReached: ends.every(({ tensors }) => tensors === 0),
    },
  ];
}

function isSame(costs: readonly EpochCost[], name: Held): boolean {
  return costs.every((cost) => cost[name] === costs[0]![name]);
}

function rangeOf(costs: readonly EpochCost[], name: Held): string {
  const values = costs.map((cost) => cost[name]);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${least === most ? least : `${least}–${most}`} ${name}`;
}
