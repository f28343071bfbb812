import { keepMark } from '../base/kept-mark.ts';

export type TextSize = 'usual' | 'large';

/** Read by the script in `app.html`, so that no page is drawn small first. */
const KEY = 'debut-text-size';

/** Size of texts and controls on this device: usual, or large enough to read from a projector. */
export class TextSizeChoice {
  #size = $state.raw<TextSize>(storedSize());

  get size(): TextSize {
    return this.#size;
  }

  choose(size: TextSize): void {
    this.#size = size;
    const { dataset } = document.documentElement;
    if (size === 'large') dataset.textSize = size;
    else delete dataset.textSize;
    keepMark(KEY, size === 'large' ? size : null);
  }
}

function storedSize(): TextSize {
  const isLarge =
    // oxlint-disable-next-line typescript/prefer-optional-chain -- there is no such name while pages are drawn by the build
    typeof document !== 'undefined' && document.documentElement.dataset.textSize === 'large';
  return isLarge ? 'large' : 'usual';
}
