import { getLocale, type Locale } from '#messages/runtime';
import { languageTag } from './language-tag.ts';

const MANIFESTS: Readonly<Record<Locale, string>> = {
  en: 'manifest.webmanifest',
  zh: 'manifest.zh.webmanifest',
};

/** Tells the browser the language on screen, and in which one the app would be installed. */
export function tellDocument(): void {
  document.documentElement.lang = languageTag();
  const manifest = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
  // Relative to the one that the page came with, because any folder may host the app.
  if (manifest) manifest.href = new URL(MANIFESTS[getLocale()], manifest.href).href;
}
