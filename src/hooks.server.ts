import type { Handle } from '@sveltejs/kit';

/** A page asks for its font at once, so that it is drawn in it. */
export const handle: Handle = ({ event, resolve }) => resolve(event, { preload: () => true });
