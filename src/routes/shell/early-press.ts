declare global {
  interface Window {
    /**
     * Set by the script in `app.html`: records clicks while a page is drawn and cannot respond yet. Removed once it
     * can.
     */
    keepPress?: (event: MouseEvent) => void;
    earlyPress?: HTMLElement;
  }
}

/**
 * Repeats the last click made before the page could respond, and stops recording clicks.
 * Removes the notes that the page has not started, or cannot.
 */
export function answerEarlyPress(): void {
  if (window.keepPress) removeEventListener('click', window.keepPress, true);
  delete window.keepPress;
  for (const note of document.querySelectorAll('#not-started, #unsupported')) note.remove();
  window.earlyPress?.click();
  delete window.earlyPress;
}
