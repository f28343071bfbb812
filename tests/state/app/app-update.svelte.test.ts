import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppUpdate } from '#state/app/app-update.svelte.ts';

class FakeRegistration extends EventTarget {
  installing: EventTarget | null = null;
  waiting: { postMessage: (message: unknown) => void } | null = null;

  install(version = new EventTarget()): void {
    if (version !== this.installing) {
      this.installing = version;
      this.dispatchEvent(new Event('updatefound'));
    }
    this.waiting = { postMessage: vi.fn() };
    version.dispatchEvent(new Event('statechange'));
  }
}

class FakeContainer extends EventTarget {
  readonly registration = new FakeRegistration();
  readonly ready = Promise.resolve(this.registration);
  controller: object | null = {};
}

let container: FakeContainer;
const reload = vi.fn();

beforeEach(() => {
  container = new FakeContainer();
  vi.stubGlobal('navigator', { serviceWorker: container });
  vi.stubGlobal('location', { reload });
});
afterEach(() => {
  vi.unstubAllGlobals();
  reload.mockReset();
});

describe('AppUpdate', () => {
  it('tells that a new version waits, and does nothing by itself', async () => {
    const update = new AppUpdate();
    await container.ready;
    expect(update.waiting).toBe(false);
    container.registration.install();
    expect(update.waiting).toBe(true);
    expect(container.registration.waiting?.postMessage).not.toHaveBeenCalled();
    expect(reload).not.toHaveBeenCalled();
  });

  it('finds a version that has waited since before the page was opened', async () => {
    container.registration.install();
    const update = new AppUpdate();
    await container.ready;
    expect(update.waiting).toBe(true);
  });

  it('finds a version that was being installed when the page opened', async () => {
    container.registration.installing = new EventTarget();
    const update = new AppUpdate();
    await container.ready;
    container.registration.install(container.registration.installing);
    expect(update.waiting).toBe(true);
  });

  it('lets the new version take over when the user agrees, and reloads when it has', async () => {
    const update = new AppUpdate();
    await container.ready;
    container.registration.install();
    await update.takeOver();
    expect(container.registration.waiting?.postMessage).toHaveBeenCalledWith({ type: 'take-over' });
    expect(reload).not.toHaveBeenCalled();
    container.dispatchEvent(new Event('controllerchange'));
    expect(reload).toHaveBeenCalledOnce();
  });

  it('lets work under way end first, and says that it waits', async () => {
    let end = (): void => undefined;
    const untilNoWork = () => new Promise<void>((resolve) => (end = resolve));
    const update = new AppUpdate({ holdWork: () => end, untilNoWork });
    await container.ready;
    container.registration.install();
    expect(update.agreed).toBe(false);
    const agreed = update.takeOver();
    void update.takeOver();
    expect(update.agreed).toBe(true);
    await Promise.resolve();
    expect(container.registration.waiting?.postMessage).not.toHaveBeenCalled();
    end();
    await agreed;
    expect(container.registration.waiting?.postMessage).toHaveBeenCalledOnce();
  });

  it('never reloads because another tab agreed', async () => {
    const update = new AppUpdate();
    container.dispatchEvent(new Event('controllerchange'));
    expect(reload).not.toHaveBeenCalled();
    expect(update.replaced).toBe(true);
    await update.takeOver();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('does not take the very first service worker for a new version', () => {
    container.controller = null;
    const update = new AppUpdate();
    container.dispatchEvent(new Event('controllerchange'));
    expect(update.replaced).toBe(false);
  });
});
