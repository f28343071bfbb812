import { charactersOf } from '../characters.ts';

/** A line of text as the browser set it, on the screen or in an image. */
export interface TextLine {
  readonly text: string;
  /** Its digits one by one, and whole what stands between them. */
  readonly pieces: readonly TextPiece[];
  /** Of its left end. */
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly look: TextLook;
}

export interface TextPiece {
  readonly text: string;
  readonly isDigit: boolean;
  /** Of its left end. */
  readonly x: number;
  readonly width: number;
}

interface TextLook {
  readonly family: string;
  readonly size: string;
  readonly weight: string;
  readonly colour: string;
  readonly direction: 'ltr' | 'rtl';
  /** Figures of one width, as in columns. */
  readonly isTabular: boolean;
  /** Colour of the edge that keeps a label clear of what it lies on. */
  readonly halo: string | null;
}

/** The lines that the browser broke a text into, of a page or of a drawing, where they stand on the screen. */
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

/** The characters of a text and where they lie; those that take no room are left out. */
function* characterBoxes(node: Text): Generator<{ text: string; box: DOMRect }> {
  const range = document.createRange();
  let index = 0;
  for (const text of charactersOf(node.data)) {
    range.setStart(node, index);
    index += text.length;
    range.setEnd(node, index);
    const [box] = range.getClientRects();
    if (box && box.width > 0) yield { text, box };
  }
}

function pieceOf(text: string, { x, width }: DOMRect): TextPiece {
  return { text, isDigit: /^\d$/.test(text), x, width };
}

/** Text from right to left grows to the left. */
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

/** As a canvas takes it. */
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
