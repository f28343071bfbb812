import { emptyDatabase, everythingStored } from '../../../support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { packEmbeddings } from '#core/model/text/embedding-chunk.ts';
import { EMBEDDING_SIZE } from '#core/model/text/encoder-weights.ts';
import { plainRecipe } from '#core/import/recipe/recipe.ts';
import { loadLaunchTable } from '#storage/data/datasets.ts';
import { saveEmbeddings } from '#storage/data/embeddings.ts';
import { fillInSheet } from '#workers/dataset/import/fill-in-sheet.ts';
import { importFile } from '#workers/dataset/import/import-file.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';
import { rebuildDataset } from '#workers/dataset/import/rebuild-dataset.ts';
import { asDetected, csvFile, jobFor, PLAIN_IMPORT } from '../../../support/csv-file.ts';

const ROWS = Array.from({ length: 12 }, (_, i) => `Mug ${i},2024-03-${10 + i},${10 + i}`);
const TEXT = ['title,launch date,units', ...ROWS].join('\n');
const WORDS = { coupon: 'Coupon', priceCut: 'Price cut' };

async function importIt(text = TEXT) {
  const file = csvFile(text);
  const { mapping } = await previewFile(asDetected(file), jobFor());
  const asked = { file, mapping, name: 'Spring', ...PLAIN_IMPORT };
  const { datasetId } = await importFile(asked, jobFor());
  return { datasetId, recipe: plainRecipe(mapping) };
}

beforeEach(emptyDatabase);

describe('fillInSheet', () => {
  it('names launches by their row in the stored file, so that cells filled in reach them and no others', async () => {
    const { datasetId, recipe } = await importIt();
    const before = await everythingStored();
    const { rows } = await fillInSheet({ datasetId, words: WORDS }, jobFor());
    expect(await everythingStored()).toEqual(before);
    expect(rows[0]).toMatchObject({ title: 'Mug 11', rowNumber: 13, units: 21 });
    const fillIns = { channel: { [rows[0]!.rowNumber]: 'Fair' } };
    const filled = { ...recipe, fillIns };
    const rebuilt = await rebuildDataset({ datasetId, base: recipe, recipe: filled }, jobFor());
    expect(rebuilt).toMatchObject({ report: { mapping: { fields: { channel: 'channel' } } } });
    const { title, channel } = await loadLaunchTable(datasetId);
    expect(channel.map((name, row) => [title[row], name]).filter(([, name]) => name)).toEqual([
      ['Mug 11', 'Fair'],
    ]);
    const again = await fillInSheet({ datasetId, words: WORDS }, jobFor());
    expect(again.rows[0]!.cells.channel).toMatchObject({ inFile: '', filled: 'Fair' });
    await rebuildDataset({ datasetId, base: filled, recipe }, jobFor());
    expect(await everythingStored()).toEqual(before);
  });

  it('suggests categories by the names that training has read, and reads none itself', async () => {
    const names = Array.from({ length: 24 }, (_, i) => `Name ${i}`);
    const rows = names.map((name, i) => `${name},2024-03-01,${i},${['Mugs', 'Lamps'][i % 2]}`);
    const text = ['title,launch date,units,category', ...rows, 'Unheard of,2024-03-02,5,'];
    const { datasetId } = await importIt(text.join('\n'));
    const suggested = async () => {
      const { rows: open } = await fillInSheet({ datasetId, words: WORDS }, jobFor());
      return open.find(({ title }) => title === 'Unheard of')!.cells.category.suggested;
    };
    expect(await suggested()).toBe('');
    // Two directions: mugs and lamps.
    const values = new Float32Array(25 * EMBEDDING_SIZE);
    for (let i = 0; i < 25; i++) values[i * EMBEDDING_SIZE + (i % 2)] = 1;
    await saveEmbeddings(datasetId, packEmbeddings([...names, 'Unheard of'], values));
    expect(await suggested()).toBe('Mugs');
  });
});
