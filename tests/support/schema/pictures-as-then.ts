// Adds pictures of products to what an earlier version stored, with the code of the version whose tree this folder is in.
// tests/fixtures/schema/version-18.jsonl and those after it were made with it:
//   npx tsx tests/support/schema/pictures-as-then.ts version-17.jsonl version-18.jsonl

import 'fake-indexeddb/auto';
import { readFileSync, writeFileSync } from 'node:fs';
import { toHalfFloats } from '#core/base/bytes/half-floats.ts';
import { database } from '#storage/database/database.ts';
import { addPictures, changePicture, savePictureReading } from '#storage/data/pictures.ts';
import { samplePicture } from '../picture.ts';
import { fromLines, readDatabase, toLines, writeDatabase } from './stored-database.ts';

const DATASET_ID = 1;

const [from, to] = process.argv.slice(2);
if (!from || !to) throw new Error('expected the file to read and the file to write');
await writeDatabase(fromLines(readFileSync(from, 'utf8')));
await database.open();
const pictures = ['Green mug', ''].map((owner) => samplePicture({ owner }));
const [id] = await addPictures(DATASET_ID, pictures);
const halves = toHalfFloats(Float32Array.of(0.6, 0.8));
await savePictureReading(DATASET_ID, id!, {
  ...{ sha256: pictures[0]!.sha256, halves, reader: 'ab'.repeat(32), showsPeople: false },
});
await changePicture(DATASET_ID, id!, { chosen: { colour: 'green' } });
database.close();
writeFileSync(to, toLines(await readDatabase('debut')));
process.exit(0);
