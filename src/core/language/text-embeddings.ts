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
  let product = 0;
  for (let i = 0; i < a.length; i++) product += a[i]! * b[i]!;
  return product;
}
