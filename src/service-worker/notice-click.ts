interface OpenPage {
  readonly focus: () => Promise<unknown>;
  readonly postMessage: (message: unknown) => void;
}

/** What is needed of the browser's `Clients`. */
export interface Pages {
  readonly matchAll: (options: { type: 'window' }) => Promise<readonly OpenPage[]>;
  readonly openWindow: (href: string) => Promise<unknown>;
}

/** Brings the app to the front, at what the notice is about. */
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
  // The page leads there itself, so that nothing that is being typed or worked on is lost.
  open.postMessage({ type: 'go', href });
}
