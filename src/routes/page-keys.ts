import type { PageName } from '#state/addresses.ts';

/** Pages by the key that leads to them, after a G. */
export const PAGE_KEYS = {
  h: 'home',
  d: 'data',
  m: 'model',
  p: 'plan',
  c: 'calendar',
  e: 'evidence',
  s: 'settings',
} as const satisfies Record<string, PageName>;

/** How long a G waits for the other key. */
const PATIENCE_MS = 1_500;

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'timeStamp'>;

interface Circumstances {
  readonly isTyping: boolean;
  /** Whether keys without Ctrl or ⌘ count. */
  readonly singles: boolean;
}

/** What keys ask for: Ctrl or ⌘ with K everywhere; where nothing is being typed, ? and G with a page's key too. */
export class PageKeys {
  #goAt = -Infinity;

  read(press: KeyPress, { isTyping, singles }: Circumstances): 'palette' | PageName | null {
    const key = press.key.toLowerCase();
    if ((press.ctrlKey || press.metaKey) && !press.altKey) return key === 'k' ? 'palette' : null;
    return press.altKey || isTyping || !singles ? null : this.#readSingle(key, press.timeStamp);
  }

  #readSingle(key: string, timeStamp: number): 'palette' | PageName | null {
    const isGoing = timeStamp - this.#goAt <= PATIENCE_MS;
    this.#goAt = key === 'g' && !isGoing ? timeStamp : -Infinity;
    if (!isGoing) return key === '?' ? 'palette' : null;
    return Object.hasOwn(PAGE_KEYS, key) ? PAGE_KEYS[key as keyof typeof PAGE_KEYS] : null;
  }
}
