declare global {
  interface Window {
    /** Set by the script in `app.html`: takes presses while a page is drawn and cannot answer yet; gone once it can. */
    keepPress?: (event: MouseEvent) => void;
    earlyPress?: HTMLElement;
  }
}

/** Answers what was pressed last before the page could, and leaves all later presses to it. What says that it cannot goes. */
export function answerEarlyPress(): void {
  if (window.keepPress) removeEventListener('click', window.keepPress, true);
  delete window.keepPress;
  document.getElementById('not-started')?.remove();
  window.earlyPress?.click();
  delete window.earlyPress;
}
