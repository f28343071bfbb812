// Pictures of products: what is known of them in one table, the small pictures in another, so that looks are loaded
// without pixels.

import { fromHalfFloats } from '#core/base/bytes/half-floats.ts';
import { conflictsOf, type RecordChange, type RecordConflict } from '#core/base/record-change.ts';
import type { Look, LookMarks, Looks } from '#core/launch/looks.ts';
import { marksOf, type ProductPicture } from '#core/model/images/product-picture.ts';
import { database } from '../database/database.ts';
import { withStorage } from '../database/quota.ts';
import type { PictureFileRecord, PictureRecord } from '../database/records.ts';
import type { UndoOptions } from '../database/undo-changes.ts';
import { inDataset, readRecord } from './datasets.ts';

export interface NewPicture extends Omit<ProductPicture, 'id' | 'chosen' | 'readBy'> {
  readonly small: Pick<PictureFileRecord, 'type' | 'bytes'>;
  /** Picture whose place it takes; what the seller chose of that stays. */
  readonly insteadOf?: number | undefined;
}

/** What the seller says of a picture. */
export interface PictureChoice {
  /** '' where it belongs to no product. */
  readonly owner: string;
  /** In place of what the pixels say; replaces all that was chosen before. */
  readonly chosen: Partial<LookMarks>;
}

export interface RemovedPictures {
  readonly pictures: readonly PictureRecord[];
  readonly files: readonly PictureFileRecord[];
}

/** Loads the pictures of a data set in the order in which they were added, without pixels and embeddings. */
export async function loadPictures(datasetId: number): Promise<ProductPicture[]> {
  return (await recordsOf(datasetId)).map(pictureOf);
}

/**
 * Loads how products look. Embeddings of different encoders are not comparable: those of the encoder that has read most
 * pictures are used, the later one of two that have read as many.
 */
export async function loadLooks(datasetId: number): Promise<Looks> {
  const records = await recordsOf(datasetId);
  const reader = commonReader(records);
  const looks = new Map<string, Look>();
  for (const record of records) {
    const { owner, readBy, embedding } = record;
    if (owner === '' || looks.has(owner)) continue;
    const isRead = embedding !== undefined && readBy === reader;
    looks.set(owner, {
      marks: marksOf(record),
      ...(isRead && { embedding: fromHalfFloats(new Uint16Array(embedding)) }),
    });
  }
  return looks;
}

function commonReader(records: readonly PictureRecord[]): string | null {
  const counts = new Map<string, number>();
  for (const { readBy } of records) {
    if (readBy !== null) counts.set(readBy, (counts.get(readBy) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return [...counts].findLast(([, count]) => count === most)?.[0] ?? null;
}

/** Loads a small picture; null where it is not kept. */
export async function loadSmallPicture(pictureId: number): Promise<Blob | null> {
  const file = await withStorage(() => database.pictureFiles.get(pictureId));
  return file ? blobOf(file) : null;
}

/** Loads whether small pictures are kept. Throws AppError dataset-missing where the data set is gone. */
export async function loadKeepsPictures(datasetId: number): Promise<boolean> {
  return (await withStorage(() => readRecord(datasetId))).keepsPictures ?? true;
}

/**
 * Stores whether small pictures are kept. Where they are not, deletes those that an image encoder has read; the others
 * go once one has. Throws AppError dataset-missing where the data set is gone.
 */
export function saveKeepsPictures(datasetId: number, isKept: boolean): Promise<void> {
  const { datasets, pictures, pictureFiles } = database;
  return inDataset(datasetId, [pictures, pictureFiles], async () => {
    await datasets.update(datasetId, { keepsPictures: isKept });
    if (isKept) return;
    const read = await pictures
      .where({ datasetId })
      .filter(({ readBy }) => readBy !== null)
      .primaryKeys();
    await pictureFiles.bulkDelete(read);
  });
}

/** Loads the IDs of pictures whose small picture is missing although they are kept now: for a while they were not. */
export async function picturesWithoutFile(datasetId: number): Promise<Set<number>> {
  if (!(await loadKeepsPictures(datasetId))) return new Set();
  const { pictures, pictureFiles } = database;
  return withStorage(async () => {
    const missing = new Set(await pictures.where({ datasetId }).primaryKeys());
    for (const id of await pictureFiles.where({ datasetId }).primaryKeys()) missing.delete(id);
    return missing;
  });
}

/** Stores the small picture of one that is known. Throws AppError storage-full, dataset-missing. */
export function saveSmallPicture(
  datasetId: number,
  pictureId: number,
  small: NewPicture['small'],
): Promise<void> {
  const { pictures, pictureFiles } = database;
  return inDataset(datasetId, [pictures, pictureFiles], async () => {
    if (await ownRecord(datasetId, pictureId))
      await pictureFiles.put({ pictureId, datasetId, ...small });
  });
}

/**
 * Adds pictures, all or none. Returns their IDs. Throws AppError storage-full where there is no room, dataset-missing
 * where the data set is gone.
 */
export function addPictures(datasetId: number, added: readonly NewPicture[]): Promise<number[]> {
  const { pictures, pictureFiles } = database;
  return inDataset(datasetId, [pictures, pictureFiles], async () => {
    const ids: number[] = [];
    for (const { small, insteadOf, ...picture } of added) {
      const before = insteadOf === undefined ? undefined : await ownRecord(datasetId, insteadOf);
      const pictureId = await pictures.put({
        ...{ ...picture, datasetId, readBy: null, chosen: before?.chosen ?? {} },
        ...(before && { id: before.id }),
      });
      await pictureFiles.put({ pictureId, datasetId, ...small });
      ids.push(pictureId);
    }
    return ids;
  });
}

/**
 * Changes the owner of a picture or what the seller says of it. A picture that had this owner before loses it: a product
 * has one. Returns the changes; none where the picture is gone. Throws AppError dataset-missing where the data set is.
 */
export function changePicture(
  datasetId: number,
  id: number,
  change: Partial<PictureChoice>,
): Promise<readonly RecordChange<PictureChoice>[]> {
  const { pictures } = database;
  return inDataset(datasetId, [pictures], async () => {
    const all = await pictures.where({ datasetId }).sortBy('id');
    const changed = all.find((each) => each.id === id);
    if (!changed) return [];
    const { owner = '' } = change;
    const others = owner === '' ? [] : all.filter((each) => each.owner === owner && each.id !== id);
    const changes = [
      { record: changed, after: { ...choiceOf(changed), ...change } },
      ...others.map((record) => ({ record, after: { ...choiceOf(record), owner: '' } })),
    ];
    for (const { record, after } of changes) await pictures.update(record.id, after);
    return changes.map(({ record, after }) => {
      return { id: record.id, before: choiceOf(record), after };
    });
  });
}

/**
 * Undoes changes of pictures, all or none. Returns those that have been changed again since, and those that have been
 * given a product which another gets back; then nothing is done, unless forced. Throws AppError dataset-missing where the data set is gone.
 */
export function undoPictures(
  datasetId: number,
  changes: readonly RecordChange<PictureChoice>[],
  { isForced = false }: UndoOptions = {},
): Promise<readonly RecordConflict<PictureChoice>[]> {
  const { pictures } = database;
  return inDataset(datasetId, [pictures], async () => {
    const stored = await pictures.bulkGet(changes.map(({ id }) => id));
    const now = new Map(stored.flatMap((each) => (each ? [[each.id, choiceOf(each)]] : [])));
    const others = await takersOf(datasetId, changes);
    const conflicts = [...conflictsOf(changes, (id) => now.get(id) ?? null), ...others];
    if (conflicts.length > 0 && !isForced) return conflicts;
    for (const { id, before } of [...changes, ...others])
      if (before) await pictures.update(id, before);
    return [];
  });
}

/** Returns what other pictures lose, since a product has one: products that they were given since. */
async function takersOf(
  datasetId: number,
  changes: readonly RecordChange<PictureChoice>[],
): Promise<RecordConflict<PictureChoice>[]> {
  const ids = new Set(changes.map(({ id }) => id));
  const owners = new Set(changes.map(({ before }) => before?.owner ?? ''));
  owners.delete('');
  const takers = await database.pictures
    .where({ datasetId })
    .filter(({ id, owner }) => owners.has(owner) && !ids.has(id))
    .toArray();
  return takers.map((record) => {
    const now = choiceOf(record);
    return { id: record.id, before: { ...now, owner: '' }, after: null, now };
  });
}

/** Removes all pictures of a data set and returns them. Throws AppError dataset-missing where the data set is gone. */
export function removePictures(datasetId: number): Promise<RemovedPictures> {
  const { pictures, pictureFiles } = database;
  return inDataset(datasetId, [pictures, pictureFiles], async () => {
    const removed = {
      pictures: await pictures.where({ datasetId }).sortBy('id'),
      files: await pictureFiles.where({ datasetId }).toArray(),
    };
    await pictures.where({ datasetId }).delete();
    await pictureFiles.where({ datasetId }).delete();
    return removed;
  });
}

/**
 * Puts removed pictures back, but for those whose product, or file without a product, has been added again since. Throws
 * AppError dataset-missing where the data set is gone.
 */
export function restorePictures(datasetId: number, removed: RemovedPictures): Promise<void> {
  const { pictures, pictureFiles } = database;
  return inDataset(datasetId, [pictures, pictureFiles], async () => {
    const there = new Set((await pictures.where({ datasetId }).toArray()).map(placeOf));
    const back = removed.pictures.filter((each) => !there.has(placeOf(each)));
    const ids = new Set(back.map(({ id }) => id));
    await pictures.bulkPut(back);
    await pictureFiles.bulkPut(removed.files.filter(({ pictureId }) => ids.has(pictureId)));
  });
}

/** Loads the IDs of the kept pictures that this encoder has not read. */
export async function unreadPictures(datasetId: number, reader: string): Promise<number[]> {
  const unread = (await recordsOf(datasetId)).filter(({ readBy }) => readBy !== reader);
  const kept = await withStorage(() => database.pictureFiles.where({ datasetId }).primaryKeys());
  const isKept = new Set(kept);
  return unread.flatMap(({ id }) => (isKept.has(id) ? [id] : []));
}

interface UnreadPicture extends Pick<ProductPicture, 'sha256'> {
  readonly file: Blob;
}

/** Loads a small picture that this encoder has not read; null where it was read meanwhile, or is gone. */
export function loadUnreadPicture(id: number, reader: string): Promise<UnreadPicture | null> {
  const { pictures, pictureFiles } = database;
  return withStorage(() =>
    database.transaction('r', [pictures, pictureFiles], async () => {
      const record = await pictures.get(id);
      const file = await pictureFiles.get(id);
      if (!record || !file || record.readBy === reader) return null;
      return { sha256: record.sha256, file: blobOf(file) };
    }),
  );
}

interface PictureReading extends Pick<ProductPicture, 'sha256'> {
  /** Embedding as half floats; null where the small picture cannot be decoded. */
  readonly halves: Uint16Array | null;
  /** SHA-256 of the encoder's weights. */
  readonly reader: string;
  readonly showsPeople: boolean | null;
}

/**
 * Stores what the image encoder sees. Where the seller keeps no pictures, deletes the small picture. Does nothing where
 * the picture is gone or another file took its place. Throws AppError dataset-missing where the data set is gone.
 */
export function savePictureReading(
  datasetId: number,
  id: number,
  { sha256, halves, reader, showsPeople }: PictureReading,
): Promise<void> {
  const { pictures, pictureFiles } = database;
  return inDataset(datasetId, [pictures, pictureFiles], async ({ keepsPictures = true }) => {
    const record = await ownRecord(datasetId, id);
    if (record?.sha256 !== sha256) return;
    const facts = { ...record.facts, marks: { ...record.facts.marks, showsPeople } };
    const embedding = halves ? Uint16Array.from(halves).buffer : undefined;
    // Not put: indexes stay as they are, so what watches only them does not load again.
    await pictures.update(id, { facts, embedding, readBy: reader });
    if (!keepsPictures) await pictureFiles.delete(id);
  });
}

function recordsOf(datasetId: number): Promise<PictureRecord[]> {
  return withStorage(() => database.pictures.where({ datasetId }).sortBy('id'));
}

async function ownRecord(datasetId: number, id: number): Promise<PictureRecord | undefined> {
  const record = await database.pictures.get(id);
  return record?.datasetId === datasetId ? record : undefined;
}

function pictureOf(record: PictureRecord): ProductPicture {
  const { id, owner, fileName, sha256, widthPx, heightPx, facts, chosen, readBy } = record;
  return { id, owner, fileName, sha256, widthPx, heightPx, facts, chosen, readBy };
}

function choiceOf({ owner, chosen }: PictureRecord): PictureChoice {
  return { owner, chosen };
}

/** Returns what only one picture can take. */
function placeOf({ owner, sha256 }: PictureRecord): string {
  return owner === '' ? `file ${sha256}` : `product ${owner}`;
}

function blobOf({ type, bytes }: PictureFileRecord): Blob {
  return new Blob([bytes], { type });
}
