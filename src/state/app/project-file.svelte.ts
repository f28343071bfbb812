import { AppError } from '#core/base/errors.ts';
import type { ProjectGlance, ProjectPhase } from '#core/files/project/project-reports.ts';
import type { Progress } from '#core/base/progress.ts';
import { dataset, type JobOptions } from '#jobs/jobs.ts';
import type { DeviceStorage } from '../base/device-storage.svelte.ts';
import { JobState } from '../base/job-state.svelte.ts';
import { later } from '../base/later.ts';

const { saveSetting } = later(() => import('#storage/app/settings.ts'));
const { deleteOrphanRows } = later(() => import('#storage/app/delete-orphans.ts'));

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
  deleteOrphanRows,
  pickTarget,
  noteSaved: (savedAt: number) => saveSetting('projectSavedAt', savedAt),
};
export type ProjectFilePorts = typeof ports;

/** What runs; `choosing`: the seller chooses where to save. */
type ProjectWork = 'choosing' | RunningProject['status'];
type RunningProject = Extract<ProjectPhase, { readonly progress: unknown }>;
type ProjectResult = Exclude<ProjectPhase, RunningProject>;

/** Saves everything that is stored as one project file, and restores it. */
export class ProjectFileSession {
  readonly #storage: Pick<DeviceStorage, 'look' | 'facts' | 'keep'>;
  readonly #ports: ProjectFilePorts;
  readonly #job = new JobState<ProjectResult, ProjectWork>(projectFraction);
  /** File that is being opened. */
  #file: File | null = null;

  constructor(storage: Pick<DeviceStorage, 'look' | 'facts' | 'keep'>, withPorts = ports) {
    this.#storage = storage;
    this.#ports = withPorts;
  }

  get phase(): ProjectPhase {
    const { phase } = this.#job;
    if (phase.status === 'done') return phase.result;
    if (phase.status !== 'running' || phase.subject === 'choosing') return IDLE;
    return { status: phase.subject, progress: phase.progress };
  }

  get failure(): unknown {
    return this.#job.error;
  }

  /** Progress, 0–1; null where it is not known, or nothing runs. */
  get fraction(): number | null {
    return this.#job.fraction;
  }

  /**
   * Saves to the file that the seller chooses. Returns the file to offer where the browser has no dialog for that, else
   * null.
   */
  async save({ name, passphrase }: SaveOptions): Promise<Blob | null> {
    let target: FileSystemFileHandle | null = null;
    const isChosen = await this.#job.run('choosing', async () => {
      target = await this.#ports.pickTarget(name);
      return IDLE;
    });
    if (!isChosen) return null;
    let file: Blob | null = null;
    await this.#job.run('saving', async (options) => {
      const saved = await this.#ports.saveProject({ target, passphrase }, options);
      await this.#ports.noteSaved(saved.savedAt);
      options.signal.throwIfAborted();
      file = saved.file;
      const { bytes, leftOut } = saved;
      return { status: 'saved', bytes, isEncrypted: passphrase !== null, leftOut };
    });
    return file;
  }

  /** Opens a project file. Stops where it needs a passphrase or may not fit. */
  async open(file: File): Promise<void> {
    this.#file = file;
    await this.#job.run('reading', async ({ signal }) => {
      const glance = await this.#ports.readProject(file, { signal });
      signal.throwIfAborted();
      if (glance.isEncrypted) return { status: 'asking', name: file.name, wasWrong: false };
      const tight = await this.#tightness(glance);
      signal.throwIfAborted();
      if (tight) return tight;
      // In place of reading, so that nothing else is shown between them.
      await this.goOn(null);
      return IDLE;
    });
  }

  /** Continues with the opened file: with its passphrase, or null where it has none and may not fit. */
  async goOn(passphrase: string | null): Promise<void> {
    const file = this.#file;
    if (file)
      await this.#job.run('restoring', (options) => this.#restore(file, passphrase, options));
  }

  cancel(): void {
    this.#job.cancel();
  }

  async #tightness({ contents }: ProjectGlance): Promise<ProjectResult | null> {
    await this.#storage.look();
    const roomBytes = this.#storage.facts?.roomBytes ?? null;
    const neededBytes = contents?.bytes ?? 0;
    if (roomBytes === null || neededBytes <= roomBytes) return null;
    return { status: 'tight', neededBytes, roomBytes };
  }

  async #restore(
    file: File,
    passphrase: string | null,
    options: Required<JobOptions>,
  ): Promise<ProjectResult> {
    try {
      const project = await this.#ports.restoreProject({ file, passphrase }, options);
      options.signal.throwIfAborted();
      void this.#storage.keep();
      return { status: 'restored', project };
    } catch (error) {
      // A worker that did not stop in time was terminated, and could not clean up.
      await this.#ports.deleteOrphanRows();
      if (isWrongPassphrase(error)) return { status: 'asking', name: file.name, wasWrong: true };
      throw error;
    }
  }
}

const IDLE = { status: 'idle' } as const;

/** Returns the progress, 0–1. Checking comes first and takes about as long as writing. */
export function projectFraction({ phase, done, total }: Progress): number | null {
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
