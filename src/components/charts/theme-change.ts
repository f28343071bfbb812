/** Calls back when the colours of the page change, by the system or by choice; returns how to stop it. */
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
