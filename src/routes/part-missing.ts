/** As Chromium, Firefox and Safari say that a module cannot be had, and the app's own loader that its styles cannot. */
const WORDS = [
  'Failed to fetch dynamically imported module',
  'error loading dynamically imported module',
  'Importing a module script failed',
  'Unable to preload CSS',
];

/** Whether an error says that a part of the app is not where it was: most likely its host has a newer version. */
export function isPartMissing(message: string): boolean {
  return WORDS.some((words) => message.includes(words));
}
