import { charactersOf } from '../geometry/characters.ts';

/** A line of text as laid out by the browser, positioned on the screen or in an image. */
export interface TextLine {
  readonly text: string;
  /** Each digit by itself, and the text between digits as a whole. */
  readonly pieces: readonly TextPiece[];
  /** Left end, in pixels. */
  readonly x: number;
  /** Baseline, in pixels. */
  readonly y: number;
  readonly look: TextLook;
}

export interface TextPiece {
  readonly text: string;
  readonly isDigit: boolean;
  /** Left end, in pixels. */
  readonly x: number;
  readonly width: number;
}

interface TextLook {
  readonly family: string;
  readonly size: string;
  readonly weight: string;
  readonly colour: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whether all digits have the same width, as in columns. */
  readonly isTabular: boolean;
  /** Colour of the outline that sets a label apart from what lies behind it; null: no outline. */
  readonly halo: string | null;
}

/** Returns the lines into which the browser broke a text of a page or drawing, with their positions on screen. */
export function textLines(
  node: Text,
  { pencil, plain }: { pencil: CanvasRenderingContext2D; plain: (colour: string) => string },
): TextLine[] {
  const look = lookOf(node.parentElement!, plain);
  pencil.font = fontOf(look);
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } =
    pencil.measureText('x');
  const lines: { top: number; height: number; pieces: TextPiece[] }[] = [];
  for (const { text, box } of characterBoxes(node)) {
    const line = lines.at(-1);
    if (line && Math.abs(line.top - box.top) < box.height / 2) addCharacter(line.pieces, text, box);
    else lines.push({ top: box.top, height: box.height, pieces: [pieceOf(text, box)] });
  }
  return lines
    .map(({ pieces, top, height }) => ({
      text: pieces.map(({ text }) => text).join(''),
      ...{ pieces, look },
      x: Math.min(...pieces.map(({ x }) => x)),
      y: top + (height - ascent - descent) / 2 + ascent,
    }))
    .filter(({ text }) => text.trim() !== '');
}

/**
 * Yields the characters of a text with their boxes; characters without width are left out. A drawn text is one line, and
 * only of all of it does WebKit say how high it stands.
 */
function* characterBoxes(node: Text): Generator<{ text: string; box: DOMRect }> {
  const range = document.createRange();
  range.selectNodeContents(node);
  const line = node.parentElement instanceof SVGElement ? range.getClientRects()[0] : undefined;
  let index = 0;
  for (const text of charactersOf(node.data)) {
    range.setStart(node, index);
    index += text.length;
    range.setEnd(node, index);
    const [box] = range.getClientRects();
    if (box && box.width > 0) {
      const { y, height } = line ?? box;
      yield { text, box: new DOMRect(box.x, y, box.width, height) };
    }
  }
}

function pieceOf(text: string, { x, width }: DOMRect): TextPiece {
  return { text, isDigit: /^\d$/.test(text), x, width };
}

/** Appends a character to the pieces of its line. Right-to-left text grows to the left. */
function addCharacter(pieces: TextPiece[], text: string, box: DOMRect): void {
  const [last, next] = [pieces.at(-1)!, pieceOf(text, box)];
  if (last.isDigit || next.isDigit) {
    pieces.push(next);
    return;
  }
  const x = Math.min(last.x, next.x);
  const end = Math.max(last.x + last.width, next.x + next.width);
  pieces[pieces.length - 1] = { text: last.text + text, isDigit: false, x, width: end - x };
}

/** Returns the font in the syntax that a canvas expects. */
export function fontOf({ weight, size, family }: TextLook): string {
  return `${weight} ${size} ${family}`;
}

function lookOf(element: Element, plain: (colour: string) => string): TextLook {
  const styles = getComputedStyle(element);
  const isDrawn = element instanceof SVGElement;
  return {
    family: styles.fontFamily,
    size: styles.fontSize,
    weight: styles.fontWeight,
    colour: plain(isDrawn ? styles.fill : styles.color),
    direction: styles.direction === 'rtl' ? 'rtl' : 'ltr',
    isTabular: styles.fontVariantNumeric.includes('tabular-nums'),
    halo: isDrawn && styles.stroke !== 'none' ? plain(styles.stroke) : null,
  };
}
