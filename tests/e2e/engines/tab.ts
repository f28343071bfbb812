/** Values that cross from a test to a page and back. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A tab of any engine's browser: the little that every driver can do. */
export interface Tab {
  goto(url: string): Promise<void>;
  /** Runs a function in the page. It sees nothing of the file that it stands in. */
  run<Args extends readonly Json[], T>(
    script: (...args: Args) => T | Promise<T>,
    ...args: Args
  ): Promise<T>;
  /** Moves the mouse to a point of the window, in CSS pixels, and presses. */
  pressAt(point: Point): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** Presses a key, while another is held down. */
  pressKey(key: Key, held?: HeldKey): Promise<void>;
  /** Chooses files in the file input that the selector names. */
  chooseFile(selector: string, ...paths: readonly string[]): Promise<void>;
  resize(size: Size): Promise<void>;
  /** Returns a picture of the window, as PNG. */
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A key by its name on the web, or a letter. */
export type Key = 'Enter' | 'Escape' | 'Tab' | 'k';
export type HeldKey = 'Control';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface RunningBrowser {
  readonly version: string;
  /** The first tab. */
  readonly tab: Tab;
  /** Opens one more tab on the same stored data. */
  newTab(): Promise<Tab>;
  close(): Promise<void>;
}
