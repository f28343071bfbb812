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
  /** A row that stays drawn wherever the list is scrolled to, since it has the focus; −1 for none. */
  readonly keptRow: number;
}

/** Drawn beyond each edge, so that a turn of the wheel meets rows that are there already. */
const OVERSCAN_ROWS = 8;

/** Which rows of a long list are worth drawing: those in sight, their neighbours and the one with the focus. */
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

  /** For the element that scrolls. */
  readonly follow = (element: HTMLElement): (() => void) => {
    this.#element = element;
    this.#virtualizer._willUpdate();
    return this.#virtualizer._didMount();
  };

  /** All rows are equally high, so that none is ever measured; another height comes with new functions. */
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
