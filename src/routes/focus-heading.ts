import { tick } from 'svelte';

/** When a page's content was replaced in place: reading goes on at its new heading. */
export async function focusHeading(): Promise<void> {
  await tick();
  document.querySelector<HTMLElement>('main h1, main')?.focus({ preventScroll: true });
}
