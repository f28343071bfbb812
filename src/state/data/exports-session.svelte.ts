import { inertText } from '#core/base/text/inert-text.ts';
import { createContext } from 'svelte';
import type { ImportReport } from '#core/import/columns/import-report.ts';
import { isAbort } from '#core/base/errors.ts';
import {
  USUAL_DERIVATION,
  type DerivationSettings,
} from '#core/import/derivation/derivation-settings.ts';
import { isStopping } from '#core/import/platform-files/export-problem.ts';
import type { ExportsPreview } from '#core/import/marketing/exports-preview.ts';
import { NOTHING_SAID, type ReportChoice } from '#core/import/marketing/report-match.ts';
import { MIN_LAUNCHES } from '#core/launch/history-sizes.ts';
import type { Progress } from '#core/base/progress.ts';
import { dataset, type JobOptions } from '#jobs/jobs.ts';
import type { DeviceStorage } from '../base/device-storage.svelte.ts';
import { importFraction } from './import-fraction.ts';
import { promotionWords } from './promotion-words.ts';

/** Exports of a shop, from which launches are derived. */
export interface OpenedShop {
  readonly files: readonly File[];
  readonly name: string;
  readonly settings: DerivationSettings;
  /** Time zone that decides the day of a sale: an IANA name; null keeps the days that the files write. */
  readonly timeZone: string | null;
  readonly reportChoice: ReportChoice;
  readonly preview: ExportsPreview;
  /** Whether launches are being derived again after a change of settings. */
  readonly isChanging: boolean;
}

type ExportsPhase =
  | { readonly status: 'idle' }
  | {
      readonly status: 'reading' | 'importing';
      readonly name: string;
      readonly progress: Progress | null;
    }
  | { readonly status: 'choosing'; readonly shop: OpenedShop }
  | { readonly status: 'failed'; readonly error: unknown };

export type ExportsJobs = Pick<
  typeof dataset,
  'recogniseFiles' | 'previewExports' | 'importExports'
>;

/** Imports exports of platforms: recognises them, derives launches and stores these. */
export class ExportsSession {
  readonly #storage: Pick<DeviceStorage, 'keep'>;
  readonly #jobs: ExportsJobs;
  #phase = $state.raw<ExportsPhase>({ status: 'idle' });
  #controller = new AbortController();

  constructor(storage: Pick<DeviceStorage, 'keep'>, withJobs: ExportsJobs = dataset) {
    this.#storage = storage;
    this.#jobs = withJobs;
  }

  get phase(): ExportsPhase {
    return this.#phase;
  }

  get isBusy(): boolean {
    return this.#phase.status === 'reading' || this.#phase.status === 'importing';
  }

  readonly fraction: number | null = $derived.by(() => {
    const phase = this.#phase;
    if (phase.status !== 'reading' && phase.status !== 'importing') return null;
    return phase.progress && importFraction(phase.progress);
  });

  /** Whether nothing prevents the import. */
  readonly isReady: boolean = $derived(
    this.#phase.status === 'choosing' &&
      !this.#phase.shop.isChanging &&
      !this.#phase.shop.preview.problems.some(isStopping) &&
      (this.#phase.shop.preview.account?.launchCount ?? 0) >= MIN_LAUNCHES,
  );

  /** Opens the files if one of them is an export. Returns false where none is: they may be tables of launches. */
  async open(files: readonly File[]): Promise<boolean> {
    const isTaken = await this.#attempt(async (signal) => {
      this.#phase = { status: 'reading', name: nameOf(files), progress: null };
      const isExport = await this.#jobs.recogniseFiles(files, { signal });
      signal.throwIfAborted();
      if (!isExport.includes(true)) {
        this.#phase = { status: 'idle' };
        return false;
      }
      await this.#read(files, AS_USUAL, signal);
      return true;
    });
    // Failures and stops are handled here, so those files count as opened.
    return isTaken ?? true;
  }

  /** Adds more files of the same shop. */
  async add(files: readonly File[]): Promise<void> {
    if (this.#phase.status !== 'choosing') return;
    const { shop } = this.#phase;
    await this.#attempt((signal) => this.#read([...shop.files, ...files], shop, signal));
  }

  rename(name: string): void {
    if (this.#phase.status === 'choosing')
      this.#phase = { status: 'choosing', shop: { ...this.#phase.shop, name } };
  }

  /** Derives the launches again with other settings. */
  decide(change: Partial<DerivationSettings>): Promise<void> {
    return this.#change(({ settings }) => ({ settings: { ...settings, ...change } }));
  }

  /** Derives the launches again with the days of another time zone. */
  tellDaysBy(timeZone: string | null): Promise<void> {
    return this.#change(() => ({ timeZone }));
  }

  /** Joins reports of ads and visits again; choices for other files and matches stay. */
  sayOfReports(said: Partial<ReportChoice>): Promise<void> {
    return this.#change(({ reportChoice: before }) => ({
      reportChoice: {
        ...{ ...before, ...said },
        days: { ...before.days, ...said.days },
        matches: { ...before.matches, ...said.matches },
      },
    }));
  }

  /** Imports the launches. Returns the report, or null where it was stopped or failed. */
  async confirm(): Promise<ImportReport | null> {
    if (this.#phase.status !== 'choosing') return null;
    const { shop } = this.#phase;
    return this.#attempt(async (signal) => {
      const named = shop.name.trim() || nameOf(shop.files);
      this.#phase = { status: 'importing', name: named, progress: null };
      const request = { ...requestOf(shop), name: named };
      const report = await this.#jobs.importExports(request, this.#following(signal, named));
      void this.#storage.keep();
      this.#phase = { status: 'idle' };
      return report;
    });
  }

  cancel(): void {
    this.#controller.abort();
    this.#phase = { status: 'idle' };
  }

  async #read(files: readonly File[], choice: ShopChoice, signal: AbortSignal): Promise<void> {
    const { settings, timeZone, reportChoice } = choice;
    const named = nameOf(files);
    this.#phase = { status: 'reading', name: named, progress: null };
    const request = requestOf({ files, settings, timeZone, reportChoice });
    const preview = await this.#jobs.previewExports(request, this.#following(signal, named));
    signal.throwIfAborted();
    const name = choice.name ?? shopName(preview);
    const shop = { files, name, settings, timeZone, reportChoice, preview, isChanging: false };
    this.#phase = { status: 'choosing', shop };
  }

  async #change(edit: (shop: OpenedShop) => Partial<OpenedShop>): Promise<void> {
    if (this.#phase.status !== 'choosing') return;
    const shop = { ...this.#phase.shop, ...edit(this.#phase.shop), isChanging: true };
    this.#phase = { status: 'choosing', shop };
    await this.#attempt(async (signal) => {
      const preview = await this.#jobs.previewExports(requestOf(shop), { signal });
      signal.throwIfAborted();
      if (this.#phase.status !== 'choosing') return;
      // The shop may have been renamed meanwhile.
      const now = this.#phase.shop;
      this.#phase = { status: 'choosing', shop: { ...now, preview, isChanging: false } };
    });
  }

  #following(signal: AbortSignal, name: string): JobOptions {
    return {
      signal,
      onProgress: (progress) => {
        const { status } = this.#phase;
        if (signal.aborted || (status !== 'reading' && status !== 'importing')) return;
        this.#phase = { status, name, progress };
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
}

type ShopWishes = Pick<OpenedShop, 'settings' | 'timeZone' | 'reportChoice'>;
type ShopChoice = ShopWishes & { readonly name: string | null };
const AS_USUAL: ShopChoice = {
  settings: USUAL_DERIVATION,
  timeZone: null,
  reportChoice: NOTHING_SAID,
  name: null,
};

function requestOf(shop: ShopWishes & Pick<OpenedShop, 'files'>) {
  const { files, settings, timeZone, reportChoice } = shop;
  return { files, settings, timeZone, reportChoice, words: promotionWords() };
}

function nameOf(files: readonly File[]): string {
  return files.map(({ name }) => name).join(', ');
}

/** Returns the platform's name, else that of the first file without its extension. */
function shopName({ files }: ExportsPreview): string {
  const platform = files.map(({ found }) => found?.platform ?? '').find((name) => name !== '');
  return platform ?? inertText(files[0]?.name ?? '').replace(/\.[^.]*$/, '');
}

export const [useExportsSession, provideExportsSession] = createContext<ExportsSession>();
