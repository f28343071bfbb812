import { emptyDatabase } from '../../support/database.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toHalfFloats } from '#core/base/bytes/half-floats.ts';
import { deleteDataset } from '#storage/data/datasets.ts';
import {
  addPictures,
  changePicture,
  loadKeepsPictures,
  loadLooks,
  loadPictures,
  loadSmallPicture,
  loadUnreadPicture,
  removePictures,
  restorePictures,
  saveKeepsPictures,
  savePictureReading,
  undoPictures,
  unreadPictures,
} from '#storage/data/pictures.ts';
import { database } from '#storage/database/database.ts';
import { sampleFacts, samplePicture } from '../../support/picture.ts';
import { storeSpring } from '../../support/spring-dataset.ts';

let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  datasetId = await storeSpring();
});
afterEach(emptyDatabase);

const add = (...owners: string[]) =>
  addPictures(
    datasetId,
    owners.map((owner) => samplePicture({ owner })),
  );
const owners = async () => (await loadPictures(datasetId)).map(({ owner }) => owner);
const { sha256 } = samplePicture();
const read = (id: number, reader: string, ...values: number[]) =>
  savePictureReading(datasetId, id, {
    ...{ sha256, halves: toHalfFloats(Float32Array.from(values)), reader, showsPeople: true },
  });

describe('pictures', () => {
  it('are stored with their small pictures, and go with their data set', async () => {
    const [id] = await add('Mug');
    const { owner, fileName, widthPx, heightPx, facts } = samplePicture();
    expect(await loadPictures(datasetId)).toEqual([
      { id, owner, fileName, sha256, widthPx, heightPx, facts, chosen: {}, readBy: null },
    ]);
    const blob = (await loadSmallPicture(id!))!;
    expect(blob.type).toBe('image/webp');
    expect([...new Uint8Array(await blob.arrayBuffer())]).toEqual([1, 2, 3]);
    await deleteDataset(datasetId);
    expect(await database.pictures.count()).toBe(0);
    expect(await loadSmallPicture(id!)).toBeNull();
  });

  it('are not stored beside a data set that is gone', async () => {
    const gone = addPictures(datasetId + 1, [samplePicture()]);
    await expect(gone).rejects.toMatchObject({ code: 'dataset-missing' });
  });

  it('take the place of others, and keep what the seller chose', async () => {
    const [id] = await add('Mug');
    await changePicture(datasetId, id!, { chosen: { colour: 'blue' } });
    await read(id!, 'one', 1);
    const other = { sha256: '0b'.repeat(32), insteadOf: id };
    expect(await addPictures(datasetId, [samplePicture(other)])).toEqual([id]);
    const [now] = await loadPictures(datasetId);
    expect(now).toMatchObject({ sha256: other.sha256, chosen: { colour: 'blue' }, readBy: null });
    expect((await loadLooks(datasetId)).get('Mug')).not.toHaveProperty('embedding');
  });
});

describe('looks', () => {
  it('are those of owners, as chosen over what the pixels say', async () => {
    const [id] = await add('Mug', '', 'Mug');
    await changePicture(datasetId, id!, { chosen: { colour: null } });
    await changePicture(datasetId, id!, { chosen: { isPatterned: true } });
    const { marks } = sampleFacts();
    expect(await loadLooks(datasetId)).toEqual(
      new Map([['Mug', { marks: { ...marks, isPatterned: true } }]]),
    );
  });

  it('hold embeddings of the encoder that has read most', async () => {
    const ids = await add('Mug', 'Jug', 'Pot');
    await read(ids[0]!, 'older', 1, 0);
    expect((await loadLooks(datasetId)).get('Mug')!.embedding).toEqual(Float32Array.of(1, 0));
    await read(ids[1]!, 'newer', 0, 0.5);
    await read(ids[2]!, 'newer', -1, 0);
    const looks = await loadLooks(datasetId);
    expect(looks.get('Mug')!.embedding).toBeUndefined();
    expect(looks.get('Jug')!.embedding).toEqual(Float32Array.of(0, 0.5));
    expect(looks.get('Pot')!.marks.showsPeople).toBe(true);
  });
});

describe('readings', () => {
  it('go on with what this encoder has not read', async () => {
    const [first, second] = await add('Mug', 'Jug');
    await read(first!, 'one', 1);
    const unread = (reader: string) => unreadPictures(datasetId, reader);
    expect(await unread('one')).toEqual([second]);
    expect(await unread('two')).toEqual([first, second]);
    await read(second! + 1, 'one', 1);
    expect(await database.pictures.count()).toBe(2);
  });

  it('of a file that another took the place of are dropped, and the other stays to be read', async () => {
    const [id] = await add('Mug');
    await saveKeepsPictures(datasetId, false);
    await addPictures(datasetId, [samplePicture({ sha256: '0b'.repeat(32), insteadOf: id })]);
    await read(id!, 'one', 1);
    expect((await loadLooks(datasetId)).get('Mug')).not.toHaveProperty('embedding');
    expect(await unreadPictures(datasetId, 'one')).toEqual([id]);
    expect((await loadUnreadPicture(id!, 'one'))!.sha256).toBe('0b'.repeat(32));
  });

  it('of a picture that cannot be decoded leave no older embedding', async () => {
    const [id] = await add('Mug');
    await read(id!, 'one', 1);
    const nothing = { sha256, halves: null, reader: 'two', showsPeople: null };
    await savePictureReading(datasetId, id!, nothing);
    expect((await loadLooks(datasetId)).get('Mug')).not.toHaveProperty('embedding');
    expect(await unreadPictures(datasetId, 'two')).toEqual([]);
    expect(await loadUnreadPicture(id!, 'two')).toBeNull();
  });

  it('leave no small picture where the seller keeps none', async () => {
    const [first, second, third] = await add('Mug', 'Jug', 'Pot');
    expect(await loadKeepsPictures(datasetId)).toBe(true);
    await read(first!, 'one', 1);
    await saveKeepsPictures(datasetId, false);
    expect(await loadKeepsPictures(datasetId)).toBe(false);
    await read(second!, 'one', 1);
    const kept = await database.pictureFiles.toCollection().primaryKeys();
    expect(kept).toEqual([third]);
    await saveKeepsPictures(datasetId, true);
    await read(third!, 'one', 1);
    expect(await loadKeepsPictures(datasetId)).toBe(true);
    expect(await loadSmallPicture(third!)).not.toBeNull();
  });
});

describe('changes of pictures', () => {
  it('give a product one picture, and are undone together', async () => {
    const [, second] = await add('Mug', '');
    const changes = await changePicture(datasetId, second!, { owner: 'Mug' });
    expect(await owners()).toEqual(['', 'Mug']);
    await read(second!, 'one', 1);
    expect(await undoPictures(datasetId, changes)).toEqual([]);
    expect(await owners()).toEqual(['Mug', '']);
    expect((await loadPictures(datasetId))[1]!.readBy).toBe('one');
    expect(await changePicture(datasetId, second! + 1, { owner: 'Mug' })).toEqual([]);
  });

  it('are undone over later ones only where that is wanted', async () => {
    const [id] = await add('Mug');
    const changes = await changePicture(datasetId, id!, { owner: 'Jug' });
    await changePicture(datasetId, id!, { owner: 'Pot' });
    expect(await undoPictures(datasetId, changes)).toMatchObject([{ id, now: { owner: 'Pot' } }]);
    expect(await owners()).toEqual(['Pot']);
    await undoPictures(datasetId, changes, { isForced: true });
    expect(await owners()).toEqual(['Mug']);
  });

  it('are undone over a picture that came since only where that is wanted, so that a product has one', async () => {
    const [first] = await add('Mug');
    const changes = await changePicture(datasetId, first!, { owner: 'Jug' });
    const [second] = await add('Mug');
    expect(await undoPictures(datasetId, changes)).toMatchObject([
      { id: second, now: { owner: 'Mug' } },
    ]);
    expect(await owners()).toEqual(['Jug', 'Mug']);
    expect(await undoPictures(datasetId, changes, { isForced: true })).toEqual([]);
    expect(await owners()).toEqual(['Mug', '']);
  });

  it('include removing all, and putting back what was not added again', async () => {
    const ids = await add('Mug', 'Jug', '');
    const removed = await removePictures(datasetId);
    expect(await database.pictureFiles.count()).toBe(0);
    const [again] = await add('Mug');
    await restorePictures(datasetId, removed);
    expect((await loadPictures(datasetId)).map(({ id }) => id)).toEqual([ids[1], ids[2], again]);
    expect(await database.pictureFiles.count()).toBe(3);
  });
});
