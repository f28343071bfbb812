/**
 * Tells that a newer version of the app is installed and waits. It replaces the running one only
 * when the user agrees: a reload on its own would throw away what is being entered.
 */
export class AppUpdate {
  #waiting = $state(false);
  #replaced = $state(false);
  #registration: ServiceWorkerRegistration | undefined;
  #agreed = false;

  constructor() {
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

  takeOver(): void {
    this.#agreed = true;
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
