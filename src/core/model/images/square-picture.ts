import { PICTURE_SIDE } from './image-encoder-weights.ts';
import type { Pixels } from './pixels.ts';

/** Pixels of the border that differ less from its mean in each channel are of one ground. */
const EVEN = 24;

/**
 * Returns a picture as the image encoder reads it, [224 × 224 × 3] bytes. A product on an even ground stays whole: its
 * ground is widened to a square. Of a scene the middle is cut out.
 */
export function squarePicture({ data, width, height }: Pixels): Uint8Array {
  const ground = evenGround({ data, width, height });
  const side = ground ? Math.max(width, height) : Math.min(width, height);
  const left = (width - side) / 2;
  const top = (height - side) / 2;
  const out = new Uint8Array(PICTURE_SIDE * PICTURE_SIDE * 3);
  const at = (x: number, y: number, channel: number): number => {
    const outside = x < 0 || y < 0 || x >= width || y >= height;
    if (outside && ground) return ground[channel]!;
    return data[4 * (clamp(y, height) * width + clamp(x, width)) + channel]!;
  };
  const scale = side / PICTURE_SIDE;
  for (let y = 0; y < PICTURE_SIDE; y++) {
    const sourceY = top + (y + 0.5) * scale - 0.5;
    const y0 = Math.floor(sourceY);
    for (let x = 0; x < PICTURE_SIDE; x++) {
      const sourceX = left + (x + 0.5) * scale - 0.5;
      const x0 = Math.floor(sourceX);
      const [right, below] = [sourceX - x0, sourceY - y0];
      for (let channel = 0; channel < 3; channel++) {
        const above = (1 - right) * at(x0, y0, channel) + right * at(x0 + 1, y0, channel);
        const under = (1 - right) * at(x0, y0 + 1, channel) + right * at(x0 + 1, y0 + 1, channel);
        out[3 * (y * PICTURE_SIDE + x) + channel] = Math.round((1 - below) * above + below * under);
      }
    }
  }
  return out;
}

function clamp(place: number, count: number): number {
  return Math.min(count - 1, Math.max(0, place));
}

/** Returns the mean colour of the border where it is even, [3], else null. */
function evenGround({ data, width, height }: Pixels): number[] | null {
  const border: number[] = [];
  for (let x = 0; x < width; x++) border.push(x, (height - 1) * width + x);
  for (let y = 0; y < height; y++) border.push(y * width, y * width + width - 1);
  const mean = [0, 1, 2].map(
    (channel) => border.reduce((sum, i) => sum + data[4 * i + channel]!, 0) / border.length,
  );
  const even = border.filter((i) =>
    mean.every((value, channel) => Math.abs(data[4 * i + channel]! - value) < EVEN),
  );
  return even.length >= 0.9 * border.length ? mean : null;
}
