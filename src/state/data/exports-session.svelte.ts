import { inertText } from '#core/base/text/inert-text.ts';
import { createContext } from 'svelte';
import type { ImportReport } from '#core/import/columns/import-report.ts';
import {
  USUAL_DERIVATION,
  type DerivationSettings,
} from '#core/import/derivation/derivation-settings.ts';
import { isStopping } from '#core/import/platform-files/export-problem.ts';
import type { ExportsPreview } from '#core/import/marketing/exports-preview.ts';
import { NOTHING_SAID, type ReportChoice } from '#core/import/marketing/report-match.ts';
import { MIN_LAUNCHES } from '#core/launch/history-sizes.ts';
import type { Progress } from '#core/base/progress.ts';
import { dataset } from '#jobs/jobs.ts';
import type { DeviceStorage } from '../base/device-storage.svelte.ts';
import { JobState } from '../base/job-state.svelte.ts';
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

/** Files of reviews or market data, which belong to launches that are there already. */
interface FilesBesideLaunches {
  readonly status: 'reviews' | 'market';
  readonly files: readonly File[];
}

type ExportsPhase =
  | { readonly status: 'idle' }
  | {
      readonly status: 'reading' | 'importing';
      readonly name: string;
      readonly progress: Progress | null;
    }
  | { readonly status: 'choosing'; readonly shop: OpenedShop }
  | FilesBesideLaunches
  | { readonly status: 'failed'; readonly error: unknown };

export type ExportsJobs = Pick<typeof dataset, 'openFiles' | 'previewExports' | 'importExports'>;

type OpenedTable = Extract<Awaited<ReturnType<ExportsJobs['openFiles']>>, { kind: 'table' }>;

interface Named {
  readonly name: string;
}

/** Imports exports of platforms: recognises them, derives launches and stores these. */
export class ExportsSession {
  readonly #storage: Pick<DeviceStorage, 'keep'>;
  readonly #jobs: ExportsJobs;
  /** Answers a table of launches where no file is an export. Deriving launches again is not shown as running. */
  readonly #reading = new JobState<OpenedTable | null, Named & { readonly isAgain: boolean }>(
    importFraction,
  );
  readonly #importing = new JobState<ImportReport, Named>(importFraction);
  #shop = $state.raw<OpenedShop | null>(null);
  #beside = $state.raw<FilesBesideLaunches | null>(null);

  constructor(storage: Pick<DeviceStorage, 'keep'>, withJobs: ExportsJobs = dataset) {
    this.#storage = storage;
    this.#jobs = withJobs;
  }

  readonly phase: ExportsPhase = $derived.by(() => {
    const [reading, importing] = [this.#reading.phase, this.#importing.phase];
    if (importing.status === 'running')
      return { status: 'importing', name: importing.subject.name, progress: importing.progress };
    if (reading.status === 'running' && !reading.subject.isAgain)
      return { status: 'reading', name: reading.subject.name, progress: reading.progress };
    const error = this.#importing.error ?? this.#reading.error;
    if (error !== null) return { status: 'failed', error };
    if (this.#beside) return this.#beside;
    return this.#shop ? { status: 'choosing', shop: this.#shop } : { status: 'idle' };
  });

  get isBusy(): boolean {
    return this.phase.status === 'reading' || this.phase.status === 'importing';
  }

  get fraction(): number | null {
    return this.#importing.fraction ?? this.#reading.fraction;
  }

  /** Whether nothing prevents the import. */
  readonly isReady: boolean = $derived(
    this.phase.status === 'choosing' &&
      !this.phase.shop.isChanging &&
      !this.phase.shop.preview.problems.some(isStopping) &&
      (this.phase.shop.preview.account?.launchCount ?? 0) >= MIN_LAUNCHES,
  );

  /**
   * Opens the files if one of them is an export, or all hold reviews or market data. Returns the first as a table of
   * launches where none is, and null where they were opened here, also where that was stopped or failed.
   */
  open(files: readonly File[]): Promise<OpenedTable | null> {
    this.cancel();
    const subject = { name: nameOf(files), isAgain: false };
    return this.#reading.run(subject, async (options) => {
      const opened = await this.#jobs.openFiles(requestOf({ files, ...AS_USUAL }), options);
      options.signal.throwIfAborted();
      if (opened.kind === 'table') return opened;
      if (opened.kind === 'exports') this.#show(files, AS_USUAL, opened.preview);
      else this.#beside = { status: opened.kind, files };
      return null;
    });
  }

  /** Adds more files of the same shop. */
  async add(added: readonly File[]): Promise<void> {
    const shop = this.#taken();
    if (!shop) return;
    const files = [...shop.files, ...added];
    await this.#reading.run({ name: nameOf(files), isAgain: false }, async (options) => {
      const preview = await this.#jobs.previewExports(requestOf({ ...shop, files }), options);
      options.signal.throwIfAborted();
      this.#show(files, shop, preview);
      return null;
    });
  }

  rename(name: string): void {
    if (this.#shop) this.#shop = { ...this.#shop, name };
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
    const shop = this.#taken();
    if (!shop) return null;
    const name = shop.name.trim() || nameOf(shop.files);
    return this.#importing.run({ name }, async (options) => {
      const report = await this.#jobs.importExports({ ...requestOf(shop), name }, options);
      void this.#storage.keep();
      return report;
    });
  }

  cancel(): void {
    this.#reading.cancel();
    this.#importing.cancel();
    this.#shop = null;
    this.#beside = null;
  }

  /** Takes the shop off the page for work on it; returns null where none is shown. */
  #taken(): OpenedShop | null {
    if (this.phase.status !== 'choosing') return null;
    const { shop } = this.phase;
    this.cancel();
    return shop;
  }

  #show(files: readonly File[], choice: ShopChoice, preview: ExportsPreview): void {
    const { settings, timeZone, reportChoice } = choice;
    const name = choice.name ?? shopName(preview);
    this.#shop = { files, name, settings, timeZone, reportChoice, preview, isChanging: false };
  }

  async #change(edit: (shop: OpenedShop) => Partial<OpenedShop>): Promise<void> {
    if (this.phase.status !== 'choosing') return;
    const shop = { ...this.phase.shop, ...edit(this.phase.shop), isChanging: true };
    this.#shop = shop;
    await this.#reading.run({ name: shop.name, isAgain: true }, async ({ signal }) => {
      const preview = await this.#jobs.previewExports(requestOf(shop), { signal });
      signal.throwIfAborted();
      // The shop may have been renamed meanwhile.
      if (this.#shop) this.#shop = { ...this.#shop, preview, isChanging: false };
      return null;
    });
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
