import { tick } from 'svelte';

/** How long a page may take to fetch what its heading stands in. */
const PATIENCE_MS = 2_000;

/** When a page's content was replaced in place: reading goes on at its new heading. */
export async function focusHeading(): Promise<void> {
  await tick();
  const heading = await headingSoon();
  (heading ?? document.querySelector<HTMLElement>('main'))?.focus({ preventScroll: true });
}

/** The heading, at once or as soon as it has been drawn; null where none comes. */
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
