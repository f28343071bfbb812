import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { AppError } from '#core/errors.ts';
import type { ComputePreference } from '#core/launch/training-report.ts';
import type { WorkerLike } from '#protocol/worker-handle.ts';
import { openEngine } from '#learning/engine.ts';
import { isUsable, type EngineSession } from '#learning/session.ts';
import { breathe } from './breathe.ts';
import { FetchedLanguage } from './fetched-language.ts';
import type { LanguageSource } from './language-source.ts';
import { storedVerdicts } from './stored-verdicts.ts';
import { startTwin } from './twin-worker.ts';

/** What the model jobs need of the thread they run on. */
export interface ModelHost {
  /** Stays open between jobs, because shaders are compiled on first use. */
  openEngine(compute: ComputePreference): Promise<EngineSession>;
  pause(): Promise<void>;
  readonly language: LanguageSource;
  /** Names the code that trains; another may come to other numbers. */
  readonly code: string;
  /** Those of all tabs; only on pages that come by https or from this machine. */
  readonly locks: LockManager | undefined;
  /** Workers beside this one that may fit nets at the same time; 0: none, and nets are fitted here. */
  readonly fitWorkers: number;
  startFitWorker(): WorkerLike;
}

/** The build puts the language model beside the folder of workers; in development it is served at its place in the site. */
const LANGUAGE_FOLDER = import.meta.env.DEV ? '/_app/immutable/language/' : '../language/';

export class WorkerModelHost implements ModelHost {
  readonly language: LanguageSource = new FetchedLanguage(new URL(LANGUAGE_FOLDER, location.href));
  /** The build names each script by what is in it. */
  readonly code = location.pathname;
  readonly locks = navigator.locks as LockManager | undefined;
  readonly fitWorkers = workersBeside(navigator.hardwareConcurrency);

  startFitWorker(): WorkerLike {
    return startTwin();
  }

  #open: { compute: ComputePreference; engine: EngineSession } | undefined;

  async openEngine(compute: ComputePreference): Promise<EngineSession> {
    if (this.#open?.compute === compute && isUsable(this.#open.engine)) return this.#open.engine;
    this.#open?.engine.dispose();
    this.#open = undefined;
    const engine = await openEngine(compute, {
      wasmBinary: fetchWasm,
      gpu: navigator.gpu,
      now: () => performance.now(),
      code: this.code,
      verdicts: storedVerdicts,
    });
    this.#open = { compute, engine };
    return engine;
  }

  pause(): Promise<void> {
    return breathe();
  }
}

/** More than four make each of them slower: they share the way to the memory. */
const MOST_FIT_WORKERS = 4;

/** All but one of a machine's cores, which is the page's. */
function workersBeside(cores: number): number {
  // Browsers before 2022 start no worker from a worker.
  const isPossible = 'Worker' in globalThis;
  return isPossible ? Math.min(MOST_FIT_WORKERS, cores - 1) : 0;
}

async function fetchWasm(): Promise<ArrayBuffer> {
  const response = await fetch(wasmUrl);
  if (!response.ok) {
    throw new AppError('backend-unavailable', `expected the WASM module, got ${response.status}`);
  }
  return response.arrayBuffer();
}
