/** The part of the browser's CacheStorage that the app uses, for Node. */
export class FakeCaches {
  readonly #caches = new Map<string, FakeCache>();
  /** Whether every cache refuses to store anything, as on a full disk. */
  isFull = false;

  open(name: string): Promise<FakeCache> {
    const cache = this.#caches.get(name) ?? new FakeCache(() => this.isFull);
    this.#caches.set(name, cache);
    return Promise.resolve(cache);
  }

  keys(): Promise<string[]> {
    return Promise.resolve([...this.#caches.keys()]);
  }

  delete(name: string): Promise<boolean> {
    return Promise.resolve(this.#caches.delete(name));
  }
}

class FakeCache {
  readonly #responses = new Map<string, Response>();
  readonly #isFull: () => boolean;

  constructor(isFull: () => boolean) {
    this.#isFull = isFull;
  }

  put(url: string, response: Response): Promise<void> {
    if (this.#isFull()) return Promise.reject(new Error('QuotaExceededError'));
    this.#responses.set(url, response);
    return Promise.resolve();
  }

  delete(request: string | { url: string }): Promise<boolean> {
    const url = typeof request === 'string' ? request : request.url;
    return Promise.resolve(this.#responses.delete(url));
  }

  match(url: string | URL): Promise<Response | undefined> {
    return Promise.resolve(this.#responses.get(String(url))?.clone());
  }

  keys(): Promise<{ url: string }[]> {
    return Promise.resolve([...this.#responses.keys()].map((url) => ({ url })));
  }
}
