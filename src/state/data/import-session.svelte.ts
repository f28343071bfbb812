import { inertText } from '#core/base/text/inert-text.ts';
import { createContext } from 'svelte';
import type {
  FilePreview,
  ImportReport,
  UndecidedDate,
} from '#core/import/columns/import-report.ts';
import type { Issue } from '#core/import/csv/issues.ts';
import type { DateOrder } from '#core/import/values/read-date.ts';
import { AS_DETECTED, type ReadingChoice } from '#core/import/csv/reading-choice.ts';
import { AppError, isAbort } from '#core/base/errors.ts';
import type { Progress } from '#core/base/progress.ts';
import type { SampleName, SampleOrigin } from '#core/launch/sample.ts';
import type { FieldName } from '#core/launch/fields.ts';
import type { Mapping } from '#core/import/schema/mapping.ts';
import { dataset, type JobOptions } from '#jobs/jobs.ts';
import type { DeviceStorage } from '../base/device-storage.svelte.ts';
import { importFraction } from './import-fraction.ts';
import {
  assignColumn,
  carryOver,
  chooseMatch,
  clashingFields,
  draftIssues,
  droppedColumns,
  proposalOf,
  toggleAttribute,
  undecidedDate,
  withoutColumn,
  withoutMatch,
  type MappingDraft,
} from './mapping-draft.ts';
import { fetchSample, type SampleExtras } from './sample-files.ts';
import { offeredSample } from './samples.ts';
import { secondsLeft } from '../base/time-left.ts';
import { later } from '../base/later.ts';

const { deleteDataset } = later(() => import('#storage/data/datasets.ts'));
const { saveMarket } = later(() => import('#storage/data/selling-events.ts'));

/** A file whose columns are being matched. */
interface OpenedFile extends MappingDraft {
  readonly file: File;
  readonly name: string;
  /** How the preview was read. */
  readonly reading: ReadingChoice;
  /** Reading that is under way; null once its preview is shown. */
  readonly nextReading: ReadingChoice | null;
  readonly preview: FilePreview;
  /** The seller's answer, where the dates of the column are ambiguous. */
  readonly dateOrder: DateOrder | null;
}

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

interface ImportOptions {
  readonly origin: SampleOrigin;
  /** What a sample has besides launches; null for the seller's own file. */
  readonly extras: SampleExtras | null;
  /** Skips the question whether so many rows are launches. */
  readonly areLaunches: boolean;
  readonly signal: AbortSignal;
}

const AS_FOUND = { reading: AS_DETECTED, nextReading: null, dateOrder: null } as const;
const NOTHING_MAPPED: Mapping = { fields: {}, attributes: [] };

/** Fetched with the first file, so no page loads it at start. */
const memory = () => import('./mapping-memory.ts');

const jobs = {
  previewFile: dataset.previewFile,
  importFile: dataset.importFile,
  importProducts: dataset.importProducts,
  saveMarket,
  deleteDataset,
  fetchFile: (address: string, signal: AbortSignal) => fetch(address, { signal }),
  recallMapping: async (headers: readonly string[]) => (await memory()).recallMapping(headers),
  rememberMapping: async (headers: readonly string[], mapping: Mapping) =>
    (await memory()).rememberMapping(headers, mapping),
};
export type ImportJobs = typeof jobs;

/**
 * Imports one file: reads it, matches its columns, stores its launches. What was stored before stays until the last
 * step.
 */
export class ImportSession {
  readonly #storage: Pick<DeviceStorage, 'keep'>;
  readonly #jobs: ImportJobs;
  #phase = $state.raw<ImportPhase>({ status: 'idle' });
  /** Kept during the import, so that a refused choice of columns can be corrected. */
  #opened = $state.raw<OpenedFile | null>(null);
  #controller = new AbortController();

  constructor(storage: Pick<DeviceStorage, 'keep'>, withJobs: ImportJobs = jobs) {
    this.#storage = storage;
    this.#jobs = withJobs;
  }

  get phase(): ImportPhase {
    return this.#phase;
  }

  get isBusy(): boolean {
    return this.#phase.status === 'reading' || this.#phase.status === 'importing';
  }

  readonly issues: readonly Issue[] = $derived(
    this.#opened ? draftIssues(this.#opened.mapping, this.#opened.preview) : [],
  );

  readonly clashing: ReadonlySet<FieldName> = $derived(
    clashingFields(this.#opened?.mapping ?? NOTHING_MAPPED),
  );

  /** Whether nothing prevents the import. */
  readonly isReady: boolean = $derived(
    this.#opened?.nextReading == null && !this.issues.some(({ severity }) => severity === 'error'),
  );

  /** A launch date with an ambiguous order of day and month, where no row of its column decides; else null. */
  readonly undecidedDate: UndecidedDate | null = $derived(
    this.#opened ? undecidedDate(this.#opened) : null,
  );

  /** Whether the seller has to confirm that so many rows in so short a time are launches. */
  get asksWhetherLaunches(): boolean {
    const error = this.canCorrect && this.#phase.status === 'failed' && this.#phase.error;
    return error instanceof AppError && error.code === 'launches-implausible';
  }

  /** Whether a failed import can return to the choice of columns. */
  get canCorrect(): boolean {
    return this.#phase.status === 'failed' && this.#opened !== null;
  }

  readonly fraction: number | null = $derived.by(() => {
    const phase = this.#phase;
    if (phase.status !== 'reading' && phase.status !== 'importing') return null;
    return phase.progress && importFraction(phase.progress);
  });

  /** Reads a file and proposes what its columns mean. */
  async open(file: File): Promise<void> {
    this.#opened = null;
    await this.#attempt(async (signal) => {
      const preview = await this.#read(file, signal);
      const name = inertText(file.name).replace(/(?<=.)\.[^.]*$/, '');
      const proposal = await this.#propose(preview);
      signal.throwIfAborted();
      this.#edit({ file, name, preview, ...proposal, ...AS_FOUND });
    });
  }

  /** Reads the opened file in another way; keeps choices whose columns are still there. */
  async reread(reading: ReadingChoice): Promise<void> {
    const { file } = this.#opened ?? {};
    if (!file || this.#phase.status !== 'mapping') return;
    this.#change(() => ({ nextReading: reading }));
    await this.#attempt(async (signal) => {
      const preview = await this.#jobs.previewFile({ file, reading }, { signal });
      signal.throwIfAborted();
      this.#change((opened) => ({
        ...{ reading, nextReading: null, preview },
        ...carryOver(opened, opened.preview, preview),
      }));
    });
  }

  assign(field: FieldName, header: string | null): void {
    this.#change(({ mapping, matches, dateOrder }) => ({
      mapping: assignColumn(mapping, field, header),
      matches: chooseMatch(matches, field, header),
      dateOrder: field === 'launchDate' ? null : dateOrder,
    }));
  }

  /** Keeps a personal column, or drops it again with whatever was read from it. */
  keepPersonal(header: string, isKept: boolean): void {
    this.#change(({ kept, mapping, matches }) =>
      isKept
        ? { kept: [...kept, header] }
        : {
            kept: kept.filter((each) => each !== header),
            mapping: withoutColumn(mapping, header),
            matches: withoutMatch(matches, header),
          },
    );
  }

  toggleAttribute(header: string): void {
    this.#change((opened) => ({ mapping: toggleAttribute(opened.mapping, header) }));
  }

  orderDates(dateOrder: DateOrder): void {
    this.#change(() => ({ dateOrder }));
  }

  rename(name: string): void {
    this.#change(() => ({ name }));
  }

  /** Returns from a refused import, or from a way of reading that failed, to the choice of columns. */
  correct(): void {
    if (this.#opened) this.#edit({ ...this.#opened, nextReading: null });
  }

  /** Imports the opened file with the chosen columns. Returns the report, or null where it was stopped or failed. */
  async confirm({ areLaunches = false } = {}): Promise<ImportReport | null> {
    const opened = this.#opened;
    if (!opened) return null;
    const report = await this.#attempt((signal) =>
      this.#import(opened, { origin: { sample: null }, extras: null, areLaunches, signal }),
    );
    if (report) await this.#remember(opened);
    return report;
  }

  /** Imports a sample of the app in the language on screen, with its new products and its market. */
  async importSample(sample: SampleName): Promise<ImportReport | null> {
    const offered = offeredSample(sample);
    const { name, language } = offered;
    this.#opened = null;
    return this.#attempt(async (signal) => {
      this.#phase = { status: 'reading', name, progress: null };
      const { file, extras } = await fetchSample(offered, this.#jobs.fetchFile, signal);
      const preview = await this.#read(file, signal);
      const opened = { file, name, preview, ...proposalOf(preview), ...AS_FOUND };
      const origin = { sample, sampleLanguage: language };
      return this.#import(opened, { origin, extras, areLaunches: true, signal });
    });
  }

  cancel(): void {
    this.#controller.abort();
    this.#opened = null;
    this.#phase = { status: 'idle' };
  }

  async #read(file: File, signal: AbortSignal): Promise<FilePreview> {
    const named = { status: 'reading', name: inertText(file.name) } as const;
    this.#phase = { ...named, progress: null };
    const preview = await this.#jobs.previewFile(
      { file, reading: AS_DETECTED },
      {
        signal,
        onProgress: (progress) => this.#progressed(signal, { ...named, progress }),
      },
    );
    // The answer may arrive after a request to stop.
    signal.throwIfAborted();
    return preview;
  }

  /** Returns the mapping that the seller confirmed for such headers, else the one that the headers suggest. */
  async #propose(preview: FilePreview): Promise<MappingDraft> {
    try {
      const remembered = await this.#jobs.recallMapping(preview.headers);
      if (remembered) return proposalOf({ ...preview, ...remembered });
    } catch {
      // Where the stored mapping cannot be read, the headers decide.
    }
    return proposalOf(preview);
  }

  async #remember({ preview, mapping }: OpenedFile): Promise<void> {
    try {
      await this.#jobs.rememberMapping(preview.headers, mapping);
    } catch {
      // The launches are stored; only the next proposal lacks this mapping.
    }
  }

  async #import(opened: OpenedFile, options: ImportOptions): Promise<ImportReport> {
    const report = await this.#importLaunches(opened, options);
    await this.#complete(report.datasetId, opened.name, options);
    void this.#storage.keep();
    this.#opened = null;
    this.#phase = { status: 'done', report };
    return report;
  }

  #importLaunches(opened: OpenedFile, options: ImportOptions): Promise<ImportReport> {
    const { file, reading, name, mapping, preview, kept } = opened;
    const { origin, areLaunches, signal } = options;
    const request = {
      ...{ file, reading, mapping, name: name.trim() || inertText(file.name), ...origin },
      dropColumns: droppedColumns(preview, kept),
      dateOrder: undecidedDate(opened) ? opened.dateOrder : null,
      areLaunches,
    };
    return this.#jobs.importFile(request, this.#importing(name, signal));
  }

  /**
   * Adds a sample's market and products. Where that fails, or the seller has cancelled meanwhile, deletes the data set
   * again.
   */
  async #complete(
    datasetId: number,
    name: string,
    { extras, signal }: ImportOptions,
  ): Promise<void> {
    try {
      signal.throwIfAborted();
      if (!extras) return;
      const { market, products } = extras;
      await this.#jobs.saveMarket(datasetId, market);
      await this.#jobs.importProducts({ file: products, datasetId }, this.#importing(name, signal));
      signal.throwIfAborted();
    } catch (error) {
      await this.#jobs.deleteDataset(datasetId);
      throw error;
    }
  }

  /** Shows that something is being imported, and its progress. */
  #importing(name: string, signal: AbortSignal): JobOptions {
    const named = { status: 'importing', name } as const;
    const startedMs = performance.now();
    this.#phase = { ...named, progress: null, secondsLeft: null };
    return {
      signal,
      onProgress: (progress) => {
        const left = secondsLeft(importFraction(progress), performance.now() - startedMs);
        this.#progressed(signal, { ...named, progress, secondsLeft: left });
      },
    };
  }

  async #attempt<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    this.#controller.abort();
    const { signal } = (this.#controller = new AbortController());
    try {
      return await work(signal);
    } catch (error) {
      // A stopped attempt must not overwrite the one that replaced it.
      if (!signal.aborted)
        this.#phase = isAbort(error) ? { status: 'idle' } : { status: 'failed', error };
      return null;
    }
  }

  #progressed(signal: AbortSignal, phase: ImportPhase): void {
    if (!signal.aborted && this.#phase.status === phase.status) this.#phase = phase;
  }

  #change(edit: (opened: OpenedFile) => Partial<OpenedFile>): void {
    if (this.#phase.status === 'mapping' && this.#opened) {
      this.#edit({ ...this.#opened, ...edit(this.#opened) });
    }
  }

  #edit(opened: OpenedFile): void {
    this.#opened = opened;
    this.#phase = { status: 'mapping', opened };
  }
}

export const [useImportSession, provideImportSession] = createContext<ImportSession>();
