import { filesToRead } from '#core/model/text/language-files.ts';
import { START_FILES } from '#core/launch/sample.ts';
import { model } from '#jobs/jobs.ts';
import { appScope } from '../base/addresses.ts';
import { JobState } from '../base/job-state.svelte.ts';
import { later } from '../base/later.ts';
import { sampleFiles } from '../data/samples.ts';
import { fillAppCache, keepsAppFiles } from './app-cache-filling.ts';

const { listAppFiles } = later(() => import('#storage/data/app-files.ts'));
const { listLanguageFiles } = later(() => import('#storage/data/language-cache.ts'));

const ports = {
  keepsFiles: keepsAppFiles,
  appFiles: () => listAppFiles(appScope()),
  languageFiles: listLanguageFiles,
  fillApp: fillAppCache,
  fetchLanguage: model.fetchLanguage,
};
export type OfflinePorts = typeof ports;

/** How much of one part is on this device; `all` is null where nothing tells how much there is. */
export interface KeptPart {
  readonly kept: number;
  readonly all: number | null;
}

export interface KeptParts {
  /** Files of the app, with every step of the lesson. */
  readonly app: KeptPart;
  /** Files of the demo shop, and of the trained one. */
  readonly shop: KeptPart;
  /** Bytes of the language model. */
  readonly language: KeptPart;
}

const LANGUAGE = filesToRead(true);
const SHOP = [...sampleFiles('demo-shop'), ...Object.values(START_FILES)].map(
  (name) => `samples/${name}`,
);

/** Whether all that a workshop needs is on this device. Looked up each time, never remembered. */
export class OfflineReadiness {
  readonly #ports: OfflinePorts;
  readonly #job = new JobState<null>();
  #parts = $state.raw<KeptParts | null>(null);
  #lookFailure = $state.raw<unknown>(null);
  #isAppRefused = $state(false);

  constructor(withPorts: OfflinePorts = ports) {
    this.#ports = withPorts;
  }

  /** null until the device has answered. */
  get parts(): KeptParts | null {
    return this.#parts;
  }

  readonly isReady: boolean = $derived.by(() => {
    const parts = this.#parts;
    return parts !== null && [parts.app, parts.shop, parts.language].every(isWhole);
  });

  get isGetting(): boolean {
    return this.#job.isRunning;
  }

  /** Progress of what is being fetched, 0–1; null where it is not known, or nothing is. */
  get fraction(): number | null {
    return this.#job.fraction;
  }

  get failure(): unknown {
    return this.#job.error ?? this.#lookFailure;
  }

  /** Whether the app's files could not be fetched. */
  get isAppRefused(): boolean {
    return this.#isAppRefused;
  }

  /** Whether this browser can keep the app's files at this address. */
  get canKeep(): boolean {
    return this.#ports.keepsFiles();
  }

  async look(): Promise<void> {
    try {
      const [app, language] = await Promise.all([
        this.#ports.appFiles(),
        this.#ports.languageFiles(),
      ]);
      const keptShop = SHOP.filter((path) => app?.kept.includes(path)).length;
      this.#parts = {
        app: { kept: app?.kept.length ?? 0, all: app?.all.length ?? null },
        shop: { kept: keptShop, all: SHOP.length },
        language: {
          kept: bytesOf(LANGUAGE.filter(({ name }) => language.includes(name))),
          all: bytesOf(LANGUAGE),
        },
      };
      this.#lookFailure = null;
    } catch (error) {
      this.#lookFailure = error;
    }
  }

  /** Fetches what is missing, then looks again. */
  async getAll(): Promise<void> {
    await this.#job.run(null, async (options) => {
      await this.look();
      const parts = this.#parts;
      this.#isAppRefused = false;
      if (parts && !(isWhole(parts.app) && isWhole(parts.shop)))
        this.#isAppRefused = !(await this.#ports.fillApp());
      options.signal.throwIfAborted();
      if (!parts || !isWhole(parts.language))
        await this.#ports.fetchLanguage({ withChinese: true }, options);
      return null;
    });
    await this.look();
  }
}

export function isWhole({ kept, all }: KeptPart): boolean {
  return kept === all;
}

function bytesOf(files: typeof LANGUAGE): number {
  return files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
