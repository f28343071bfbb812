import { localDay } from '#core/base/dates.ts';
import { AppError } from '#core/base/errors.ts';
import type { JobPhase } from '#core/base/job-phase.ts';
import { START_FILES } from '#core/launch/sample.ts';
import { dataset } from '#jobs/jobs.ts';
import { getLocale } from '#messages/runtime';
import { sampleAddress } from '../base/addresses.ts';
import { JobState } from '../base/job-state.svelte.ts';
import { later } from '../base/later.ts';
import { projectFraction } from './project-file.svelte.ts';

const { loadRanking } = later(() => import('#storage/plan/plans.ts'));
const { deleteOrphanRows } = later(() => import('#storage/app/delete-orphans.ts'));

const ports = {
  fetchFile: (address: string, signal: AbortSignal) => fetch(address, { signal }),
  restoreProject: dataset.restoreProject,
  deleteOrphanRows,
};
export type StartFilePorts = typeof ports;

/** Opens the start file of a workshop like any project file: it adds a data set and changes no other. */
export class StartFile {
  readonly #ports: StartFilePorts;
  readonly #job = new JobState<number>(projectFraction);

  constructor(withPorts: StartFilePorts = ports) {
    this.#ports = withPorts;
  }

  get phase(): JobPhase<number> {
    return this.#job.phase;
  }

  /** Progress, 0–1: checking comes first and takes about as long as writing. null: not known, or nothing runs. */
  get fraction(): number | null {
    return this.#job.fraction;
  }

  /** Returns the ID of the new data set; null where it could not be opened. */
  open(): Promise<number | null> {
    const { fetchFile, restoreProject, deleteOrphanRows: tidyUp } = this.#ports;
    const name = START_FILES[getLocale()];
    return this.#job.run(null, async (options) => {
      const answer = await fetchFile(sampleAddress(name), options.signal);
      if (!answer.ok) {
        throw new AppError('file-unreadable', `expected ${name}, got status ${answer.status}`);
      }
      const file = new File([await answer.blob()], name);
      try {
        const { datasets } = await restoreProject({ file, passphrase: null }, options);
        return datasets[0]!.datasetId;
      } catch (error) {
        await tidyUp();
        throw error;
      }
    });
  }
}

/** Returns whether the plans of a data set begin before today. */
export async function arePlansPast(datasetId: number, now: number = Date.now()): Promise<boolean> {
  const ranking = await loadRanking(datasetId);
  return ranking !== undefined && ranking.earliestDay < localDay(now);
}
