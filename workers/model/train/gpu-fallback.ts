import type { ComputePreference } from '#core/model/training/training-report.ts';
import { isUsable, type EngineSession } from '#learning/session.ts';
import type { ModelHost } from '../engine/model-host.ts';

/** Number of failures after which the GPU is not used. */
const MOST_FAILURES = 2;

/**
 * Repeats work when its GPU is lost: a driver restarts, or a laptop switches to another GPU. The second attempt uses
 * the GPU again, the third does not. Checkpoints let the work go on. Throws what the work throws on an engine that
 * still works.
 */
export async function withGpuFallback<T>(
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
      await host.pause(); // a lost device reports it a moment later
      if (isUsable(engine)) throw error;
    }
  }
  const engine = await host.openEngine('wasm');
  return work({ ...engine, choice: { ...engine.choice, reason: 'gpu-failed', device } });
}
