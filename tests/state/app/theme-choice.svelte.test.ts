import { beforeEach, describe, expect, it } from 'vitest';
import { ThemeChoice } from '#state/app/theme-choice.svelte.ts';

const barColours = () =>
  [...document.querySelectorAll('meta[name="theme-color"]')].map((meta) =>
    meta.getAttribute('content'),
  );

beforeEach(() => {
  localStorage.clear();
  delete document.documentElement.dataset.theme;
  document.head.innerHTML = ['light', 'dark']
    .map((theme) => `<meta name="theme-color" data-theme="${theme}" content="">`)
    .join('');
});

describe('the theme', () => {
  it('is that of the device until one is chosen', () => {
    const choice = new ThemeChoice();
    choice.show();
    expect(choice.preference).toBe('system');
    expect(document.documentElement.dataset.theme).toBeUndefined();
    expect(new Set(barColours()).size).toBe(2);
  });

  it('is the chosen one from then on, in the bar of the browser too', () => {
    new ThemeChoice().prefer('dark');
    const later = new ThemeChoice();
    later.show();
    expect(later.preference).toBe('dark');
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(new Set(barColours()).size).toBe(1);
  });

  it('follows the device again when that is chosen', () => {
    const choice = new ThemeChoice();
    choice.prefer('light');
    choice.prefer('system');
    expect(document.documentElement.dataset.theme).toBeUndefined();
    expect(new ThemeChoice().preference).toBe('system');
  });

  it('is that of the device where something else was stored', () => {
    localStorage.setItem('debut-theme', 'sepia');
    expect(new ThemeChoice().preference).toBe('system');
  });
});
