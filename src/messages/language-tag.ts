import { getLocale, type Locale } from '#messages/runtime';

const TAGS = { en: 'en-GB', zh: 'zh-CN' } as const satisfies Record<Locale, string>;

/** The language on screen as the page and Intl name it. */
export function languageTag(): (typeof TAGS)[Locale] {
  return TAGS[getLocale()];
}
