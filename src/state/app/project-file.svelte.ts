import { AppError, isAbort } from '#core/base/errors.ts';
import type { ProjectGlance, ProjectPhase } from '#core/files/project/project-reports.ts';
import type { Progress } from '#core/base/progress.ts';
import { dataset } from '#jobs/jobs.ts';
import type { DeviceStorage } from '../base/device-storage.svelte.ts';
import { later } from '../base/later.ts';

const { saveSetting } = later(() => import('#storage/app/settings.ts'));
const { sweepSources } = later(() => import('#storage/app/sweep-unfinished.ts'));

interface SaveOptions {
  /** File name without a folder. */
  readonly name: string;
  /** null for an unencrypted file. */
  readonly passphrase: string | null;
}

const ports = {
  saveProject: dataset.saveProject,
  readProject: dataset.readProject,
  restoreProject: dataset.restoreProject,
  sweepSources,
  pickTarget,
  noteSaved: (savedAt: number) => saveSetting('projectSavedAt', savedAt),
};
export type ProjectFilePorts = typeof ports;

/** Saves everything that is stored as one project file, and restores it. */
export class ProjectFileSession {
  readonly #storage: Pick<DeviceStorage, 'look' | 'facts' | 'keep'>;
  readonly #ports: ProjectFilePorts;
  #phase = $state.raw<ProjectPhase>({ status: 'idle' });
  #failure = $state.raw<unknown>(null);
  /** File that is being opened. */
  #file: File | null = null;
  #controller = new AbortController();

  constructor(storage: Pick<DeviceStorage, 'look' | 'facts' | 'keep'>, withPorts = ports) {
    this.#storage = storage;
    this.#ports = withPorts;
  }

  get phase(): ProjectPhase {
    return this.#phase;
  }

  get failure(): unknown {
    return this.#failure;
  }

  /** Progress, 0–1; null where it is not known, or nothing runs. */
  readonly fraction: number | null = $derived.by(() => {
    const phase = this.#phase;
    const { progress = null } = 'progress' in phase ? phase : {};
    return progress && projectFraction(progress);
  });

  /**
   * Saves to the file that the seller chooses. Returns the file to offer where the browser has no dialog for that, else
   * null.
   */
  async save({ name, passphrase }: SaveOptions): Promise<Blob | null> {
    return this.#attempt(async (signal) => {
      const target = await this.#ports.pickTarget(name);
      signal.throwIfAborted();
      this.#phase = { status: 'saving', progress: null };
      const saved = await this.#ports.saveProject(
        { target, passphrase },
        { signal, onProgress: (progress) => this.#progressed(signal, progress) },
      );
      await this.#ports.noteSaved(saved.savedAt);
      signal.throwIfAborted();
      const { bytes, leftOut } = saved;
      this.#phase = { status: 'saved', bytes, isEncrypted: passphrase !== null, leftOut };
      return saved.file;
    });
  }

  /** Opens a project file. Stops where it needs a passphrase or may not fit. */
  async open(file: File): Promise<void> {
    this.#file = file;
    await this.#attempt(async (signal) => {
      this.#phase = { status: 'reading', progress: null };
      const glance = await this.#ports.readProject(file, { signal });
      signal.throwIfAborted();
      if (glance.isEncrypted) this.#phase = { status: 'asking', name: file.name, wasWrong: false };
      else if (await this.#isTight(glance)) return;
      else await this.#restore(null, signal);
    });
  }

  /** Continues with the opened file: with its passphrase, or null where it has none and may not fit. */
  async goOn(passphrase: string | null): Promise<void> {
    await this.#attempt((signal) => this.#restore(passphrase, signal));
  }

  cancel(): void {
    this.#controller.abort();
    this.#phase = { status: 'idle' };
    this.#failure = null;
  }

  async #isTight({ contents }: ProjectGlance): Promise<boolean> {
    await this.#storage.look();
    const roomBytes = this.#storage.facts?.roomBytes ?? null;
    const neededBytes = contents?.bytes ?? 0;
    if (roomBytes === null || neededBytes <= roomBytes) return false;
    this.#phase = { status: 'tight', neededBytes, roomBytes };
    return true;
  }

  async #restore(passphrase: string | null, signal: AbortSignal): Promise<void> {
    const file = this.#file;
    if (!file) return;
    this.#phase = { status: 'restoring', progress: null };
    try {
      const project = await this.#ports.restoreProject(
        { file, passphrase },
        { signal, onProgress: (progress) => this.#progressed(signal, progress) },
      );
      signal.throwIfAborted();
      this.#phase = { status: 'restored', project };
      void this.#storage.keep();
    } catch (error) {
      // A worker that did not stop in time was terminated, and could not clean up.
      await this.#ports.sweepSources();
      if (isWrongPassphrase(error) && !signal.aborted) {
        this.#phase = { status: 'asking', name: file.name, wasWrong: true };
      } else throw error;
    }
  }

  #progressed(signal: AbortSignal, progress: Progress): void {
    const { status } = this.#phase;
    if (signal.aborted || (status !== 'saving' && status !== 'restoring')) return;
    this.#phase = { status, progress };
  }

  async #attempt<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    this.#controller.abort();
    const { signal } = (this.#controller = new AbortController());
    this.#failure = null;
    try {
      return await work(signal);
    } catch (error) {
      // A stopped attempt must not overwrite the one that replaced it.
      if (signal.aborted) return null;
      this.#phase = { status: 'idle' };
      if (!isAbort(error)) this.#failure = error;
      return null;
    }
  }
}

/** Returns the progress, 0–1. Checking comes first and takes about as long as writing. */
function projectFraction({ phase, done, total }: Progress): number | null {
  if (!total) return null;
  const share = done / total;
  return phase === 'check' ? share / 2 : phase === 'restore' ? (1 + share) / 2 : share;
}

function isWrongPassphrase(error: unknown): boolean {
  return error instanceof AppError && error.code === 'project-file-passphrase';
}

/** A dialog for where to save, which few browsers have. The file is then written without being held in memory. */
interface SavePicker {
  showSaveFilePicker?(options: object): Promise<FileSystemFileHandle>;
}

/**
 * Lets the seller choose where to save; null where there is no such dialog. Throws AbortError where the seller closes
 * it.
 */
async function pickTarget(name: string): Promise<FileSystemFileHandle | null> {
  const browser = globalThis as SavePicker;
  const suffix = name.slice(name.lastIndexOf('.'));
  const types = [{ accept: { 'application/zip': [suffix] } }];
  return (await browser.showSaveFilePicker?.({ suggestedName: name, types })) ?? null;
}
