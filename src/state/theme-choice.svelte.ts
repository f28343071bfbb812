import { createContext } from 'svelte';
import { keepMark, keptMark } from './kept-mark.ts';

export type Theme = 'light' | 'dark';
/** System: as the device has it, and changing with it. */
export type ThemePreference = Theme | 'system';

/** Read by the script in `app.html` too, so that no page is drawn in the other theme first. */
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

  /** Tells the document, and the browser's own bar around it. */
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

/** The paper of each theme. */
const BAR_COLOURS: Readonly<Record<Theme, string>> = { light: '#f7f6f3', dark: '#161411' };

function storedPreference(): ThemePreference {
  const stored = keptMark(STORAGE_KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export const [useThemeChoice, provideThemeChoice] = createContext<ThemeChoice>();
