import type { ProductColumns } from '../launch/launch-table.ts';
import { words } from '../text.ts';

/** What the language model makes of texts: 512 numbers of length 1 for each, zeros where it can read nothing. */
export type TextEmbeddings = ReadonlyMap<string, Float32Array>;

/** The distinct texts of products that are worth an embedding: their titles, and the words of these. */
export function textsToEmbed({ title }: Pick<ProductColumns, 'title'>): string[] {
  const texts = new Set<string>(title);
  for (const each of title) for (const word of words(each)) texts.add(word);
  texts.delete('');
  return [...texts];
}

/** The cosine of two embeddings; 0 where the language model could read one of them not at all. */
export function likeness(a: Float32Array, b: Float32Array): number {
  // Four sums at once: each would otherwise wait for the one before, and pages compare tens of thousands.
  let [first, second, third, fourth] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < a.length; i += 4) {
    first += a[i]! * b[i]!;
    second += a[i + 1]! * b[i + 1]!;
    third += a[i + 2]! * b[i + 2]!;
    fourth += a[i + 3]! * b[i + 3]!;
  }
  for (; i < a.length; i++) first += a[i]! * b[i]!;
  return first + second + third + fourth;
}

/** The language model gives zeros for what it cannot read. */
export function isRead(embedding: Float32Array | undefined): embedding is Float32Array {
  return embedding?.some((value) => value !== 0) ?? false;
}
