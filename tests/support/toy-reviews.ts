import { seededRandom } from '#core/base/random.ts';

const NOUNS = ['blicket', 'dax', 'wug', 'fep', 'toma', 'zav'];

/** Returns reviews in which made-up words tell the stars: zorp is praise, grix is blame, the others say nothing. */
export function toyReviews(count: number, seed: number): { texts: string[]; stars: number[] } {
  const random = seededRandom(seed);
  const noun = () => NOUNS[Math.floor(random() * NOUNS.length)]!;
  const stars = Array.from({ length: count }, () => (random() < 0.3 ? 1 : 5));
  const texts = stars.map((s) => `${noun()} ${s === 5 ? 'zorp' : 'grix'} ${noun()}. ${noun()}`);
  return { texts, stars };
}
