import { tick } from 'svelte';

/** When a page's content was replaced in place: reading goes on at its new heading. */
export async function focusHeading(): Promise<void> {
  await tick();
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  (find('main h1') ?? find('main'))?.focus({ preventScroll: true });
}
