import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { AppError } from '#core/base/errors.ts';
import type { ComputePreference } from '#core/model/training/training-report.ts';
import { workerAddresses } from '#protocol/worker-address.ts';
import type { WorkerLike } from '#protocol/worker-handle.ts';
import { openEngine } from '#learning/engine.ts';
import { isUsable, type EngineSession } from '#learning/session.ts';
import { breathe } from '#workers/runtime/breathe.ts';
import { oneByOne } from '#workers/runtime/one-by-one.ts';
import { FetchedLanguage } from '#workers/text/fetched-language.ts';
import type { LanguageSource } from '#workers/text/language-source.ts';
import { storedAdapterChecks } from './stored-adapter-checks.ts';

/** What model jobs need from the thread that they run on. */
export interface ModelHost {
  /** Opens the engine, which stays open between jobs because shaders are compiled on first use. */
  openEngine(compute: ComputePreference): Promise<EngineSession>;
  pause(): Promise<void>;
  readonly language: LanguageSource;
  /** Identifies the code that trains; other code may give other numbers. */
  readonly code: string;
  /** Locks shared by all tabs; undefined unless the page comes by https or from this machine. */
  readonly locks: LockManager | undefined;
  /** Most workers that may share the work of a training; 0: all is done here. */
  readonly fitWorkers: number;
  startFitWorker(): WorkerLike | Promise<WorkerLike>;
}

/**
 * Address of the language model. The build puts it next to the folder of workers; in development it is served at its
 * place in the site.
 */
const LANGUAGE_FOLDER = import.meta.env.DEV ? '/_app/immutable/language/' : '../language/';

export class WorkerModelHost implements ModelHost {
  readonly language: LanguageSource = new FetchedLanguage(new URL(LANGUAGE_FOLDER, location.href));
  /** Path of the script, which the build names by its contents. */
  readonly code = location.pathname;
  readonly locks = navigator.locks as LockManager | undefined;
  readonly fitWorkers = workersBeside(navigator.hardwareConcurrency);

  /** Starts another worker of this script. The page found this script to be confined before it started it. */
  readonly startFitWorker = oneByOne<WorkerLike>(
    () => new Worker(addressOf(location.href), { type: 'module', name: 'fit' }),
  );

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
      verdicts: storedAdapterChecks,
    });
    this.#open = { compute, engine };
    return engine;
  }

  pause(): Promise<void> {
    return breathe();
  }
}

const addressOf = workerAddresses((url) => {
  if (url !== location.href) throw new TypeError(`expected this worker's own script, got ${url}`);
  return url;
});

/** Most workers that fit networks. More than four slow each other down, because they share the memory bandwidth. */
const MOST_FIT_WORKERS = 4;

/** Returns all but one of a machine's cores, which is the page's; at most MOST_FIT_WORKERS. */
function workersBeside(cores: number): number {
  // Browsers before 2022 cannot start a worker from a worker.
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
