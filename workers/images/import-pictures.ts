import { matchPictures } from '#core/import/pictures/match-pictures.ts';
import { namedProducts } from '#core/import/pictures/named-products.ts';
import type { PictureAccount, PictureProblem } from '#core/import/pictures/picture-account.ts';
import {
  notesOf,
  readPictureHeader,
  type PictureReading,
} from '#core/import/pictures/picture-header.ts';
import { pictureFacts } from '#core/model/images/picture-facts.ts';
import type { ProductPicture } from '#core/model/images/product-picture.ts';
import type { PicturesRequest } from '#protocol/dataset-requests.ts';
import type { Job } from '#protocol/job.ts';
import { loadLaunchTable } from '#storage/data/datasets.ts';
import {
  addPictures,
  changePicture,
  loadPictures,
  picturesWithoutFile,
  saveSmallPicture,
} from '#storage/data/pictures.ts';
import { loadProducts } from '#storage/data/products.ts';
import { loadArticles } from '#storage/plan/suppliers.ts';
import { whileStoring } from '#storage/database/work-lock.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { sha256Of } from '../runtime/sha256.ts';
import { decodePicture, type DecodePicture } from './decode-picture.ts';
import { listPictures, orDamaged, type ListedPicture, type ReadPicture } from './list-pictures.ts';

/**
 * Imports pictures: gives each to the product that its name says, and stores it small. One that cannot be read stops no
 * other; a stop keeps what was stored, and the next import goes on from there. Throws AppError file-locked, storage-full.
 * @param decode how pictures are decoded
 */
export function importPictures(
  { datasetId, files }: PicturesRequest,
  job: Job,
  decode: DecodePicture = decodePicture,
): Promise<PictureAccount> {
  return whileStoring(async () => {
    const paced = new ThrottledJob(job);
    await paced.step({ phase: 'read', done: 0, total: null });
    const { pictures, damaged } = await listPictures(files);
    const [table, waiting, articles, stored, withoutFile] = await Promise.all([
      loadLaunchTable(datasetId),
      loadProducts(datasetId),
      loadArticles(datasetId),
      loadPictures(datasetId),
      picturesWithoutFile(datasetId),
    ]);
    const products = namedProducts(table, [...waiting, ...articles]);
    const matches = matchPictures(pictures, products);
    const owners = new Set(products.map(({ owner }) => owner));
    const importing = new PictureImport({ datasetId, stored, withoutFile, owners, decode });
    for (const fileName of damaged) importing.refuse(fileName, 'damaged');
    const inOrder = pictures
      .map((listed, i) => ({ listed, ...matches[i]! }))
      .sort((a, b) => a.place - b.place);
    for (const [done, { listed, owner }] of inOrder.entries()) {
      await paced.step({ phase: 'pictures', done, total: inOrder.length });
      await importing.take(listed, owner);
    }
    paced.report({ phase: 'pictures', done: inOrder.length, total: inOrder.length });
    return importing.account;
  });
}

interface Importing {
  readonly datasetId: number;
  readonly stored: readonly ProductPicture[];
  /** See `picturesWithoutFile`. */
  readonly withoutFile: ReadonlySet<number>;
  /** Of the products that there are. */
  readonly owners: ReadonlySet<string>;
  readonly decode: DecodePicture;
}

type Writable<T> = {
  -readonly [Key in keyof T]: T[Key] extends readonly (infer E)[] ? E[] : T[Key];
};

/** Takes pictures one by one, and remembers what became of each. */
class PictureImport {
  readonly #to: Importing;
  /** Pictures that are stored, those of this import included, by their SHA-256. */
  readonly #bySha = new Map<string, Known[]>();
  readonly #byOwner = new Map<string, Shown>();
  readonly account: Writable<PictureAccount> = {
    ...{ matchedCount: 0, unchangedCount: 0 },
    ...{ furtherViews: [], unmatched: [], refused: [], noted: [] },
  };

  constructor(importing: Importing) {
    this.#to = importing;
    for (const picture of importing.stored) this.#remember(picture, false);
  }

  refuse(fileName: string, problem: PictureProblem): void {
    this.account.refused.push({ fileName, problem });
  }

  async take({ path, cells, read }: ListedPicture, owner: string | null): Promise<void> {
    const { header, problem, bytes } = await readOne(read);
    if (!header) {
      this.refuse(path, problem);
      return;
    }
    const sha256 = await sha256Of(bytes);
    const shown = owner === null ? undefined : this.#byOwner.get(owner);
    // In a workbook, several rows may show the same file.
    const file = cells ? null : path;
    if (this.#isThere({ sha256, owner, file })) {
      this.account.unchangedCount += 1;
      await this.#refill(sha256, bytes);
    } else if (shown && !isUpdate(shown, path)) this.account.furtherViews.push(path);
    else if (await this.#add({ path, owner, bytes, sha256, insteadOf: shown?.id })) {
      for (const note of notesOf(header, path)) this.account.noted.push({ fileName: path, note });
      if (owner === null) this.account.unmatched.push(path);
      else this.account.matchedCount += 1;
    }
  }

  /**
   * Returns whether the picture is there with its product, or whatever product where its name says none. The same file
   * is there, too, where the seller gave it to another product.
   */
  #isThere({ sha256, owner, file }: Sought): boolean {
    const same = this.#bySha.get(sha256) ?? [];
    if (owner === null) return same.length > 0;
    const isGiven = (each: Known) => each.fileName === file && this.#to.owners.has(each.owner);
    return same.some((each) => each.owner === owner || isGiven(each));
  }

  /** Stores a picture small again where small pictures were not kept for a while. */
  async #refill(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const { datasetId, withoutFile, decode } = this.#to;
    const same = this.#bySha.get(sha256)!.filter(({ id }) => withoutFile.has(id));
    const decoded = same.length > 0 ? await decode(new Blob([bytes])).catch(() => null) : null;
    for (const { id } of same) if (decoded) await saveSmallPicture(datasetId, id, decoded.small);
  }

  /** Stores a picture; one that is there without a product is given to this one. Returns false where it is damaged. */
  async #add({ path, owner, bytes, sha256, insteadOf }: Added): Promise<boolean> {
    const { datasetId, decode } = this.#to;
    const waiting = this.#bySha.get(sha256)?.find((each) => each.owner === '');
    if (owner !== null && waiting) {
      await changePicture(datasetId, waiting.id, { owner });
      this.#remember({ id: waiting.id, owner, sha256, fileName: path });
      return true;
    }
    const decoded = await decode(new Blob([bytes])).catch(() => null);
    if (!decoded) {
      this.refuse(path, 'damaged');
      return false;
    }
    const { widthPx, heightPx, pixels, small } = decoded;
    const picture = { owner: owner ?? '', fileName: path, sha256, widthPx, heightPx };
    const facts = pictureFacts(pixels);
    const [id] = await addPictures(datasetId, [{ ...picture, facts, small, insteadOf }]);
    this.#remember({ id: id!, ...picture });
    return true;
  }

  #remember({ id, owner, sha256, fileName }: Stored, isNew = true): void {
    const same = this.#bySha.get(sha256) ?? [];
    this.#bySha.set(sha256, [...same.filter((each) => each.id !== id), { id, owner, fileName }]);
    if (owner !== '') this.#byOwner.set(owner, { id, fileName, isNew });
  }
}

type Known = Pick<ProductPicture, 'id' | 'owner' | 'fileName'>;
type Stored = Known & Pick<ProductPicture, 'sha256'>;

interface Sought {
  readonly sha256: string;
  readonly owner: string | null;
  /** Its path; null for one in a workbook. */
  readonly file: string | null;
}

/** The picture that a product has. */
interface Shown {
  readonly id: number;
  readonly fileName: string;
  /** Whether it came with this import. */
  readonly isNew: boolean;
}

interface Added {
  readonly path: string;
  readonly owner: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
  /** Picture of the same name and product that was there before. */
  readonly insteadOf: number | undefined;
}

type ReadOne = PictureReading & Pick<ReadPicture, 'bytes'>;

async function readOne(read: ListedPicture['read']): Promise<ReadOne> {
  const found = await orDamaged(read);
  if (!found) return { header: null, problem: 'damaged', bytes: new Uint8Array() };
  const { bytes, isWhole } = found;
  const reading = readPictureHeader(bytes);
  const isTooLarge = !isWhole && (reading.header !== null || reading.problem === 'truncated');
  return isTooLarge ? { header: null, problem: 'too-many-pixels', bytes } : { ...reading, bytes };
}

/** Returns whether a file is a newer version of a picture from an earlier import, by its name. */
function isUpdate({ fileName, isNew }: Shown, path: string): boolean {
  return !isNew && lastName(fileName) === lastName(path);
}

function lastName(path: string): string {
  return path.split(/[/\\]/).at(-1)!;
}
