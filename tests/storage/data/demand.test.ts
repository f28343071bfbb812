import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { demandPanel } from '#core/demand/series/demand-panel.ts';
import { deleteDataset, saveDataset } from '#storage/data/datasets.ts';
import {
  addMarketFile,
  changeNicheChoices,
  changeTermChoices,
  loadDemand,
  loadDemandKey,
  loadNichesKey,
  removeMarketFile,
  saveMeaning,
  undoMarketFiles,
} from '#storage/data/demand.ts';
import { launchTable } from '../../support/launch-table.ts';
import { NO_FACTS, searchFile } from '../../support/market-data.ts';
import { marketNiche, nichesFile } from '../../support/niches.ts';
import { noSource } from '../../support/source.ts';

const sold = [1, 9, 20].map((day) => ({ name: 'Lamps', day: 19_724 + day, units: day }));
const own = demandPanel(sold, { from: 19_724, to: 19_750 });
const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
const report = { name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [], ...counts };
const imported = { sample: null, importedAt: 1, report, table: launchTable([{}]) };

let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  ({ datasetId } = await saveDataset({ ...imported, ...noSource() }));
});

const file = (fileName: string, term: string) => searchFile({ fileName, term });
const NOTHING = { own: null, files: [], choices: {}, nicheChoices: {} };
const gone = { code: 'dataset-missing' };

describe('the shop’s own demand', () => {
  it('is stored with the data set, and stays when files come and go', async () => {
    expect(await loadDemand(datasetId)).toEqual(NOTHING);
    const saved = await saveDataset({ ...imported, ...noSource(), demand: own });
    await addMarketFile(saved.datasetId, file('a.csv', 'lamp'));
    await removeMarketFile(saved.datasetId, 0);
    await changeTermChoices(saved.datasetId, () => ({ Lamps: '' }));
    expect(await loadDemand(saved.datasetId)).toEqual({
      ...{ own, files: [], choices: { Lamps: '' }, nicheChoices: {} },
    });
    expect((await loadDemand(datasetId)).own).toBeNull();
  });
});

describe('market data files', () => {
  it('stand side by side; a newer one of the same kind and name takes its place', async () => {
    await addMarketFile(datasetId, file('a.csv', 'one'));
    await addMarketFile(datasetId, file('b.csv', 'two'));
    const niches = { kind: 'niches', niches: [], fileName: 'a.csv', facts: NO_FACTS } as const;
    const account = { rows: 1, read: 1, leftOut: {}, otherColumns: [] };
    await addMarketFile(datasetId, { ...niches, account });
    await addMarketFile(datasetId, file('a.csv', 'three'));
    expect((await loadDemand(datasetId)).files).toEqual([
      file('b.csv', 'two'),
      { ...niches, account },
      file('a.csv', 'three'),
    ]);
  });

  it('can be removed and put back', async () => {
    await addMarketFile(datasetId, file('a.csv', 'one'));
    await addMarketFile(datasetId, file('b.csv', 'two'));
    const change = await removeMarketFile(datasetId, 0);
    expect((await loadDemand(datasetId)).files).toEqual([file('b.csv', 'two')]);
    expect(await undoMarketFiles(change!)).toBeNull();
    expect((await loadDemand(datasetId)).files).toEqual([
      file('a.csv', 'one'),
      file('b.csv', 'two'),
    ]);
    expect(await removeMarketFile(datasetId, 7)).toBeNull();
  });

  it('that another tab has changed since are not undone unasked', async () => {
    await addMarketFile(datasetId, file('a.csv', 'one'));
    const change = await removeMarketFile(datasetId, 0);
    await addMarketFile(datasetId, file('c.csv', 'three'));
    expect(await undoMarketFiles(change!)).toMatchObject({ now: [file('c.csv', 'three')] });
    expect((await loadDemand(datasetId)).files).toEqual([file('c.csv', 'three')]);
    expect(await undoMarketFiles(change!, { isForced: true })).toBeNull();
    expect((await loadDemand(datasetId)).files).toEqual([file('a.csv', 'one')]);
  });

  it('go with their data set', async () => {
    await addMarketFile(datasetId, file('a.csv', 'one'));
    await deleteDataset(datasetId);
    expect(await loadDemand(datasetId)).toEqual(NOTHING);
    await expect(addMarketFile(datasetId, file('a.csv', 'one'))).rejects.toMatchObject(gone);
    await expect(changeTermChoices(datasetId, () => ({}))).rejects.toMatchObject(gone);
    await expect(changeNicheChoices(datasetId, () => ({}))).rejects.toMatchObject(gone);
  });
});

describe('the terms that the seller chose', () => {
  it('stay with the files, each change on top of the one before', async () => {
    await addMarketFile(datasetId, file('a.csv', 'one'));
    await Promise.all([
      changeTermChoices(datasetId, (choices) => ({ ...choices, Lamps: 'one' })),
      changeTermChoices(datasetId, (choices) => ({ ...choices, ['__proto__']: '' })),
    ]);
    await addMarketFile(datasetId, file('b.csv', 'two'));
    const { files, choices } = await loadDemand(datasetId);
    expect(files).toHaveLength(2);
    expect(Object.entries(choices)).toEqual([
      ['Lamps', 'one'],
      ['__proto__', ''],
    ]);
  });
});

describe('the niches that the seller chose', () => {
  it('stand beside the terms, and models need not learn them anew', async () => {
    await addMarketFile(datasetId, file('a.csv', 'one'));
    await changeTermChoices(datasetId, () => ({ Lamps: 'one' }));
    const key = await loadDemandKey(datasetId);
    await changeNicheChoices(datasetId, (choices) => ({ ...choices, Lamps: 'desk lamp' }));
    await changeNicheChoices(datasetId, (choices) => ({ ...choices, Rugs: '' }));
    expect(await loadDemand(datasetId)).toMatchObject({
      choices: { Lamps: 'one' },
      nicheChoices: { Lamps: 'desk lamp', Rugs: '' },
    });
    expect(key).not.toBeNull();
    expect(await loadDemandKey(datasetId)).toBe(key);
  });
});

describe('what was found by meaning', () => {
  const found = { terms: { Couches: 'sofa' }, niches: { Cups: 'mugs' } };

  it('is replaced by what is found next, and goes where nothing is', async () => {
    await saveMeaning(datasetId, found);
    expect((await loadDemand(datasetId)).meaning).toEqual(found);
    await addMarketFile(datasetId, file('a.csv', 'sofa'));
    expect((await loadDemand(datasetId)).meaning).toEqual(found);
    await saveMeaning(datasetId, { terms: {}, niches: {} });
    expect(await loadDemand(datasetId)).not.toHaveProperty('meaning');
    await deleteDataset(datasetId);
    await expect(saveMeaning(datasetId, found)).rejects.toMatchObject(gone);
  });

  it('changes what models learn only by terms that stand for a category', async () => {
    await addMarketFile(datasetId, file('a.csv', 'sofa'));
    const key = await loadDemandKey(datasetId);
    await saveMeaning(datasetId, { terms: { Sofas: 'sofa', Rugs: 'gone' }, niches: found.niches });
    expect(await loadDemandKey(datasetId)).toBe(key);
    await saveMeaning(datasetId, found);
    expect(await loadDemandKey(datasetId)).not.toBe(key);
    await changeTermChoices(datasetId, () => ({ Couches: '' }));
    const chosen = await loadDemandKey(datasetId);
    await saveMeaning(datasetId, { terms: {}, niches: {} });
    expect(await loadDemandKey(datasetId)).toBe(chosen);
  });
});

describe('the key of what plans for categories never sold rest on', () => {
  const niches = nichesFile([marketNiche({ name: 'lamps' })], { fileName: 'n.csv' });

  it('is null where no niche is known', async () => {
    await addMarketFile(datasetId, file('a.csv', 'one'));
    expect(await loadNichesKey(datasetId)).toBeNull();
  });

  it('changes with niches and which stand for categories, and with nothing else', async () => {
    await addMarketFile(datasetId, niches);
    const first = await loadNichesKey(datasetId);
    await addMarketFile(datasetId, file('a.csv', 'one'));
    await changeTermChoices(datasetId, () => ({ Lamps: 'one' }));
    expect(await loadNichesKey(datasetId)).toBe(first);
    await changeNicheChoices(datasetId, () => ({ Rugs: 'lamps' }));
    const chosen = await loadNichesKey(datasetId);
    expect(chosen).not.toBe(first);
    await saveMeaning(datasetId, { terms: {}, niches: { Vases: 'lamps' } });
    expect(await loadNichesKey(datasetId)).not.toBe(chosen);
  });
});

describe('the key of what models learn of demand', () => {
  const key = () => loadDemandKey(datasetId);
  const niches = {
    ...({ kind: 'niches', niches: [], fileName: 'n.csv', facts: NO_FACTS } as const),
    account: { rows: 1, read: 1, leftOut: {}, otherColumns: [] },
  };

  it('is null where no series is known', async () => {
    expect(await key()).toBeNull();
    await addMarketFile(datasetId, niches);
    await changeTermChoices(datasetId, () => ({ Lamps: 'one' }));
    expect(await key()).toBeNull();
  });

  it('changes with own weeks, with series and with choices, and with nothing else', async () => {
    const withOwn = await saveDataset({ ...imported, ...noSource(), demand: own });
    expect(await loadDemandKey(withOwn.datasetId)).not.toBeNull();
    await addMarketFile(datasetId, file('a.csv', 'one'));
    const first = await key();
    await addMarketFile(datasetId, niches);
    expect(await key()).toBe(first);
    await changeTermChoices(datasetId, () => ({ Lamps: 'one' }));
    const chosen = await key();
    expect(chosen).not.toBe(first);
    await addMarketFile(datasetId, file('a.csv', 'two'));
    expect(await key()).not.toBe(chosen);
    await addMarketFile(datasetId, file('a.csv', 'one'));
    expect(await key()).toBe(chosen);
  });
});
