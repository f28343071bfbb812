import { createContext } from 'svelte';
import { keepMark, keptMark } from '../base/kept-mark.ts';

export type Theme = 'light' | 'dark';
/** system: the theme of the device, also when that changes. */
export type ThemePreference = Theme | 'system';

/** Also read by the script in `app.html`, so that no page is drawn in the other theme first. */
const STORAGE_KEY = 'debut-theme';

/** The theme that was chosen on this device. */
export class ThemeChoice {
  #preference = $state.raw<ThemePreference>(storedPreference());

  get preference(): ThemePreference {
    return this.#preference;
  }

  prefer(preference: ThemePreference): void {
    this.#preference = preference;
    keepMark(STORAGE_KEY, preference === 'system' ? null : preference);
    this.show();
  }

  /** Applies the theme to the document and to the browser's own bar around it. */
  show(): void {
    const root = document.documentElement;
    if (this.#preference === 'system') delete root.dataset.theme;
    else root.dataset.theme = this.#preference;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      const own = (meta.getAttribute('data-theme') ?? 'light') as Theme;
      const theme = this.#preference === 'system' ? own : this.#preference;
      meta.setAttribute('content', BAR_COLOURS[theme]);
    }
  }
}

/** Background colour of each theme. */
const BAR_COLOURS: Readonly<Record<Theme, string>> = { light: '#f7f6f3', dark: '#161411' };

function storedPreference(): ThemePreference {
  const stored = keptMark(STORAGE_KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export const [useThemeChoice, provideThemeChoice] = createContext<ThemeChoice>();
