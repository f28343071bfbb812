// The language on screen, as state: every message reads it, so a switch changes the words in place
// and what is being typed stays.
import {
  baseLocale,
  extractLocaleFromNavigator,
  isServer,
  localStorageKey,
  type Locale,
  overwriteGetLocale,
  toLocale,
} from '#messages/runtime';
import { tellDocument } from './document-language.ts';

let current = $state.raw<Locale>(isServer ? baseLocale : startingLocale());

/** Called once, before the page is drawn. Prerendering keeps to the base language. */
export function followLocale(): void {
  if (isServer) return;
  overwriteGetLocale(() => current);
  tellDocument();
}

/** Shows another language from now on, and remembers it on this device. */
export function switchLocale(locale: Locale): void {
  localStorage.setItem(localStorageKey, locale);
  current = locale;
  tellDocument();
}

/** What was chosen here, else what the browser prefers. Only a choice is remembered. */
function startingLocale(): Locale {
  const chosen = toLocale(localStorage.getItem(localStorageKey) ?? undefined);
  return chosen ?? extractLocaleFromNavigator() ?? baseLocale;
}
