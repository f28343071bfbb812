import { m } from '#messages';

/** Why plans are out of date. */
export type OlderCause = 'model' | 'events';

export function olderWords(cause: OlderCause): { readonly title: string; readonly text: string } {
  return cause === 'model'
    ? { title: m.pages_older(), text: m.pages_older_text() }
    : { title: m.pages_older_events(), text: m.pages_older_events_text() };
}
