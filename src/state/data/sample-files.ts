import { AppError } from '#core/base/errors.ts';
import type { Market } from '#core/launch/events/markets.ts';
import { sampleAddress } from '../base/addresses.ts';
import type { OfferedSample } from './samples.ts';

/** What a sample has besides its launches. */
export interface SampleExtras {
  readonly market: Market;
  /** New products to add to the launches. */
  readonly products: File;
}

type FetchFile = (address: string, signal: AbortSignal) => Promise<Response>;

/**
 * Fetches both files of a sample before any of it is stored, so that it is there completely or not at all.
 * Throws AppError file-unreadable where the host answers with an error.
 */
export async function fetchSample(
  { launches, every, products, market }: OfferedSample,
  fetchFile: FetchFile,
  signal: AbortSignal,
): Promise<{ readonly file: File; readonly extras: SampleExtras }> {
  const fetched = async (fileName: string): Promise<File> => {
    const answer = await fetchFile(sampleAddress(fileName), signal);
    if (!answer.ok) {
      throw new AppError('file-unreadable', `Expected ${fileName}, got status ${answer.status}`);
    }
    return new File([await answer.blob()], fileName, { type: 'text/csv' });
  };
  const [whole, newProducts] = await Promise.all([fetched(launches), fetched(products)]);
  const file = every === 1 ? whole : await thinned(whole, every);
  return { file, extras: { market, products: newProducts } };
}

/** Keeps the header and every nth row. No cell of a sample holds a line break. */
async function thinned(file: File, every: number): Promise<File> {
  const [header, ...rows] = (await file.text()).trimEnd().split('\n');
  const kept = [header, ...rows.filter((_, row) => row % every === 0)];
  return new File([`${kept.join('\n')}\n`], file.name, { type: file.type });
}
