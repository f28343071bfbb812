import { getLocale, type Locale } from '#messages/runtime';
import { languageTag } from './language-tag.ts';

const MANIFESTS: Readonly<Record<Locale, string>> = {
  en: 'manifest.webmanifest',
  zh: 'manifest.zh.webmanifest',
};

/** Sets the document's language, and the web app manifest in that language, which an installation uses. */
export function tellDocument(): void {
  document.documentElement.lang = languageTag();
  const manifest = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
  // Relative to the page's own manifest, because any folder may host the app.
  if (manifest) manifest.href = new URL(MANIFESTS[getLocale()], manifest.href).href;
}
