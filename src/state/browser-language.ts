/** A tag such as "en-GB"; undefined where pages are made beforehand. */
export function browserLanguage(): string | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.language;
}
