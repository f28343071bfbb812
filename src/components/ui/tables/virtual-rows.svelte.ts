import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  Virtualizer,
} from '@tanstack/virtual-core';
import { createSubscriber } from 'svelte/reactivity';

interface VirtualRowsOptions {
  readonly rowCount: number;
  readonly rowHeight: number;
  /** Row that stays rendered at any scroll position because it has the focus; −1: none. */
  readonly keptRow: number;
}

/** Rows rendered beyond each edge, so that scrolling meets rows that are already there. */
const OVERSCAN_ROWS = 8;

/** The rows of a long list to render: those in view, their neighbours and the focused one. */
export class VirtualRows {
  readonly #options: () => VirtualRowsOptions;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #element: HTMLElement | null = null;
  #onscroll: (() => void) | undefined;
  readonly #track = createSubscriber((update) => {
    this.#onscroll = update;
  });

  constructor(options: () => VirtualRowsOptions) {
    this.#options = options;
    this.#virtualizer = new Virtualizer<HTMLElement, HTMLElement>(this.#settings(options()));
  }

  get indexes(): readonly number[] {
    this.#track();
    this.#virtualizer.setOptions(this.#settings(this.#options()));
    return this.#virtualizer.getVirtualIndexes();
  }

  /** Follows the element that scrolls; returns the clean-up. */
  readonly follow = (element: HTMLElement): (() => void) => {
    this.#element = element;
    this.#virtualizer._willUpdate();
    return this.#virtualizer._didMount();
  };

  /** All rows have the same height, so none is ever measured; a new height comes with new functions. */
  readonly #measures = $derived.by(() => {
    const { rowHeight } = this.#options();
    return { estimateSize: () => rowHeight, getItemKey: (index: number) => index };
  });

  #settings({ rowCount, keptRow }: VirtualRowsOptions) {
    return {
      ...this.#measures,
      count: rowCount,
      overscan: OVERSCAN_ROWS,
      rangeExtractor: (range: Range) => withRow(defaultRangeExtractor(range), keptRow, range.count),
      getScrollElement: () => this.#element,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => this.#onscroll?.(),
    };
  }
}

function withRow(rows: number[], row: number, rowCount: number): number[] {
  if (row < 0 || row >= rowCount || rows.includes(row)) return rows;
  return [...rows, row].sort((a, b) => a - b);
}
