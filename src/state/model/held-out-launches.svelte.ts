import type { Holdout } from '#core/evaluation/scorecard/holdout.ts';
import { LiveQuery } from '../base/live-query.svelte.ts';
import { later } from '../base/later.ts';

const { loadEvidence } = later(() => import('#storage/model/trainings.ts'));

const ports = { loadEvidence };
export type HeldOutPorts = typeof ports;

/** The unseen launches (test set) of the model on screen, with its forecasts. */
export class HeldOutLaunches {
  readonly #modelId: () => number;
  readonly #ports: HeldOutPorts;

  constructor(modelId: () => number, withPorts: HeldOutPorts = ports) {
    this.#modelId = modelId;
    this.#ports = withPorts;
  }

  readonly #query = $derived.by(() => {
    const modelId = this.#modelId();
    const load = async () => (await this.#ports.loadEvidence(modelId)).heldOut;
    return new LiveQuery<Holdout | null | undefined>(load, undefined);
  });

  /** Undefined until they are read; null where the model has none. */
  get current(): Holdout | null | undefined {
    return this.#query.current;
  }

  /** Why they could not be read, or null. */
  get failure(): unknown {
    return this.#query.failure;
  }
}
