import { holdWork, untilNoWork } from '#jobs/work-lock.ts';

const work = { holdWork, untilNoWork };

/**
 * Detects a newer version of the app that is installed and waits. It replaces the running one only when the user
 * agrees: an unasked reload would discard what is being entered. Even then it waits for work in any tab.
 */
export class AppUpdate {
  #waiting = $state(false);
  #replaced = $state(false);
  #agreed = $state(false);
  #registration: ServiceWorkerRegistration | undefined;
  readonly #work: typeof work;

  constructor(withWork = work) {
    this.#work = withWork;
    if (typeof navigator === 'undefined' || !('serviceWorker' in navigator)) return;
    this.#watchControl(navigator.serviceWorker);
    void navigator.serviceWorker.ready.then((registration) => this.#watch(registration));
  }

  /** Whether a newer version could take over now. */
  get waiting(): boolean {
    return this.#waiting;
  }

  /** Whether a newer version took over in another tab; this one should be reloaded soon. */
  get replaced(): boolean {
    return this.#replaced;
  }

  /** Whether the user has agreed, and the update waits for work. */
  get agreed(): boolean {
    return this.#agreed;
  }

  /** Marks work as running, also between its jobs. Returns a function to call when it has ended. */
  hold(): () => void {
    return this.#work.holdWork();
  }

  async takeOver(): Promise<void> {
    if (this.#agreed) return;
    this.#agreed = true;
    await this.#work.untilNoWork();
    if (this.#replaced) location.reload();
    else this.#registration?.waiting?.postMessage({ type: 'take-over' });
  }

  #watchControl(container: ServiceWorkerContainer): void {
    let isControlled = container.controller !== null;
    container.addEventListener('controllerchange', () => {
      if (this.#agreed) location.reload();
      // The first service worker that takes control is of the page's own version.
      else if (isControlled) this.#replaced = true;
      isControlled = true;
    });
  }

  #watch(registration: ServiceWorkerRegistration): void {
    this.#registration = registration;
    const look = () => (this.#waiting = registration.waiting !== null);
    const follow = () => registration.installing?.addEventListener('statechange', look);
    look();
    follow();
    registration.addEventListener('updatefound', follow);
  }
}
