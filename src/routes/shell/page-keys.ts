import type { PageName } from '#state/base/addresses.ts';

/** Pages by the key that opens them, pressed after G. */
export const PAGE_KEYS = {
  h: 'home',
  d: 'data',
  m: 'model',
  p: 'plan',
  c: 'calendar',
  e: 'evidence',
  s: 'settings',
} as const satisfies Record<string, PageName>;

/** Longest wait for the second key after G, in milliseconds. */
const PATIENCE_MS = 1_500;

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'timeStamp'>;

interface Circumstances {
  readonly isTyping: boolean;
  /** Whether shortcuts without Ctrl or ⌘ are on. */
  readonly singles: boolean;
}

/**
 * Reads keyboard shortcuts: Ctrl or ⌘ with K everywhere. While nothing is being typed, also ?, and G followed by a
 * page's key.
 */
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
