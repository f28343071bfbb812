/** Calls `changed` when the page's colours change, by the system or by choice. Returns a function that stops this. */
export function themeChange(changed: () => void): () => void {
  const systemDark = matchMedia('(prefers-color-scheme: dark)');
  const chosen = new MutationObserver(changed);
  systemDark.addEventListener('change', changed);
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    systemDark.removeEventListener('change', changed);
    chosen.disconnect();
  };
}
