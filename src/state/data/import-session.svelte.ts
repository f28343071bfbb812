import { createContext } from 'svelte';
import { AppError } from '#core/base/errors.ts';
import type { Progress } from '#core/base/progress.ts';
import { inertText } from '#core/base/text/inert-text.ts';
import type { FilePreview, ImportReport } from '#core/import/columns/import-report.ts';
import { AS_DETECTED, type ReadingChoice } from '#core/import/csv/reading-choice.ts';
import type { SampleName } from '#core/launch/sample.ts';
import type { DeviceStorage } from '../base/device-storage.svelte.ts';
import { JobState } from '../base/job-state.svelte.ts';
import { secondsLeft } from '../base/time-left.ts';
import { ColumnChoice, type OpenedFile } from './column-choice.svelte.ts';
import { importFraction } from './import-fraction.ts';
import { importJobs, importLaunches, type ImportJobs } from './import-launches.ts';
import { carryOver, proposalOf, type MappingDraft } from './mapping-draft.ts';
import { fetchSample, type SampleExtras } from './sample-files.ts';
import { offeredSample, type SampleSize } from './samples.ts';

type ImportPhase =
  | { readonly status: 'idle' }
  | { readonly status: 'reading'; readonly name: string; readonly progress: Progress | null }
  | { readonly status: 'mapping'; readonly opened: OpenedFile }
  | {
      readonly status: 'importing';
      readonly name: string;
      readonly progress: Progress | null;
      /** Estimated time left, in seconds; null while there is no estimate. */
      readonly secondsLeft: number | null;
    }
  | { readonly status: 'done'; readonly report: ImportReport }
  | { readonly status: 'failed'; readonly error: unknown };

interface ReadFile {
  readonly opened: OpenedFile;
  /** What a sample has besides launches; null for the seller's own file. */
  readonly extras: SampleExtras | null;
}

const AS_FOUND = {
  ...{ reading: AS_DETECTED, nextReading: null },
  ...{ dateOrder: null, horizonDays: null },
} as const;

/**
 * Imports one file: reads it, matches its columns, stores its launches. What was stored before stays until the last
 * step.
 */
export class ImportSession {
  readonly #storage: Pick<DeviceStorage, 'keep'>;
  readonly #jobs: ImportJobs;
  /** Another reading of the opened file is not shown as running. */
  readonly #reading = new JobState<ReadFile, { readonly name: string; readonly isAgain: boolean }>(
    importFraction,
  );
  readonly #importing = new JobState<
    ImportReport,
    { readonly name: string; readonly startedMs: number }
  >(importFraction);
  /** Kept during the import, so that a refused choice of columns can be corrected. */
  readonly columns = new ColumnChoice();

  constructor(storage: Pick<DeviceStorage, 'keep'>, withJobs: ImportJobs = importJobs) {
    this.#storage = storage;
    this.#jobs = withJobs;
  }

  readonly phase: ImportPhase = $derived.by(() => {
    const error = this.#importing.error ?? this.#reading.error;
    if (error !== null) return { status: 'failed', error };
    const { opened } = this.columns;
    return this.#importPhase ?? this.#readingPhase ?? phaseOf(opened);
  });

  readonly #importPhase: ImportPhase | null = $derived.by(() => {
    const phase = this.#importing.phase;
    if (phase.status === 'done') return { status: 'done', report: phase.result };
    if (phase.status !== 'running') return null;
    const { subject, progress } = phase;
    const fraction = progress && importFraction(progress);
    const left = secondsLeft(fraction, performance.now() - subject.startedMs);
    return { status: 'importing', name: subject.name, progress, secondsLeft: left };
  });

  readonly #readingPhase: ImportPhase | null = $derived.by(() => {
    const phase = this.#reading.phase;
    if (phase.status !== 'running' || phase.subject.isAgain) return null;
    return { status: 'reading', name: phase.subject.name, progress: phase.progress };
  });

  get isBusy(): boolean {
    return this.phase.status === 'reading' || this.phase.status === 'importing';
  }

  /** Whether the seller has to confirm that so many rows in so short a time are launches. */
  get asksWhetherLaunches(): boolean {
    const error = this.canCorrect && this.phase.status === 'failed' && this.phase.error;
    return error instanceof AppError && error.code === 'launches-implausible';
  }

  /** Whether a failed import can return to the choice of columns. */
  get canCorrect(): boolean {
    return this.phase.status === 'failed' && this.columns.opened !== null;
  }

  get fraction(): number | null {
    return this.#importing.fraction ?? this.#reading.fraction;
  }

  /** Reads a file, unless its preview is known, and proposes what its columns mean. */
  async open(file: File, known: FilePreview | null = null): Promise<void> {
    this.cancel();
    const subject = { name: inertText(file.name), isAgain: false };
    await this.#reading.run(subject, async (options) => {
      const asked = { file, reading: AS_DETECTED };
      const preview = known ?? (await this.#jobs.previewFile(asked, options));
      const name = subject.name.replace(/(?<=.)\.[^.]*$/, '');
      const opened = { ...AS_FOUND, ...(await this.#propose(preview)), file, name, preview };
      options.signal.throwIfAborted();
      this.columns.opened = opened;
      return { opened, extras: null };
    });
  }

  /** Reads the opened file in another way; keeps choices whose columns are still there. */
  async reread(reading: ReadingChoice): Promise<void> {
    if (this.phase.status !== 'mapping') return;
    const { file, name } = this.phase.opened;
    this.columns.change(() => ({ nextReading: reading }));
    await this.#reading.run({ name, isAgain: true }, async ({ signal }) => {
      const preview = await this.#jobs.previewFile({ file, reading }, { signal });
      signal.throwIfAborted();
      this.columns.change((opened) => ({
        ...{ reading, nextReading: null, preview },
        kind: opened.kind === 'launches' ? opened.kind : preview.kind,
        ...carryOver(opened, opened.preview, preview),
      }));
      return { opened: this.columns.opened!, extras: null };
    });
  }

  /** Shows the columns of a file that was taken for something else. */
  takeAsLaunches(): void {
    this.columns.change(() => ({ kind: 'launches' }));
  }

  /** Returns from a refused import, or from a way of reading that failed, to the choice of columns. */
  correct(): void {
    this.columns.change(() => ({ nextReading: null }));
    this.#stop();
  }

  /** Imports the opened file with the chosen columns. Returns the report, or null where it was stopped or failed. */
  async confirm({ areLaunches = false } = {}): Promise<ImportReport | null> {
    const { opened } = this.columns;
    if (!opened) return null;
    const origin = { sample: null };
    const report = await this.#import({ opened, extras: null }, { origin, areLaunches });
    if (report) await this.#remember(opened);
    return report;
  }

  /** Imports a sample of the app in the language on screen, with its new products and its market. */
  async importSample(sample: SampleName, size?: SampleSize): Promise<ImportReport | null> {
    const offered = offeredSample(sample, size);
    const { name, language } = offered;
    this.cancel();
    const origin = { sample, sampleLanguage: language };
    let imported: Promise<ImportReport | null> | null = null;
    await this.#reading.run({ name, isAgain: false }, async (options) => {
      const { file, extras } = await fetchSample(offered, this.#jobs.fetchFile, options.signal);
      const preview = await this.#jobs.previewFile({ file, reading: AS_DETECTED }, options);
      options.signal.throwIfAborted();
      const draft = { ...proposalOf(preview), kind: 'launches' } as const;
      const read = { opened: { ...AS_FOUND, ...draft, file, name, preview }, extras };
      // It begins before the reading ends, so that the page never shows neither.
      imported = this.#import(read, { origin, areLaunches: true });
      return read;
    });
    return imported;
  }

  cancel(): void {
    this.#stop();
    this.columns.opened = null;
  }

  #stop(): void {
    this.#reading.cancel();
    this.#importing.cancel();
  }

  /** Returns what the seller confirmed for such headers, else what the file suggests. */
  async #propose(preview: FilePreview): Promise<MappingDraft & Pick<OpenedFile, 'kind'>> {
    try {
      const remembered = await this.#jobs.recallMapping(preview.headers);
      if (remembered) return { ...proposalOf({ ...preview, ...remembered }), kind: 'launches' };
    } catch {
      // Where the stored mapping cannot be read, the headers decide.
    }
    return { ...proposalOf(preview), kind: preview.kind };
  }

  async #remember({ preview, mapping }: OpenedFile): Promise<void> {
    try {
      await this.#jobs.rememberMapping(preview.headers, mapping);
    } catch {
      // The launches are stored; only the next proposal lacks this mapping.
    }
  }

  #import(
    { opened, extras }: ReadFile,
    said: Omit<Parameters<typeof importLaunches>[1], 'extras'>,
  ): Promise<ImportReport | null> {
    this.#reading.cancel();
    const subject = { name: opened.name, startedMs: performance.now() };
    return this.#importing.run(subject, async (options) => {
      const jobs = this.#jobs;
      const report = await importLaunches(opened, { ...said, extras }, { jobs, ...options });
      void this.#storage.keep();
      this.columns.opened = null;
      return report;
    });
  }
}

function phaseOf(opened: OpenedFile | null): ImportPhase {
  return opened ? { status: 'mapping', opened } : { status: 'idle' };
}

export const [useImportSession, provideImportSession] = createContext<ImportSession>();
