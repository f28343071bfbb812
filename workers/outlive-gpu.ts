import type { ComputePreference } from '#core/launch/training-report.ts';
import { isUsable, type EngineSession } from '#learning/session.ts';
import type { ModelHost } from './model-host.ts';

/** After so many failures the GPU is left alone. */
const MOST_FAILURES = 2;

/**
 * A GPU can go at any moment: its driver restarts, a laptop switches to another. Then the same is done again, on the GPU once more,
 * after that without it. What the work has kept of itself lets it go on.
 */
export async function outliveGpu<T>(
  host: Pick<ModelHost, 'openEngine' | 'pause'>,
  compute: ComputePreference,
  work: (engine: EngineSession) => Promise<T>,
): Promise<T> {
  let device = '';
  for (let failures = 0; failures < MOST_FAILURES; failures++) {
    const engine = await host.openEngine(compute);
    device = engine.choice.device;
    try {
      return await work(engine);
    } catch (error) {
      await host.pause(); // a lost device says so a moment later
      if (isUsable(engine)) throw error;
    }
  }
  const engine = await host.openEngine('wasm');
  return work({ ...engine, choice: { ...engine.choice, reason: 'gpu-failed', device } });
}
