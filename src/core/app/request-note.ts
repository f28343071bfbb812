// Records of the app's network requests. The page and each worker report from their own timelines, the service worker
// from the requests that pass through it. All post to one channel; pages collect the records.

/** Source of a record. The service worker has two: requests passed through it, and files it fetched for offline use. */
export type Asker =
  | 'page'
  | 'dataset'
  | 'model'
  | 'plan'
  | 'fit'
  | 'service-worker'
  | 'offline-copy';

/** What answered a request; null where the reporter cannot know. */
export type AnsweredBy = 'device' | 'host' | 'refused' | null;

export interface RequestNote {
  /** Unique for each record, so that repeated deliveries count once. */
  readonly id: string;
  readonly from: Asker;
  /** Address of the page or script that reports it: several copies of the app may share an origin. */
  readonly told: string;
  readonly url: string;
  /** Null where the timeline does not say. */
  readonly method: string | null;
  readonly answeredBy: AnsweredBy;
}

export const REQUEST_CHANNEL = 'debut-requests';

/** Message of a page that starts listening: every reporter then sends all its records. */
export const TELL_ALL = 'tell-all';

/** The part of BroadcastChannel that is used. */
export interface NoteChannel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listen: (event: { readonly data: unknown }) => void): void;
}

/** Stands in where a browser has no BroadcastChannel. */
export const NO_CHANNEL: NoteChannel = {
  addEventListener: () => undefined,
  postMessage: () => undefined,
};

interface TellerOptions {
  readonly told: string;
  /** Distinguishes this reporter's records from those of an earlier one at the same address. */
  readonly since: number;
  readonly channel: NoteChannel;
}

type Told = Omit<RequestNote, 'id' | 'told'>;

/** More than any part of the app requests; limits the memory of a tab that stays open. */
const NOTES_KEPT = 2_000;

/** Reports each request as it happens, and all of them to a page that asks later. */
export class RequestTeller {
  readonly #options: TellerOptions;
  readonly #notes: RequestNote[] = [];
  #count = 0;

  constructor(options: TellerOptions) {
    this.#options = options;
    const { channel } = options;
    channel.addEventListener('message', ({ data }) => {
      if (data === TELL_ALL) channel.postMessage(this.#notes);
    });
  }

  tell(request: Told): void {
    const { told, since, channel } = this.#options;
    const id = `${told} ${since} ${this.#count++}`;
    const note = { id, told, ...request };
    this.#notes.push(note);
    if (this.#notes.length > NOTES_KEPT) this.#notes.shift();
    channel.postMessage([note]);
  }
}
