import { error } from '@sveltejs/kit';
import { dev } from '$app/environment';

export const prerender = false;
export const ssr = false;

/** Shows the style guide during development only; the built app has no such page. */
export function load(): void {
  if (!dev) error(404);
}
