import { describe, expect, it } from 'vitest';
import {
  RequestTeller,
  TELL_ALL,
  type NoteChannel,
  type RequestNote,
} from '#core/app/request-note.ts';

/** Both ends of a channel, as one tab hears them. */
class Channel implements NoteChannel {
  readonly sent: unknown[] = [];
  readonly #listeners: ((event: { readonly data: unknown }) => void)[] = [];

  postMessage(message: unknown): void {
    this.sent.push(structuredClone(message));
  }
  addEventListener(_: 'message', listen: (event: { readonly data: unknown }) => void): void {
    this.#listeners.push(listen);
  }
  hear(data: unknown): void {
    for (const listen of this.#listeners) listen({ data });
  }
}

const told = 'https://shop.example/debut/worker.js';
const request = (url: string) =>
  ({ from: 'model', url, method: null, answeredBy: null }) as const satisfies Partial<RequestNote>;

describe('RequestTeller', () => {
  it('tells each request once as it happens, and all of them to who asks later', () => {
    const channel = new Channel();
    const teller = new RequestTeller({ told, since: 1, channel });
    teller.tell(request('a'));
    teller.tell(request('b'));
    const first = { id: `${told} 1 0`, told, ...request('a') };
    const second = { id: `${told} 1 1`, told, ...request('b') };
    expect(channel.sent).toEqual([[first], [second]]);
    channel.hear('something else');
    channel.hear(TELL_ALL);
    expect(channel.sent.at(-1)).toEqual([first, second]);
    expect(channel.sent).toHaveLength(3);
  });

  it('never gives two requests one id, nor the same to a later life of the same script', () => {
    const channel = new Channel();
    for (const since of [1, 2]) {
      const teller = new RequestTeller({ told, since, channel });
      teller.tell(request('a'));
      teller.tell(request('a'));
    }
    const ids = (channel.sent as RequestNote[][]).flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
  });

  it('forgets the oldest of very many, so that a forgotten tab does not grow', () => {
    const channel = new Channel();
    const teller = new RequestTeller({ told, since: 1, channel });
    for (let i = 0; i < 2_005; i++) teller.tell(request(String(i)));
    channel.hear(TELL_ALL);
    const all = channel.sent.at(-1) as RequestNote[];
    expect(all).toHaveLength(2_000);
    expect(all[0]?.url).toBe('5');
  });
});
