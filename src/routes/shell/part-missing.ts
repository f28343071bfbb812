/**
 * Messages of Chromium, Firefox and Safari for a module that cannot be loaded, and of the app's own loader for styles.
 */
const WORDS = [
  'Failed to fetch dynamically imported module',
  'error loading dynamically imported module',
  'Importing a module script failed',
  'Unable to preload CSS',
];

/** Returns whether an error says that a part of the app is missing: most likely its host has a newer version. */
export function isPartMissing(message: string): boolean {
  return WORDS.some((words) => message.includes(words));
}
