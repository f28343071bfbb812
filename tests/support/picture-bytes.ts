// Picture files of a few bytes, as their formats say. Only the PNG can be decoded: the others have a header and an end.
import { deflateSync } from 'node:zlib';
import { crc32 } from '#core/base/bytes/crc32.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export function joined(...parts: readonly (string | readonly number[] | Uint8Array)[]): Bytes {
  return Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (each) => each.charCodeAt(0)) : [...part],
    ),
  );
}

export const big = (value: number, size: number): number[] =>
  Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** (size - 1 - i)) % 256);
export const little = (value: number, size: number): number[] => big(value, size).reverse();

interface Size {
  readonly width?: number;
  readonly height?: number;
}

/** A PNG with 8-bit RGB pixels; grey where none are given. */
export function png({
  width = 3,
  height = 2,
  rgb,
  frames,
}: Size & { readonly rgb?: Uint8Array; readonly frames?: number } = {}): Bytes {
  const chunk = (name: string, data: readonly number[] | Uint8Array) => {
    const named = joined(name, data);
    return joined(big(data.length, 4), named, big(crc32(named), 4));
  };
  const pixels = rgb ?? new Uint8Array(3 * Math.min(width * height, 1e4)).fill(128);
  const rows = Array.from({ length: rgb ? height : 0 }, (_, y) => [
    0,
    ...pixels.subarray(3 * y * width, 3 * (y + 1) * width),
  ]);
  return joined(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    chunk('IHDR', [...big(width, 4), ...big(height, 4), 8, 2, 0, 0, 0]),
    frames === undefined ? [] : chunk('acTL', [...big(frames, 4), 0, 0, 0, 0]),
    chunk('IDAT', deflateSync(Uint8Array.from(rows.flat()))),
    chunk('IEND', []),
  );
}

/** A JPEG: start, EXIF where it is turned, frame, one scan with a restart and a byte of 255, end. */
export function jpeg({
  width = 3,
  height = 2,
  components = 3,
  orientation,
  isLittle = false,
}: Size & {
  readonly components?: number;
  readonly orientation?: number;
  readonly isLittle?: boolean;
} = {}): Bytes {
  const number = isLittle ? little : big;
  const tiff = [
    ...(isLittle ? [0x49, 0x49] : [0x4d, 0x4d]),
    ...number(42, 2),
    ...number(8, 4),
    ...number(1, 2),
    ...number(0x0112, 2),
    ...number(3, 2),
    ...number(1, 4),
    ...number(orientation ?? 1, 2),
    0,
    0,
    ...number(0, 4),
  ];
  const segment = (marker: number, ...data: readonly number[]) => [
    0xff,
    marker,
    ...big(data.length + 2, 2),
    ...data,
  ];
  // The thumbnail inside EXIF ends as a JPEG does.
  const exif = segment(0xe1, ...joined('Exif', [0, 0]), ...tiff, 0xff, 0xd8, 0xff, 0xd9);
  return joined(
    [0xff, 0xd8],
    orientation === undefined ? [] : exif,
    segment(0xc4, 0, 1, 2),
    segment(0xc0, 8, ...big(height, 2), ...big(width, 2), components),
    segment(0xda, 1, 2, 3),
    [7, 0xff, 0x00, 9, 0xff, 0xd3, 4],
    [0xff, 0xd9],
  );
}

export function gif({
  width = 3,
  height = 2,
  frames = 1,
}: Size & { readonly frames?: number } = {}): Bytes {
  const frame = [
    0x2c,
    ...little(0, 4),
    ...little(width, 2),
    ...little(height, 2),
    0x80,
    ...Array<number>(6).fill(1),
    2,
    2,
    0x44,
    0x01,
    0,
  ];
  const extension = [0x21, 0xf9, 4, 0, 0, 0, 0, 0];
  const all = Array.from({ length: frames }, () => [...extension, ...frame]).flat();
  return joined(
    'GIF89a',
    little(width, 2),
    little(height, 2),
    [0x80, 0, 0],
    Array<number>(6).fill(0),
    all,
    [0x3b],
  );
}

export function webp(
  kind: 'lossy' | 'lossless' | 'extended',
  { width = 3, height = 2, isAnimated = false }: Size & { readonly isAnimated?: boolean } = {},
): Bytes {
  const data = {
    lossy: joined(
      'VP8 ',
      little(20, 4),
      [0, 0, 0, 0x9d, 1, 0x2a],
      little(width, 2),
      little(height, 2),
      Array<number>(10).fill(5),
    ),
    lossless: joined(
      'VP8L',
      little(16, 4),
      [0x2f],
      little(width - 1 + (height - 1) * 2 ** 14, 4),
      Array<number>(11).fill(5),
    ),
    extended: joined(
      'VP8X',
      little(10, 4),
      [isAnimated ? 2 : 0, 0, 0, 0],
      little(width - 1, 3),
      little(height - 1, 3),
    ),
  }[kind];
  return joined('RIFF', little(data.length + 4, 4), 'WEBP', data);
}

export function bmp({ width = 3, height = 2 }: Size = {}): Bytes {
  const header = [
    ...little(40, 4),
    ...little(width, 4),
    ...little(2 ** 32 - height, 4),
    1,
    0,
    24,
    0,
    ...Array<number>(24).fill(0),
  ];
  return joined('BM', little(14 + header.length, 4), little(0, 8), header);
}

/** An AVIF with the size of a thumbnail before that of the picture. */
export function avif({ width = 3, height = 2 }: Size = {}, brand = 'avif'): Bytes {
  const box = (name: string, ...data: readonly number[]) => [
    ...big(data.length + 8, 4),
    ...joined(name),
    ...data,
  ];
  const size = (w: number, h: number) => box('ispe', 0, 0, 0, 0, ...big(w, 4), ...big(h, 4));
  const properties = box('iprp', ...box('ipco', ...size(1, 1), ...size(width, height)));
  return joined(
    box('ftyp', ...joined(brand), ...big(0, 4), ...joined('mif1')),
    box('meta', 0, 0, 0, 0, ...box('hdlr', 1, 2, 3), ...properties),
    box('mdat', 1, 2, 3, 4),
  );
}

export const SVG = joined(
  '<?xml version="1.0"?>\n<!-- <b> -->\n<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
);
