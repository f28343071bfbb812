import { svgFile } from './as-svg.ts';
import type { FigureImage } from './figure-image.ts';
import { fontOf, type TextLine } from './text-lines.ts';

/** Image pixels per CSS pixel: sharp in documents and on high-resolution screens. */
const SHARPNESS = 2;

/**
 * Returns a figure as a PNG file. Text is drawn separately, because an SVG loaded as an image may lack the page's
 * fonts.
 * @throws where the browser gives no canvas or no PNG
 */
export async function asPng({ drawing, texts, width, height }: FigureImage): Promise<Blob> {
  const address = URL.createObjectURL(svgFile(drawing));
  try {
    const picture = new Image(width, height);
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = SHARPNESS * width;
    canvas.height = SHARPNESS * height;
    const pencil = canvas.getContext('2d');
    if (!pencil) throw new Error('expected a canvas to draw on, got none');
    pencil.scale(SHARPNESS, SHARPNESS);
    pencil.drawImage(picture, 0, 0, width, height);
    for (const line of texts) drawLine(pencil, line);
    return await pngFile(canvas);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function drawLine(pencil: CanvasRenderingContext2D, { text, pieces, x, y, look }: TextLine): void {
  pencil.font = fontOf(look);
  pencil.direction = look.direction;
  pencil.textAlign = 'left';
  pencil.fillStyle = look.colour;
  if (look.halo) {
    pencil.strokeStyle = look.halo;
    pencil.lineWidth = 4;
    pencil.lineJoin = 'round';
    pencil.strokeText(text, x, y);
  }
  if (!look.isTabular) {
    pencil.fillText(text, x, y);
    return;
  }
  // A canvas has no tabular figures, so each digit is centred where the page placed it.
  for (const piece of pieces) {
    pencil.textAlign = piece.isDigit ? 'center' : 'left';
    pencil.fillText(piece.text, piece.isDigit ? piece.x + piece.width / 2 : piece.x, y);
  }
}

function pngFile(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((png) => {
      if (png) resolve(png);
      else reject(new Error(`expected a PNG of ${canvas.width} × ${canvas.height}, got none`));
    }, 'image/png'),
  );
}
