import { createContext } from 'svelte';
import { iconAddress } from './addresses.ts';
import { keepMark, keptMark } from './kept-mark.ts';

const STORAGE_KEY = 'debut-notify';

/**
 * impossible: the browser has no notifications, or no service worker to show them. refused: the browser was told never to ask.
 * open: the seller can ask for them. on: work that ends unseen is told.
 */
export type NoticeStanding = 'impossible' | 'refused' | 'open' | 'on';

interface Ended {
  readonly title: string;
  readonly text: string;
  /** Where what it made is shown. */
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

/** Tells that long work has ended, where the seller asked for it and looks elsewhere. Nothing is sent anywhere: the browser shows it itself. */
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

  /** Reads what was chosen here, and what the browser allows. */
  look(): void {
    this.#isWished = keptMark(STORAGE_KEY) === 'on';
    this.#permission = this.#ports.permission();
  }

  /** The browser asks the seller, who may say no. */
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
