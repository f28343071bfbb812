import { everythingStored } from './database.ts';

/** Returns all stored texts, including those within bytes. */
export async function storedText(): Promise<string> {
  return textsIn(await everythingStored()).join('\n');
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
    return [new TextDecoder('latin1').decode(value)];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, each]) => [name, ...textsIn(each)]);
}
