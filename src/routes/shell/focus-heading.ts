import { tick } from 'svelte';

/** Longest wait for a page's heading, in milliseconds. */
const PATIENCE_MS = 2_000;

/** Moves the focus to the new heading after a page's content was replaced, so that reading continues there. */
export async function focusHeading(): Promise<void> {
  await tick();
  const heading = await headingSoon();
  (heading ?? document.querySelector<HTMLElement>('main'))?.focus({ preventScroll: true });
}

/** Returns the heading, at once or as soon as it is drawn; null where none appears. */
function headingSoon(): Promise<HTMLElement | null> {
  const find = () => document.querySelector<HTMLElement>('main h1');
  const main = document.querySelector('main');
  if (find() || !main) return Promise.resolve(find());
  return new Promise((resolve) => {
    const end = () => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(find());
    };
    const observer = new MutationObserver(() => find() && end());
    const timer = setTimeout(end, PATIENCE_MS);
    observer.observe(main, { childList: true, subtree: true });
  });
}
