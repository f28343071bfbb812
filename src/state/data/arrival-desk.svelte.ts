import { fileKind, TELLING_BYTES, type FileKind } from '#core/app/file-kind.ts';
import { takeSharedFiles } from '#storage/data/shared-files.ts';
import { appScope } from '../base/addresses.ts';
import type { Arrivals } from './arrivals.svelte.ts';
import type { ExportsSession } from './exports-session.svelte.ts';
import type { ImportSession } from './import-session.svelte.ts';

/** What the seller has to know or decide about files that arrived. */
export type ArrivalNote =
  | { readonly kind: 'unknown' | 'left-aside'; readonly names: readonly string[] }
  /** Another file is being imported, and would be put aside. */
  | { readonly kind: 'busy'; readonly names: readonly string[]; readonly other: string }
  /** A model belongs to launches, and there are none. */
  | { readonly kind: 'no-launches'; readonly names: readonly string[] }
  | { readonly kind: 'too-large' | 'failed' };

/** Destination of files that arrived. */
export type Delivery =
  | { readonly to: 'import'; readonly files: readonly File[] }
  /** More exports of the shop on screen. */
  | { readonly to: 'shop'; readonly files: readonly File[] }
  /** The file waits on that page. */
  | { readonly to: 'settings' | 'model' };

interface Options {
  readonly arrivals: Pick<Arrivals, 'waiting'>;
  readonly importing: Pick<ImportSession, 'phase'>;
  readonly exporting: Pick<ExportsSession, 'phase'>;
  readonly hasLaunches: () => Promise<boolean>;
  readonly takeShared?: () => Promise<readonly File[]>;
}

/**
 * Sorts what arrives: finds the page for it, asks before it interrupts an import, and explains files that cannot be
 * used.
 */
export class ArrivalDesk {
  readonly #options: Options;
  #note = $state.raw<ArrivalNote | null>(null);
  #held: readonly File[] = [];

  constructor(options: Options) {
    this.#options = options;
  }

  get note(): ArrivalNote | null {
    return this.#note;
  }

  /** Notes that shared or opened files could not be received. */
  fail(kind: 'too-large' | 'failed'): void {
    this.#note = { kind };
  }

  /** Returns the files that another app shared. An address that is opened again brings none a second time. */
  async takeShared(result: string): Promise<readonly File[]> {
    const { takeShared = () => takeSharedFiles(appScope()) } = this.#options;
    const files = await takeShared();
    if (result === 'too-large' || result === 'failed') this.fail(result);
    return files;
  }

  dismiss(): void {
    this.#note = null;
    this.#held = [];
  }

  /** Returns the held files for import, which puts aside the import under way. */
  insist(): Delivery {
    const files = this.#held;
    this.dismiss();
    return { to: 'import', files };
  }

  /** Sorts files that arrived. Returns null where none goes anywhere now; the note says why. */
  async sort(files: readonly File[]): Promise<Delivery | null> {
    if (files.length === 0) return null;
    this.dismiss();
    const kinds = await Promise.all(files.map(kindOf));
    const chosen = (['table', 'project', 'model'] as const).find((kind) => kinds.includes(kind));
    if (!chosen) {
      this.#note = { kind: 'unknown', names: namesOf(files) };
      return null;
    }
    const alike = files.filter((_, i) => kinds[i] === chosen);
    const taken = chosen === 'table' ? alike : alike.slice(0, 1);
    const left = files.filter((file) => !taken.includes(file));
    if (left.length > 0) this.#note = { kind: 'left-aside', names: namesOf(left) };
    return chosen === 'table' ? this.#deliverTables(taken) : this.#keep(chosen, taken);
  }

  #deliverTables(files: readonly File[]): Delivery | null {
    const { importing, exporting } = this.#options;
    if (exporting.phase.status === 'choosing') return { to: 'shop', files };
    const other = nameOnItsWay(exporting.phase) ?? nameOnItsWay(importing.phase);
    if (other === null) return { to: 'import', files };
    this.#held = files;
    this.#note = { kind: 'busy', names: namesOf(files), other };
    return null;
  }

  async #keep(kind: 'project' | 'model', files: readonly File[]): Promise<Delivery | null> {
    const [file] = files;
    if (kind === 'model' && !(await this.#options.hasLaunches())) {
      this.#note = { kind: 'no-launches', names: namesOf(files) };
      return null;
    }
    this.#options.arrivals.waiting = { kind, file: file! };
    return { to: kind === 'project' ? 'settings' : 'model' };
  }
}

const namesOf = (files: readonly File[]) => files.map(({ name }) => name);

/** Returns the name of what is being read, matched or imported, else null. */
function nameOnItsWay(phase: ImportSession['phase'] | ExportsSession['phase']): string | null {
  if (phase.status === 'reading' || phase.status === 'importing') return phase.name;
  return phase.status === 'mapping' ? phase.opened.name : null;
}

/**
 * Returns the kind of a file. One that cannot be read, such as a folder, is judged by its name alone; if that is a
 * table's, the import reports the error.
 */
async function kindOf(file: File): Promise<FileKind> {
  const beginning = await file
    .slice(0, TELLING_BYTES)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  return fileKind(file.name, new Uint8Array(beginning));
}
