import { getLocale, type Locale } from '#messages/runtime';

interface Language {
  readonly locale: Locale;
  readonly tag: string;
  readonly name: string;
  /** Label of the switch to it, in that language. */
  readonly words: string;
}

const OTHER: Readonly<Record<Locale, Language>> = {
  en: { locale: 'zh', tag: 'zh-CN', name: '中文', words: '切换到中文' },
  zh: { locale: 'en', tag: 'en-GB', name: 'English', words: 'Switch to English' },
};

/** Returns the language that is not on screen, described in its own words. */
export const otherLanguage = (): Language => OTHER[getLocale()];
