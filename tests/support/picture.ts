import { EDGE_CELLS, type ProductPicture } from '#core/model/images/product-picture.ts';
import type { NewPicture } from '#storage/data/pictures.ts';

/** A picture that no image encoder has read, with a small picture of three bytes. */
export function samplePicture(changed: Partial<NewPicture> = {}): NewPicture {
  return {
    ...{ owner: 'Mug', fileName: 'mug-1.jpg', sha256: '0a'.repeat(32) },
    ...{ widthPx: 1_000, heightPx: 800, facts: sampleFacts() },
    small: { type: 'image/webp', bytes: Uint8Array.of(1, 2, 3).buffer },
    ...changed,
  };
}

export function sampleFacts(changed: Partial<ProductPicture['facts']> = {}) {
  return {
    marks: {
      ...({ colour: 'red', isPatterned: false, background: 'white' } as const),
      showsPeople: null,
    },
    hash: '00ff00ff00ff00ff',
    ...{ brightness: 0.5, saturation: 0.25, warmth: -0.125, clutter: 0 },
    edges: new Uint8Array(EDGE_CELLS ** 2).fill(7),
    ...changed,
  };
}
