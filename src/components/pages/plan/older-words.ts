import { m } from '#messages';

/** Why plans are out of date. */
export type OlderCause = 'model' | 'events' | 'niches' | 'orders';

export function olderWords(cause: OlderCause): { readonly title: string; readonly text: string } {
  return {
    model: { title: m.pages_older(), text: m.pages_older_text() },
    events: { title: m.pages_older_events(), text: m.pages_older_events_text() },
    niches: { title: m.pages_older_niches(), text: m.pages_older_niches_text() },
    orders: { title: m.pages_older_orders(), text: m.pages_older_orders_text() },
  }[cause];
}
