/** Returns the browser's language tag, such as "en-GB"; undefined while pages are prerendered. */
export function browserLanguage(): string | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.language;
}
