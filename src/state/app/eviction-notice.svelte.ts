import { placeToInstall, type InstallPlace } from '#core/app/evicting-browser.ts';
import type { DeviceStorage } from '../base/device-storage.svelte.ts';
import { keepMark, keptMark } from '../base/kept-mark.ts';

const STORAGE_KEY = 'debut-evicts';

const ports = {
  browser: () => ({
    userAgent: navigator.userAgent,
    maxTouchPoints: navigator.maxTouchPoints,
    // Older iPhones know only their own name for it.
    isStandalone:
      matchMedia('(display-mode: standalone)').matches ||
      ('standalone' in navigator && navigator.standalone === true),
  }),
};
export type EvictionPorts = typeof ports;

/** Tells once, where the browser deletes the seller's data after a while, where to install the app to keep it. */
export class EvictionNotice {
  readonly #storage: Pick<DeviceStorage, 'facts'>;
  readonly #ports: EvictionPorts;
  #isDismissed = $state(keptMark(STORAGE_KEY) === 'seen');

  constructor(storage: Pick<DeviceStorage, 'facts'>, withPorts: EvictionPorts = ports) {
    this.#storage = storage;
    this.#ports = withPorts;
  }

  /** Null where there is nothing to tell, and until the browser has said whether it keeps what is stored. */
  readonly place: InstallPlace | null = $derived.by(() => {
    const { facts } = this.#storage;
    if (this.#isDismissed || !facts) return null;
    return placeToInstall({ ...this.#ports.browser(), isKept: facts.isKept });
  });

  dismiss(): void {
    this.#isDismissed = true;
    keepMark(STORAGE_KEY, 'seen');
  }
}
