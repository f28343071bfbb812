interface OpenPage {
  readonly focus: () => Promise<unknown>;
  readonly postMessage: (message: unknown) => void;
}

/** The part of the browser's `Clients` that is used here. */
export interface Pages {
  readonly matchAll: (options: { type: 'window' }) => Promise<readonly OpenPage[]>;
  readonly openWindow: (href: string) => Promise<unknown>;
}

/** Closes a notification, and brings the app to the front on the page that it is about. */
export async function openFromNotice(
  notification: Pick<Notification, 'data' | 'close'>,
  pages: Pages,
): Promise<void> {
  notification.close();
  const { href } = (notification.data ?? {}) as { href?: unknown };
  if (typeof href !== 'string') return;
  const [open] = await pages.matchAll({ type: 'window' });
  if (!open) {
    await pages.openWindow(href);
    return;
  }
  await open.focus();
  // The page navigates by itself, so nothing that is being typed or worked on is lost.
  open.postMessage({ type: 'go', href });
}
