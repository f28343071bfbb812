// A worker has its own timeline: its requests appear in no page's.
import { NO_CHANNEL, REQUEST_CHANNEL, RequestTeller, type Asker } from '#core/app/request-note.ts';
import { watchRefusals } from '#protocol/refusals.ts';

/** Tells the page, for the seller to see, which network requests this worker makes, and which the browser refuses. */
export function tellRequests(): void {
  const from = self.name as Asker;
  const teller = new RequestTeller({
    told: self.location.href,
    since: performance.timeOrigin,
    channel: 'BroadcastChannel' in self ? new BroadcastChannel(REQUEST_CHANNEL) : NO_CHANNEL,
  });
  const timeline = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries())
      teller.tell({ from, url: name, method: null, answeredBy: null });
  });
  timeline.observe({ type: 'resource', buffered: true });
  watchRefusals((url) => teller.tell({ from, url, method: null, answeredBy: 'refused' }));
}
