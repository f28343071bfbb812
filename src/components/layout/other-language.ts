import { getLocale, type Locale } from '#messages/runtime';

interface Language {
  readonly locale: Locale;
  readonly tag: string;
  readonly name: string;
  /** An offer to switch to it. */
  readonly words: string;
}

const OTHER: Readonly<Record<Locale, Language>> = {
  en: { locale: 'zh', tag: 'zh-CN', name: '中文', words: '切换到中文' },
  zh: { locale: 'en', tag: 'en-GB', name: 'English', words: 'Switch to English' },
};

/** The language that is offered beside the one on screen, in its own words. */
export const otherLanguage = (): Language => OTHER[getLocale()];
