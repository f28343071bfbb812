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
  current = locale;
  try {
    localStorage.setItem(localStorageKey, locale);
  } catch {
    // Forbidden, or full: it holds until the page is closed.
  }
  tellDocument();
}

/** What was chosen here, else what the browser prefers. Only a choice is remembered. */
function startingLocale(): Locale {
  return chosenLocale() ?? extractLocaleFromNavigator() ?? baseLocale;
}

function chosenLocale(): Locale | undefined {
  try {
    return toLocale(localStorage.getItem(localStorageKey) ?? undefined);
  } catch {
    return undefined; // where storage is forbidden nothing is remembered
  }
}
