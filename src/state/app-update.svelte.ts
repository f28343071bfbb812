import { holdWork, untilNoWork } from '#jobs/running-work.ts';

const work = { holdWork, untilNoWork };

/**
 * Tells that a newer version of the app is installed and waits. It replaces the running one only
 * when the user agrees: a reload on its own would throw away what is being entered. Even then it waits for work under way, in whichever tab.
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

  /** A newer version could take over now. */
  get waiting(): boolean {
    return this.#waiting;
  }

  /** A newer version took over in another tab; this one should be reloaded soon. */
  get replaced(): boolean {
    return this.#replaced;
  }

  /** It was agreed to, and work under way is waited for. */
  get agreed(): boolean {
    return this.#agreed;
  }

  /** Between jobs, too, a piece of work may be under way. @returns to be called when it has ended */
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
      // The first service worker takes control of a page of its own version.
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
