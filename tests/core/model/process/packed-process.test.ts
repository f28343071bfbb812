import { expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { predictProcess } from '#core/model/process/gaussian-process.ts';
import { packProcess, unpackProcess } from '#core/model/process/packed-process.ts';
import { drawnLaunches, encoded, fitted } from './support.ts';

it('loses nothing by packing', () => {
  const random = seededRandom(9);
  const table = drawnLaunches(50, random, () => Math.round(50 * random()));
  const { encoding, process } = fitted(table);
  const back = unpackProcess(packProcess(process));
  expect(back).toEqual(process);
  const rows = encoded(table, encoding);
  expect(predictProcess(back, rows)).toEqual(predictProcess(process, rows));
});
