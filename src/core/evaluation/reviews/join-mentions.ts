import type { Mentions } from './review-reading.ts';

/** Returns the mentions of all parts as one, in their order. */
export function joinMentions(parts: readonly Mentions[]): Mentions {
  const of = <Name extends keyof Mentions>(name: Name) => parts.map((part) => part[name]);
  return {
    review: joined(Uint32Array, of('review')),
    aspect: joined(Uint8Array, of('aspect')),
    sentence: joined(Int32Array, of('sentence')),
    negative: joined(Float32Array, of('negative')),
    direction: joined(Uint8Array, of('direction')),
  };
}

function joined<T extends { readonly length: number; set(part: T, at: number): void }>(
  Column: new (length: number) => T,
  parts: readonly T[],
): T {
  const all = new Column(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
