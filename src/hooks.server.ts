import type { Handle } from '@sveltejs/kit';

/** Preloads all files of a page, its font included, so it is drawn in that font at once. */
export const handle: Handle = ({ event, resolve }) => resolve(event, { preload: () => true });
