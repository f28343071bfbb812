import { createContext } from 'svelte';
import { iconAddress } from './addresses.ts';
import { keepMark, keptMark } from './kept-mark.ts';

const STORAGE_KEY = 'debut-notify';

/**
 * impossible: the browser has no notifications, or no service worker to show them.
 * refused: notifications are blocked in the browser.
 * open: the seller can turn them on.
 * on: the end of work is announced where the app is not visible.
 */
export type NoticeStanding = 'impossible' | 'refused' | 'open' | 'on';

interface Ended {
  readonly title: string;
  readonly text: string;
  /** Address at which the result is shown. */
  readonly href: string;
}

const ports = {
  permission: (): NotificationPermission | null =>
    typeof Notification === 'undefined' || !('serviceWorker' in navigator)
      ? null
      : Notification.permission,
  ask: () => Notification.requestPermission(),
  isSeen: () => document.visibilityState === 'visible',
  show: async (title: string, options: NotificationOptions) => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.showNotification(title, options);
  },
};
export type NoticePorts = typeof ports;

/**
 * Notifies the seller of the end of long work, if they asked for it and the app is not visible. The browser shows the
 * notification itself; nothing is sent anywhere.
 */
export class WorkNotices {
  readonly #ports: NoticePorts;
  #isWished = $state(false);
  #permission = $state.raw<NotificationPermission | null>(null);

  constructor(withPorts: NoticePorts = ports) {
    this.#ports = withPorts;
  }

  readonly standing: NoticeStanding = $derived.by(() => {
    if (this.#permission === null) return 'impossible';
    if (this.#permission === 'denied') return 'refused';
    return this.#isWished && this.#permission === 'granted' ? 'on' : 'open';
  });

  /** Reads the choice made here, and what the browser allows. */
  look(): void {
    this.#isWished = keptMark(STORAGE_KEY) === 'on';
    this.#permission = this.#ports.permission();
  }

  /** Makes the browser ask the seller, who may refuse. */
  async ask(): Promise<void> {
    this.#permission = await this.#ports.ask();
    if (this.#permission === 'granted') this.#wish(true);
  }

  stop(): void {
    this.#wish(false);
  }

  async tell({ title, text, href }: Ended): Promise<void> {
    if (this.standing !== 'on' || this.#ports.isSeen()) return;
    const { lang } = document.documentElement;
    await this.#ports.show(title, {
      body: text,
      tag: 'debut',
      icon: iconAddress(),
      lang,
      data: { href },
    });
  }

  #wish(isWished: boolean): void {
    this.#isWished = isWished;
    keepMark(STORAGE_KEY, isWished ? 'on' : null);
  }
}

export const [useWorkNotices, provideWorkNotices] = createContext<WorkNotices>();
