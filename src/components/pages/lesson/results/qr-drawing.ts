import { correction, generate } from 'lean-qr';

/** Modules of white that a reader needs around a code (ISO/IEC 18004, 6.3.8). */
const QUIET_MODULES = 4;

/** A QR code as a path, with one unit for each module. */
export interface QrDrawing {
  readonly size: number;
  readonly path: string;
}

/** Draws a QR code of a text; a seventh of it may be unreadable. */
export function drawQr(text: string): QrDrawing {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const runs: string[] = [];
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      const start = x;
      while (code.get(x, y)) x++;
      if (x > start)
        runs.push(
          `M${start + QUIET_MODULES} ${y + QUIET_MODULES}h${x - start}v1H${start + QUIET_MODULES}z`,
        );
    }
  }
  return { size: code.size + 2 * QUIET_MODULES, path: runs.join('') };
}
