// Files that lie beside the launches of a data set, such as reviews and market data: their import, one after the other, and
// their removal with undo.

import { isAbort } from '#core/base/errors.ts';
import type { JobPhase } from '#core/base/job-phase.ts';
import type { RecordChange, RecordConflict } from '#core/base/record-change.ts';
import type { JobOptions } from '#jobs/jobs.ts';
import { languageTag } from '#messages/language-tag.ts';
import { JobState } from '#state/base/job-state.svelte.ts';
import type { Notices, UndoQuestion } from '#state/base/notices.svelte.ts';
import { importFraction } from '../import-fraction.ts';

interface Named {
  readonly fileName: string;
}

/** @template A account of an imported file */
interface BesidePorts<A, F extends Named> {
  readonly importFile: (file: File, options: Required<JobOptions>) => Promise<A>;
  /** Removes the file at a place; null where there is none. */
  readonly remove: (place: number) => Promise<RecordChange<readonly F[]> | null>;
  readonly undo: (
    change: RecordChange<readonly F[]>,
    options: { readonly isForced: boolean },
  ) => Promise<RecordConflict<readonly F[]> | null>;
}

interface BesideWords {
  readonly removed: () => string;
  /** Asks whether to undo, though another tab has changed the files since. */
  readonly undoAsked: (versions: { readonly now: string; readonly before: string }) => string;
  /** Stands for no files. */
  readonly none: () => string;
}

/** @template A account of an imported file */
export class FilesBeside<A, F extends Named> {
  readonly #notices: Notices;
  readonly #ports: BesidePorts<A, F>;
  readonly #words: BesideWords;
  readonly #import = new JobState<A, string>(importFraction);
  #failure = $state.raw<unknown>(null);

  constructor(notices: Notices, ports: BesidePorts<A, F>, words: BesideWords) {
    this.#notices = notices;
    this.#ports = ports;
    this.#words = words;
  }

  /** Phase of the import of a file, by its name. */
  get importing(): JobPhase<A, string> {
    return this.#import.phase;
  }

  get isImporting(): boolean {
    return this.#import.isRunning;
  }

  /** Progress of the import, 0–1; null where it is not known. */
  get importFraction(): number | null {
    return this.#import.fraction;
  }

  /** The last error, or null. */
  get failure(): unknown {
    return this.#failure ?? this.#import.error ?? null;
  }

  /** Imports files, one after the other. Returns whether all were. */
  async importFiles(files: readonly File[]): Promise<boolean> {
    this.#failure = null;
    for (const file of files) {
      const account = await this.#import.run(file.name, (options) =>
        this.#ports.importFile(file, options),
      );
      if (!account) return false;
    }
    return true;
  }

  /** Stops at once for the seller; a worker may need a moment. */
  cancel(): void {
    this.#import.cancel();
  }

  /** Removes the file at a place, and offers to undo it. */
  async remove(place: number): Promise<void> {
    await this.attempt(async () => {
      const change = await this.#ports.remove(place);
      if (!change) return;
      this.#import.forget();
      this.#notices.offerUndo({
        text: this.#words.removed(),
        restore: () => this.#takeBack(change),
      });
    });
  }

  /** Shows what fails beside the files. Returns whether it did not fail. */
  async attempt(work: () => Promise<unknown>): Promise<boolean> {
    this.#failure = null;
    try {
      await work();
      return true;
    } catch (error) {
      if (!isAbort(error)) this.#failure = error;
      return false;
    }
  }

  /** Undoes a change, or returns a question where another tab has changed the files since. */
  async #takeBack(
    change: RecordChange<readonly F[]>,
    isForced = false,
  ): Promise<UndoQuestion | null> {
    let question: UndoQuestion | null = null;
    await this.attempt(async () => {
      const conflict = await this.#ports.undo(change, { isForced });
      if (!conflict) return;
      question = {
        text: this.#words.undoAsked({
          now: this.#namesOf(conflict.now),
          before: this.#namesOf(conflict.before),
        }),
        undoAnyway: async () => void (await this.#takeBack(change, true)),
      };
    });
    return question;
  }

  #namesOf(files: readonly F[] | null): string {
    const names = (files ?? []).map(({ fileName }) => fileName);
    if (names.length === 0) return this.#words.none();
    return new Intl.ListFormat(languageTag()).format(names);
  }
}
