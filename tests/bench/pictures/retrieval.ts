// Photographs from shelves find the product's picture in a web shop: by the image encoder, by a colour histogram, and by
// the encoder's inputs without its last layer's training on kinds (see workers/build/pictures/train-head.py).

import { squarePicture } from '#core/model/images/square-picture.ts';
import { readPicturesInNode, smallPictureInNode } from '#workers/headless/pictures-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { groceryKinds, hasGroceryPictures, type GroceryKind } from './grocery-pictures.ts';

const LEAST_TOP_1 = 0.6;
const LEAST_OVER_COLOURS = 0.25;
const BINS = 8;

/** Prints shares of photographs that find their product; returns the missed targets. */
export async function retrieval(): Promise<readonly string[]> {
  if (!hasGroceryPictures()) {
    console.log('  skipped: ../shared/data/grocery-pictures is not here');
    return [];
  }
  const kinds = groceryKinds();
  const engine = await openNodeEngine();
  const paths = kinds.flatMap(({ iconic, photographs }) => [iconic, ...photographs]);
  const looks = await readPicturesInNode(paths, engine);
  engine.dispose();
  const seen = tell('image encoder', kinds, (path) => looks.get(path)!.embedding!, true);
  const histograms = new Map<string, Float32Array>();
  for (const path of paths) histograms.set(path, await colourHistogram(path));
  const colours = tell('colour histogram', kinds, (path) => histograms.get(path)!, false);
  const missed: string[] = [];
  if (seen < colours + LEAST_OVER_COLOURS) missed.push(`top-1 25 points over colours`);
  if (seen < LEAST_TOP_1) missed.push(`top-1 of ${LEAST_TOP_1 * 100} %`);
  return missed;
}

/** @param isCentred whether each set is centred by its own mean, as the app centres a shop's pictures */
function tell(
  name: string,
  kinds: readonly GroceryKind[],
  vectorOf: (path: string) => Float32Array,
  isCentred: boolean,
): number {
  const prepare = isCentred ? centred : (vectors: Float32Array[]) => vectors;
  const products = prepare(kinds.map(({ iconic }) => vectorOf(iconic)));
  const photographs = kinds.flatMap(({ photographs: own }, kind) =>
    own.map((path) => ({ path, kind })),
  );
  const asked = prepare(photographs.map(({ path }) => vectorOf(path)));
  const ranks = photographs.map(({ kind }, i) => {
    const scores = products.map((product) => similarity(asked[i]!, product, isCentred));
    return scores.filter((score) => score > scores[kind]!).length;
  });
  const share = (most: number) => ranks.filter((rank) => rank < most).length / ranks.length;
  console.log(`  ${name}: top-1 ${percent(share(1))}, top-5 ${percent(share(5))}`);
  return share(1);
}

function centred(vectors: readonly Float32Array[]): Float32Array[] {
  const mean = vectors[0]!.map((_, i) => vectors.reduce((sum, each) => sum + each[i]!, 0));
  return vectors.map((vector) => vector.map((value, i) => value - mean[i]! / vectors.length));
}

/** Cosine of embeddings; intersection of histograms. */
function similarity(a: Float32Array, b: Float32Array, isEmbedding: boolean): number {
  if (!isEmbedding) return a.reduce((sum, value, i) => sum + Math.min(value, b[i]!), 0);
  const dot = a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}

/** Returns shares of 8 × 8 × 8 colours in sRGB (Swain and Ballard 1991). */
async function colourHistogram(path: string): Promise<Float32Array> {
  const rgb = squarePicture(await smallPictureInNode(path));
  const shares = new Float32Array(BINS ** 3);
  const bin = (byte: number) => Math.floor((byte * BINS) / 256);
  for (let i = 0; i < rgb.length; i += 3)
    shares[(bin(rgb[i]!) * BINS + bin(rgb[i + 1]!)) * BINS + bin(rgb[i + 2]!)]! += 3 / rgb.length;
  return shares;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
