import { takeInventory, type StoredGroup } from '#storage/inventory.ts';
import { TRIED_ADDRESS, TRIED_WORD, trySending, type SendingResult } from '#jobs/try-sending.ts';
import { appScope } from './addresses.ts';

export { TRIED_ADDRESS, TRIED_WORD };

export type SendingTrial =
  | { readonly status: 'none' | 'running' }
  | { readonly status: 'done'; readonly results: readonly SendingResult[] };

/** What a doubtful seller can look at and try. */
export class PrivacyCheck {
  #stored = $state.raw<readonly StoredGroup[] | null>(null);
  #trial = $state.raw<SendingTrial>({ status: 'none' });
  #failure = $state.raw<unknown>(null);

  readonly scope: string = appScope();

  /** Null until all has been read once. */
  get stored(): readonly StoredGroup[] | null {
    return this.#stored;
  }

  get trial(): SendingTrial {
    return this.#trial;
  }

  get failure(): unknown {
    return this.#failure;
  }

  async look(): Promise<void> {
    try {
      this.#stored = [...(await takeInventory(this.scope)), lookKept()];
    } catch (failure) {
      this.#failure = failure;
    }
  }

  async trySending(): Promise<void> {
    this.#trial = { status: 'running' };
    try {
      this.#trial = { status: 'done', results: await trySending() };
    } catch (failure) {
      this.#trial = { status: 'none' };
      this.#failure = failure;
    }
  }
}

function lookKept(): StoredGroup {
  const names: string[] = [];
  let bytes = 0;
  try {
    for (const [name, value] of Object.entries(localStorage) as [string, string][]) {
      names.push(name);
      bytes += 2 * (name.length + value.length);
    }
  } catch {
    // Where storage is forbidden there is none.
  }
  return { kind: 'look', places: names, count: names.length, bytes };
}
