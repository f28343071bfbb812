import { REQUEST_CHANNEL, TELL_ALL, type RequestNote } from '#core/app/request-note.ts';
import { watchRefusals } from '#protocol/refusals.ts';

/** Log of all requests since the page was opened, as reported by the page, its workers and the service worker. */
export class RequestLog {
  readonly #notes = new Map<string, RequestNote>();
  readonly #since = performance.timeOrigin;

  constructor(onchange: () => void) {
    const keep = (notes: readonly RequestNote[]) => {
      for (const note of notes) this.#notes.set(note.id, note);
      onchange();
    };
    const own = (url: string, answeredBy: RequestNote['answeredBy']): RequestNote => ({
      id: `page ${this.#since} ${this.#notes.size}`,
      told: location.href,
      from: 'page',
      method: null,
      ...{ url, answeredBy },
    });
    const timeline = new PerformanceObserver((list) =>
      list.getEntries().forEach(({ name }) => keep([own(name, null)])),
    );
    timeline.observe({ type: 'navigation', buffered: true });
    timeline.observe({ type: 'resource', buffered: true });
    watchRefusals((url) => keep([own(url, 'refused')]));
    if (!('BroadcastChannel' in globalThis)) return;
    const channel = new BroadcastChannel(REQUEST_CHANNEL);
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data !== TELL_ALL) keep(data as readonly RequestNote[]);
    });
    channel.postMessage(TELL_ALL);
  }

  get notes(): Iterable<RequestNote> {
    return this.#notes.values();
  }
}
