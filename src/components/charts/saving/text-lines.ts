/** A line of text as the browser set it, on the screen or in an image. */
export interface TextLine {
  readonly text: string;
  /** The middle of each character. */
  readonly places: readonly number[];
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly look: TextLook;
}

interface TextLook {
  readonly family: string;
  readonly size: string;
  readonly weight: string;
  readonly colour: string;
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
  const range = document.createRange();
  const lines: { text: string; x: number; places: number[]; top: number; height: number }[] = [];
  for (let i = 0; i < node.data.length; i++) {
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    const [box] = range.getClientRects();
    if (!box || box.width === 0) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.top - box.top) < box.height / 2) {
      line.text += node.data[i]!;
      line.places.push(box.x + box.width / 2);
    } else {
      lines.push({
        text: node.data[i]!,
        x: box.x,
        places: [box.x + box.width / 2],
        top: box.top,
        height: box.height,
      });
    }
  }
  return lines
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, x, places, top, height }) => ({
      ...{ text: text.trimEnd(), places, x, look },
      y: top + (height - ascent - descent) / 2 + ascent,
    }));
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
    isTabular: styles.fontVariantNumeric.includes('tabular-nums'),
    halo: isDrawn && styles.stroke !== 'none' ? plain(styles.stroke) : null,
  };
}
