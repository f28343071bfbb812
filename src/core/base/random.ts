/** A source of numbers in [0, 1). It is always an argument, so that the same seed gives the same result. */
export type Random = () => number;

/** A source that can continue later: `state` is all that it remembers. */
export interface ResumableRandom extends Random {
  state: number;
}

/**
 * Returns a Mulberry32 generator (Tommy Ettinger 2017, public domain): 32 bits of state, passes gjrand for our sample
 * sizes, same sequence on every device.
 */
export function seededRandom(seed: number): ResumableRandom {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const access = { get: () => state, set: (value: number) => (state = value) };
  return Object.defineProperty(next as ResumableRandom, 'state', access);
}

/** Shuffles in place (Fisher–Yates, as Durstenfeld 1964 does it). */
export function shuffle(order: Uint32Array, random: Random): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
}
