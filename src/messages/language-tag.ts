import { getLocale, type Locale } from '#messages/runtime';

const TAGS = { en: 'en-GB', zh: 'zh-CN' } as const satisfies Record<Locale, string>;

/** Returns the tag of the language on screen, as the page and Intl use it. */
export function languageTag(): (typeof TAGS)[Locale] {
  return TAGS[getLocale()];
}
