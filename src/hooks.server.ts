import type { Handle } from '@sveltejs/kit';

/** A page is drawn before its scripts are needed: it asks for its font at once, and scripts give way to it. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    preload: () => true,
    transformPageChunk: ({ html }) =>
      html.replaceAll('rel="modulepreload"', 'rel="modulepreload" fetchpriority="low"'),
  });
