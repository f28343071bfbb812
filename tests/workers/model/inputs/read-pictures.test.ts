import { emptyDatabase } from '../../../support/database.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LOOK_SIZE } from '#core/model/images/image-encoder-weights.ts';
import type { Pixels } from '#core/model/images/pixels.ts';
import { pictureFile } from '#core/model/text/language-files.ts';
import type { EngineSession } from '#learning/session.ts';
import {
  addPictures,
  loadLooks,
  loadPictures,
  loadSmallPicture,
  saveKeepsPictures,
} from '#storage/data/pictures.ts';
import { BuiltLanguage } from '#workers/headless/built-language.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { readPictures } from '#workers/model/inputs/read-pictures.ts';
import { jobFor } from '../../../support/csv-file.ts';
import { modelHost } from '../../../support/model-host.ts';
import { samplePicture } from '../../../support/picture.ts';
import { storeSpring } from '../../../support/spring-dataset.ts';

const OWNERS = ['Mug', 'Vase', 'Lamp', 'Rug'];

let engine: EngineSession;
let datasetId = 0;
let ids: number[] = [];

beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.dispose());
beforeEach(async () => {
  await emptyDatabase();
  datasetId = await storeSpring();
  ids = await addPictures(
    datasetId,
    OWNERS.map((owner) => samplePicture({ owner })),
  );
});

/** Stands for the browser: each call gives another plain colour. */
function decoder() {
  let count = 0;
  return (): Promise<Pixels> => {
    count += 1;
    const data = new Uint8ClampedArray(4 * 30 * 40).fill(60 * count);
    return Promise.resolve({ width: 30, height: 40, data });
  };
}

const request = () => ({ datasetId, compute: 'wasm', allowsDownload: true }) as const;
const host = (given: Parameters<typeof modelHost>[1] = {}) => modelHost(() => engine, given);

describe('readPictures', () => {
  it('stores what the encoder sees of each picture', async () => {
    const read = await readPictures(request(), jobFor(), host(), decoder());
    expect(read).toEqual({ readCount: 4, total: 4 });
    const looks = await loadLooks(datasetId);
    for (const owner of OWNERS) {
      const { embedding } = looks.get(owner)!;
      expect(embedding).toHaveLength(LOOK_SIZE);
      expect(Math.hypot(...embedding!)).toBeCloseTo(1, 2);
    }
    expect(looks.get('Mug')!.embedding).not.toEqual(looks.get('Rug')!.embedding);
    expect((await loadPictures(datasetId)).map(({ readBy }) => readBy)).toEqual(
      OWNERS.map(() => pictureFile.sha256),
    );
  });

  it('goes on where it was stopped, and reads nothing twice', async () => {
    const stop = new AbortController();
    let decoded = 0;
    const stopping = async () => {
      decoded += 1;
      if (decoded === 3) stop.abort();
      return decoder()();
    };
    const stopped = readPictures(request(), jobFor(undefined, stop.signal), host(), stopping);
    await expect(stopped).rejects.toThrow(/abort/i);
    const before = (await loadPictures(datasetId)).filter(({ readBy }) => readBy !== null).length;
    expect(before).toBe(3);
    decoded = 0;
    const counting = () => {
      decoded += 1;
      return decoder()();
    };
    const read = await readPictures(request(), jobFor(), host(), counting);
    expect([decoded, read]).toEqual([1, { readCount: 4, total: 4 }]);
  });

  it('goes on past a picture that cannot be decoded, and never tries it again', async () => {
    let tried = 0;
    const plain = decoder();
    const failingOnce = () => {
      tried += 1;
      if (tried === 2) return Promise.reject(new DOMException('cannot', 'InvalidStateError'));
      return plain();
    };
    await readPictures(request(), jobFor(), host(), failingOnce);
    const looks = await loadLooks(datasetId);
    expect(OWNERS.filter((owner) => !looks.get(owner)!.embedding)).toEqual(['Vase']);
    await readPictures(request(), jobFor(), host(), failingOnce);
    expect(tried).toBe(4);
  });

  it('reads again what was replaced while it was read', async () => {
    const plain = decoder();
    let isFirst = true;
    const replacing = async () => {
      const sha256 = '0b'.repeat(32);
      if (isFirst) {
        await addPictures(datasetId, [samplePicture({ sha256, insteadOf: ids[0] })]);
      }
      isFirst = false;
      return plain();
    };
    await readPictures(request(), jobFor(), host(), replacing);
    expect((await loadPictures(datasetId)).map(({ readBy }) => readBy !== null)).toEqual([
      ...[false, true, true, true],
    ]);
    const read = await readPictures(request(), jobFor(), host(), plain);
    expect(read).toEqual({ readCount: 4, total: 4 });
  });

  it('reads nothing where the encoder is not here and may not be downloaded', async () => {
    class Absent extends BuiltLanguage {
      override missing() {
        return Promise.resolve([pictureFile]);
      }
    }
    const never = () => Promise.reject(new Error('expected no picture to be decoded'));
    const asked = { ...request(), allowsDownload: false };
    const read = await readPictures(asked, jobFor(), host({ language: new Absent() }), never);
    expect(read).toEqual({ readCount: 0, total: 4 });
  });

  it('keeps no small picture where the seller keeps none', async () => {
    await saveKeepsPictures(datasetId, false);
    expect(await loadSmallPicture(ids[0]!)).not.toBeNull();
    await readPictures(request(), jobFor(), host(), decoder());
    expect(await Promise.all(ids.map(loadSmallPicture))).toEqual(OWNERS.map(() => null));
    expect((await loadLooks(datasetId)).get('Vase')!.embedding).toHaveLength(LOOK_SIZE);
  });

  it('tells how many it has read', async () => {
    const told: number[] = [];
    const job = jobFor(({ phase, done }) => {
      if (phase === 'pictures') told.push(done);
    });
    await readPictures(request(), job, host(), decoder());
    expect(told.at(-1)).toBe(4);
  });
});
