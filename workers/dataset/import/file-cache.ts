import type { FileToRead, ShopFiles } from '#protocol/dataset-requests.ts';
import type { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { openCsv, type CsvFile } from '../file/open-csv.ts';
import { readShop, type ShopReading } from './read-shop.ts';

/**
 * Keeps what was opened and read of the files that the seller chose, while they decide what it means. Another worker
 * opens the files again.
 */
export class FileCache {
  #opened: { readonly key: string; readonly csv: CsvFile } | null = null;
  #shop: ShopReading | null = null;
  #shopKey = '';

  /** Opens a file, unless it was opened last. Throws what openCsv() throws. */
  async open(wanted: FileToRead): Promise<CsvFile> {
    const csv = await this.#take(wanted);
    this.#opened = { key: keyOf(wanted), csv };
    return csv;
  }

  /** Reads the files of a shop, unless they are those read last. Throws what readShop() throws. */
  async openShop(shop: ShopFiles, job: ThrottledJob): Promise<ShopReading> {
    const key = JSON.stringify([shop.timeZone, shop.files.map(factsOf)]);
    if (this.#shop === null || key !== this.#shopKey) {
      this.#shop = null; // two shops need not fit into memory at once
      this.#shop = await readShop(shop, job, (table) => this.#take(table));
      this.#shopKey = key;
    }
    return this.#shop;
  }

  clear(): void {
    this.#opened = this.#shop = null;
  }

  /** Returns the file that was opened last, or opens it; keeps neither. Of two files with equal facts, one is opened. */
  async #take(wanted: FileToRead): Promise<CsvFile> {
    const last = this.#opened;
    this.#opened = null;
    return last?.key === keyOf(wanted) ? last.csv : openCsv(wanted);
  }
}

function keyOf({ file, reading }: FileToRead): string {
  return JSON.stringify([factsOf(file), reading]);
}

/** Files cross to the worker as copies, so they are identified by name, size and modification time. */
function factsOf({ name, size, lastModified }: File) {
  return [name, size, lastModified];
}
