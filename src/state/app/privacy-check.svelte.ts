import { storedBytes } from '#core/app/stored-bytes.ts';
import type { OrderReading } from '#storage/data/order-studies.ts';
import type { StoredGroup } from '#storage/app/inventory.ts';
import { TRIED_ADDRESS, TRIED_WORD, trySending, type SendingResult } from '#jobs/try-sending.ts';
import { appScope } from '../base/addresses.ts';
import { later } from '../base/later.ts';

const { takeInventory } = later(() => import('#storage/app/inventory.ts'));
const { listOrderReadings } = later(() => import('#storage/data/order-studies.ts'));

export { TRIED_ADDRESS, TRIED_WORD };

export type SendingTrial =
  | { readonly status: 'none' | 'running' }
  | { readonly status: 'done'; readonly results: readonly SendingResult[] };

/** Lets sellers check what the app stores, and try whether it can send data. */
export class PrivacyCheck {
  #stored = $state.raw<readonly StoredGroup[] | null>(null);
  #orders = $state.raw<readonly OrderReading[]>([]);
  #trial = $state.raw<SendingTrial>({ status: 'none' });
  #failure = $state.raw<unknown>(null);

  readonly scope: string = appScope();

  /** Null until everything has been read once. */
  get stored(): readonly StoredGroup[] | null {
    return this.#stored;
  }

  /** Readings of orders, in which buyers may have been told apart. */
  get orders(): readonly OrderReading[] {
    return this.#orders;
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
      this.#orders = await listOrderReadings();
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
  let kept: Record<string, string> = {};
  try {
    kept = { ...(localStorage as unknown as Record<string, string>) };
  } catch {
    // Storage is forbidden, so there is nothing.
  }
  const places = Object.keys(kept);
  return { kind: 'look', places, count: places.length, bytes: storedBytes(kept) };
}
