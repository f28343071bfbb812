// What the app asks the network for, told by everyone who can see it: the page and each worker by their own timelines, the service worker by
// what passes through it. All tell it on one channel; a page keeps what it hears.

/** The service worker twice: what others asked through it, and what it fetched to keep for when there is no network. */
export type Asker =
  | 'page'
  | 'dataset'
  | 'model'
  | 'plan'
  | 'fit'
  | 'service-worker'
  | 'offline-copy';

/** By whom a request was answered; null: who tells of it cannot know. */
export type AnsweredBy = 'device' | 'host' | 'refused' | null;

export interface RequestNote {
  /** One a note, whoever hears it how often. */
  readonly id: string;
  readonly from: Asker;
  /** Address of the page or script that tells it: several copies of the app may share an origin. */
  readonly told: string;
  readonly url: string;
  /** Null: a timeline does not say. */
  readonly method: string | null;
  readonly answeredBy: AnsweredBy;
}

export const REQUEST_CHANNEL = 'debut-requests';

/** What a page says that begins to listen. */
export const TELL_ALL = 'tell-all';

/** What is used of a BroadcastChannel. */
export interface NoteChannel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listen: (event: { readonly data: unknown }) => void): void;
}

/** Where a browser has none. */
export const NO_CHANNEL: NoteChannel = {
  addEventListener: () => undefined,
  postMessage: () => undefined,
};

interface TellerOptions {
  readonly told: string;
  /** Sets this teller's notes apart from those of an earlier one at the same address. */
  readonly since: number;
  readonly channel: NoteChannel;
}

type Told = Omit<RequestNote, 'id' | 'told'>;

/** More than any part of the app asks for; it keeps a forgotten tab from growing. */
const NOTES_KEPT = 2_000;

/** Tells each request as it happens, and all of them to a page that asks later. */
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
