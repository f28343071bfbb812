import type { Page } from '@playwright/test';
import { unpackEmbeddings } from '#core/language/embedding-chunk.ts';

interface KeptChunk {
  readonly reader: string;
  readonly texts: readonly string[];
  readonly halves: readonly number[];
}

/** What the app keeps of the texts that its language model read. */
export async function keptEmbeddings(page: Page): Promise<Map<string, Float32Array>> {
  const chunks = await page.evaluate(
    () =>
      new Promise<KeptChunk[]>((resolve, reject) => {
        const opening = indexedDB.open('debut');
        opening.onerror = () => reject(opening.error!);
        opening.onsuccess = () => {
          const database = opening.result;
          const asked = database.transaction('embeddings').objectStore('embeddings').getAll();
          asked.onerror = () => reject(asked.error!);
          asked.onsuccess = () => {
            database.close();
            const found = asked.result as {
              reader: string;
              texts: string[];
              bytes: ArrayBuffer;
            }[];
            resolve(
              found.map(({ bytes, ...chunk }) => ({
                ...chunk,
                halves: [...new Uint16Array(bytes)],
              })),
            );
          };
        };
      }),
  );
  return new Map(
    chunks.flatMap((chunk) =>
      unpackEmbeddings({ ...chunk, halves: Uint16Array.from(chunk.halves) }),
    ),
  );
}
