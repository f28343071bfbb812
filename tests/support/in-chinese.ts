import { baseLocale, overwriteGetLocale } from '#messages/runtime';

/** Returns what `say` returns where the page is in Chinese. */
export function inChinese<Said>(say: () => Said): Said {
  overwriteGetLocale(() => 'zh');
  try {
    return say();
  } finally {
    overwriteGetLocale(() => baseLocale);
  }
}
