// Holds the language on screen as state. Every message reads it, so a switch changes the texts in place and keeps what
// is being typed.
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

/**
 * Makes all messages follow this state. Called once, before the page is drawn. Prerendering keeps the base language.
 */
export function followLocale(): void {
  if (isServer) return;
  overwriteGetLocale(() => current);
  tellDocument();
}

/** Shows another language, and stores the choice on this device. */
export function switchLocale(locale: Locale): void {
  current = locale;
  try {
    localStorage.setItem(localStorageKey, locale);
  } catch {
    // Storage is forbidden or full: the choice lasts until the page is closed.
  }
  tellDocument();
}

/** Returns the language chosen here, else the one that the browser prefers. Only a choice is stored. */
function startingLocale(): Locale {
  return chosenLocale() ?? extractLocaleFromNavigator() ?? baseLocale;
}

function chosenLocale(): Locale | undefined {
  try {
    return toLocale(localStorage.getItem(localStorageKey) ?? undefined);
  } catch {
    return undefined; // storage is forbidden: no choice is kept
  }
}
