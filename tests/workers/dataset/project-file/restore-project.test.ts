import { emptyDatabase, everythingStored, fillStorageAfter } from '../../../support/database.ts';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Progress } from '#core/base/progress.ts';
import { database } from '#storage/database/database.ts';
import { listDatasets, loadFileState } from '#storage/data/datasets.ts';
import { deleteOrphanRows } from '#storage/app/delete-orphans.ts';
import {
  bytesOf,
  editManifest,
  fileOf,
  partsOf,
  projectOf,
  setText,
  textOf,
  withTrueChecksums,
  zipOf,
  type Parts,
} from '../../../support/changed-project.ts';
import { jobFor } from '../../../support/csv-file.ts';
import { mutated } from '../../../support/mutated-project.ts';
import { restore, savedFile, stateButForIds, storeDataset } from '../../../support/project.ts';

let plain: File;
let sealed: File;
let before: Record<string, unknown>;
const PASSPHRASE = 'Käse & 橡木 7';

beforeAll(async () => {
  await emptyDatabase();
  await storeDataset();
  await storeDataset({ name: 'Autumn', launches: 9 });
  before = await stateButForIds();
  plain = await savedFile();
  sealed = await savedFile(PASSPHRASE);
});
beforeEach(emptyDatabase);

/** The parts, changed, with checksums that fit. */
async function changed(change: (parts: Parts) => void): Promise<File> {
  const parts = await partsOf(plain);
  change(parts);
  withTrueChecksums(parts);
  return projectOf(parts);
}

function edited(parts: Parts, path: string, edit: (record: never) => void): void {
  const record = JSON.parse(textOf(parts, path)) as never;
  edit(record);
  setText(parts, path, JSON.stringify(record));
}

/** With which code, and whether anything was written. */
async function refusal(file: File, passphrase: string | null = null): Promise<string> {
  const untouched = await everythingStored();
  const code = await restore(file, passphrase).then(
    () => 'none',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
  expect(await everythingStored()).toEqual(untouched);
  return code;
}

describe('a restored project', () => {
  it('counts adopted plans as pages do: those that stand', async () => {
    const file = await changed((parts) =>
      edited(parts, 'data-sets/1/ledger-1.json', (plan: { withdrawnAt: number }) => {
        plan.withdrawnAt = 5;
      }),
    );
    const { datasets } = await restore(file);
    expect(datasets.map(({ adoptedCount }) => adoptedCount)).toEqual([1, 2]);
  });

  it('has the launches of a data set whose file was deleted while it was read', async () => {
    await storeDataset();
    await database.sources.clear();
    const [damaged] = await database.datasets.toArray();
    expect(damaged!.source!.rowCount).toBeGreaterThan(0);
    const file = await savedFile();
    expect(await database.datasets.toArray()).toEqual([damaged]);
    await emptyDatabase();
    await restore(file);
    const [restored] = await database.datasets.toArray();
    expect(restored).toMatchObject({ report: damaged!.report, rowCount: damaged!.rowCount });
    expect(restored).not.toHaveProperty('source');
    // Models know by it whether they learnt from these launches.
    expect(restored!.recipe).toEqual(damaged!.recipe);
    expect(await loadFileState(restored!.id)).toBe('lost');
    const [summary] = await listDatasets();
    expect(summary!.recipe).toEqual(damaged!.recipe);
    expect(await database.columns.count()).toBeGreaterThan(0);
  });

  it.each(['as it is', 'encrypted'])(
    'is what was saved, but for numbers, in a database that was empty (%s)',
    async (how) => {
      const isSealed = how === 'encrypted';
      const told = await restore(isSealed ? sealed : plain, isSealed ? PASSPHRASE : null);
      expect(told.datasets).toEqual([
        expect.objectContaining({ name: 'Spring', launchCount: 40, modelCount: 2, planCount: 1 }),
        expect.objectContaining({ name: 'Autumn', launchCount: 9, adoptedCount: 2 }),
      ]);
      const { settings, ...rest } = await stateButForIds();
      const { settings: settingsBefore, ...restBefore } = before;
      expect(rest).toEqual(restBefore);
      // What was found out of the other device's GPU is not for this one.
      expect(settings).toHaveLength((settingsBefore as unknown[]).length - 1);
    },
  );

  it('comes beside what is there, and takes nothing of it away', async () => {
    await storeDataset({ name: 'Own' });
    await database.settings.put({ name: 'currency', value: 'SEK' });
    const own = await everythingStored();
    await restore(plain);
    const all = await everythingStored();
    for (const [table, rows] of Object.entries(own)) {
      expect(all[table]).toEqual(expect.arrayContaining(rows));
    }
    expect(all.datasets).toHaveLength(3);
    await restore(plain);
    expect(await database.datasets.count()).toBe(5);
  });

  it('is saved again as the same file, but for the time', async () => {
    await restore(plain);
    const [once, again] = [await partsOf(plain), await partsOf(await savedFile())];
    expect([...again.keys()]).toEqual([...once.keys()]);
    for (const [path, content] of once) {
      if (/column|source|launches|stock|model/.test(path) && !path.includes('model-'))
        expect(again.get(path)).toEqual(content);
    }
  });

  it('opens with the same letters, however they were typed, and with no other passphrase', async () => {
    expect(await refusal(sealed, 'Kase & 橡木 7')).toBe('project-file-passphrase');
    expect(await refusal(sealed, '')).toBe('project-file-passphrase');
    await restore(sealed, PASSPHRASE.normalize('NFD'));
    expect(await database.datasets.count()).toBe(2);
  });
});

describe('a project that does not come in whole', () => {
  let free: () => void = () => undefined;
  afterEach(() => free());

  it.each([0, 1, 5, 30])('leaves nothing where storage is full after %i records', async (count) => {
    free = fillStorageAfter(count);
    await expect(restore(plain)).rejects.toMatchObject({ code: 'storage-full' });
    free();
    const rows = Object.values(await everythingStored()).flat();
    expect(rows).toEqual([]);
  });

  it('leaves nothing where storage is full at the very end', async () => {
    // Two are noted to have their numbers, and the first of them is noted for good.
    free = fillStorageAfter(3, 'datasets');
    await expect(restore(plain)).rejects.toMatchObject({ code: 'storage-full' });
    free();
    expect(Object.values(await everythingStored()).flat()).toEqual([]);
  });

  it.each(['check', 'restore'])('leaves nothing where it is cancelled (%s)', async (phase) => {
    const controller = new AbortController();
    const stopping = (progress: Progress) => {
      if (progress.phase === phase && progress.done > 0) controller.abort();
    };
    const job = jobFor(stopping, controller.signal);
    await expect(restore(plain, null, job)).rejects.toMatchObject({ name: 'AbortError' });
    expect(Object.values(await everythingStored()).flat()).toEqual([]);
  });

  it('is swept away where its tab was closed', async () => {
    await storeDataset({ name: 'Own' });
    const own = await everythingStored();
    await database.columns.add({
      ...{ datasetId: 99_999, name: 'units', chunk: 0, bytes: new ArrayBuffer(8) },
    });
    await database.ledger.add({ datasetId: 99_999 } as never);
    await database.stock.add({ datasetId: 99_999 } as never);
    await deleteOrphanRows();
    expect(await everythingStored()).toEqual(own);
  });
});

describe('a hostile project file', () => {
  it('is refused where it is no project file', async () => {
    expect(await refusal(fileOf(new Uint8Array()))).toBe('project-file-unreadable');
    expect(await refusal(fileOf(new TextEncoder().encode('id,title\n1,mug')))).toBe(
      'project-file-unreadable',
    );
    const other = zipOf([{ path: 'launches.csv', content: new Uint8Array(5) }]);
    expect(await refusal(fileOf(other))).toBe('project-file-unreadable');
  });

  it('is said to be cut where its end is missing, wherever that is', async () => {
    const bytes = await bytesOf(plain);
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const cut = bytes.subarray(0, Math.floor(share * bytes.length));
      expect(await refusal(fileOf(cut))).toBe('project-file-cut');
    }
    expect(await refusal(fileOf(bytes.subarray(0, -1)))).toBe('project-file-cut');
    const encrypted = await bytesOf(sealed);
    const half = encrypted.subarray(0, Math.floor(encrypted.length / 2));
    expect(await refusal(fileOf(half), PASSPHRASE)).toBe('project-file-cut');
  });

  it('is said to go on behind its end where it does, however far', async () => {
    const bytes = await bytesOf(plain);
    const more = [[0], new Uint8Array(100_000), new TextEncoder().encode('PK\u0003\u0004'), bytes];
    for (const each of more) {
      expect(await refusal(fileOf(Uint8Array.from([...bytes, ...each])))).toBe(
        'project-file-extended',
      );
    }
    const encrypted = Uint8Array.from([...(await bytesOf(sealed)), 1, 2, 3]);
    expect(await refusal(fileOf(encrypted), PASSPHRASE)).toBe('project-file-extended');
  });

  it('is said to be changed where a checksum does not fit', async () => {
    const parts = await partsOf(plain);
    const path = 'data-sets/1/ledger-1.json';
    setText(parts, path, textOf(parts, path).replace('"units":130', '"units":131'));
    expect(await refusal(projectOf(parts))).toBe('project-file-changed');
    const encrypted = await partsOf(sealed);
    encrypted.get(`${path}.aes`)![40]! ^= 1;
    expect(await refusal(projectOf(encrypted), PASSPHRASE)).toBe('project-file-changed');
    const manifest = await partsOf(sealed);
    manifest.get('manifest.json.aes')![99]! ^= 1;
    expect(await refusal(projectOf(manifest), PASSPHRASE)).toBe('project-file-changed');
  });

  it('is said to have parts in the place of others', async () => {
    for (const [file, suffix, passphrase] of [
      [plain, '', null],
      [sealed, '.aes', PASSPHRASE],
    ] as const) {
      const parts = await partsOf(file);
      const [a, b] = [1, 2].map((n) => `data-sets/1/ledger-${n}.json${suffix}`) as [string, string];
      const [first, second] = [parts.get(a)!, parts.get(b)!];
      parts.set(a, second).set(b, first);
      const code = await refusal(projectOf(parts), passphrase);
      // Parts of other lengths are seen to be others before their checksums are asked.
      const isOfOtherLength = suffix === '' && first.length !== second.length;
      expect(code).toBe(isOfOtherLength ? 'project-file-changed' : 'project-file-swapped');
    }
  });

  it('is refused where the header of another file stands before it', async () => {
    const parts = await partsOf(sealed);
    const header = textOf(parts, 'debut.json');
    setText(parts, 'debut.json', header.replace('600000', '600001'));
    expect(await refusal(projectOf(parts), PASSPHRASE)).toBe('project-file-passphrase');
    setText(parts, 'debut.json', header.replace('{', '{ '));
    expect(await refusal(projectOf(parts), PASSPHRASE)).toBe('project-file-changed');
    setText(parts, 'debut.json', header.replace('600000', '1'));
    expect(await refusal(projectOf(parts), PASSPHRASE)).toBe('project-file-unreadable');
    setText(parts, 'debut.json', header.replace('600000', '1e99'));
    expect(await refusal(projectOf(parts), PASSPHRASE)).toBe('project-file-unreadable');
  });

  it('is refused where a newer app wrote it', async () => {
    const newer = await partsOf(plain);
    setText(newer, 'debut.json', textOf(newer, 'debut.json').replace('"version":1', '"version":2'));
    expect(await refusal(projectOf(newer))).toBe('project-file-version');
    const schema = await partsOf(plain);
    editManifest(schema, (manifest) => (manifest.schemaVersion = 999));
    expect(await refusal(projectOf(schema))).toBe('project-file-version');
  });

  it('unpacks no bomb', async () => {
    const zeros = new Uint8Array(30_000_000);
    const parts = await partsOf(plain);
    const bomb = 'data-sets/1/stock-1.json';
    parts.set(bomb, zeros);
    withTrueChecksums(parts);
    const entries = [...parts].map(([path, content]) => {
      return { path, content, isPacked: path === bomb };
    });
    expect(await refusal(fileOf(zipOf(entries)))).toBe('project-file-too-large');
  });

  it('unpacks no more than was said, and makes no room for what is only said', async () => {
    const parts = await partsOf(plain);
    const path = 'data-sets/1/stock-1.json';
    const raw = (said: object, isPacked = true) =>
      fileOf(
        zipOf(
          [...parts].map(([each, content]) =>
            each === path ? { path: each, content, said, isPacked } : { path: each, content },
          ),
        ),
      );
    expect(await refusal(raw({ bytes: 10 }))).toBe('project-file-changed');
    expect(await refusal(raw({ bytes: 0xffff_ffff }))).toBe('project-file-changed');
    editManifest(parts, ({ parts: all }) => {
      all.find((each) => each.path === path)!.bytes = 10;
    });
    expect(await refusal(raw({ bytes: 10 }))).toBe('project-file-changed');
    editManifest(parts, ({ parts: all }) => {
      all.find((each) => each.path === path)!.bytes = 200_000_000;
    });
    expect(await refusal(raw({ bytes: 200_000_000 }))).toBe('project-file-too-large');
    expect(await refusal(raw({ bytes: 200_000_000 }, false))).toBe('project-file-unreadable');
  });

  it('adds up to no more than there is room for, however its parts are counted', async () => {
    const parts = await partsOf(plain);
    editManifest(parts, (manifest) => {
      for (const part of manifest.parts) part.bytes = 250_000_000;
    });
    expect(await refusal(projectOf(parts))).toBe('project-file-too-large');
  });

  it.each([
    '../settings.json',
    '/etc/passwd.json',
    'data-sets/../../x.json',
    'C:\\x.json',
    'data-sets/1/..json',
    'a.json\u0000',
    `${'a/'.repeat(50)}x.json`,
    'Ünter.json',
  ])('is refused where a part would lie at %j', async (path) => {
    const parts = await partsOf(plain);
    const moved = 'data-sets/1/stock-1.json';
    editManifest(parts, (manifest) => {
      manifest.parts.find((each) => each.path === moved)!.path = path;
    });
    const entries = [...parts].map(([each, content]) => ({
      path: each === moved ? path : each,
      content,
    }));
    expect(await refusal(fileOf(zipOf(entries)))).toBe('project-file-unreadable');
  });

  it('is refused where parts overlap, come twice or are not listed', async () => {
    const parts = await partsOf(plain);
    const entries = [...parts].map(([path, content]) => ({ path, content }));
    const overlapping = entries.map((each, i) =>
      i === 4 ? { ...each, said: { start: 0 } } : each,
    );
    expect(await refusal(fileOf(zipOf(overlapping)))).toBe('project-file-unreadable');
    expect(await refusal(fileOf(zipOf([entries[0]!, entries[1]!, ...entries.slice(1)])))).toBe(
      'project-file-unreadable',
    );
    expect(await refusal(fileOf(zipOf(entries.toSpliced(3, 1))))).toBe('project-file-changed');
    const added = { path: 'more.json', content: new Uint8Array(2) };
    expect(await refusal(fileOf(zipOf(entries.toSpliced(3, 0, added))))).toBe(
      'project-file-changed',
    );
  });

  it('reaches no prototype by the names of its keys', async () => {
    const reaching = await changed((parts) => {
      const stock = textOf(parts, 'data-sets/1/stock-1.json');
      const [polluting, edits] = [
        '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},',
        '"editsByTitle":{"constructor":["christmas"],"toString":[],',
      ];
      setText(parts, 'data-sets/1/stock-1.json', stock.replace('{', polluting));
      const dataset = 'data-sets/1/data-set-1.json';
      setText(parts, dataset, textOf(parts, dataset).replace('"editsByTitle":{', edits));
    });
    await restore(reaching);
    const lists = await database.stock.toArray();
    expect(lists.map(({ list }) => Object.keys(list))).not.toContain('constructor');
    const [dataset] = await database.datasets.toArray();
    const editsByTitle = dataset!.events!.editsByTitle!;
    expect(Object.hasOwn(editsByTitle, '__proto__')).toBe(true);
    expect(Object.getPrototypeOf(editsByTitle)).toBe(Object.prototype);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('is refused where a record is not as it should be, checksums and all', async () => {
    const cases: [string, (record: never) => void][] = [
      ['stock-1.json', (list: { items: unknown[] }) => list.items.push({ title: 5 })],
      ['ledger-1.json', (plan: { horizonDays: number }) => (plan.horizonDays = 1e15)],
      ['ledger-1.json', (plan: { action: { launchDay: number } }) => (plan.action.launchDay = 1e9)],
      [
        'calendar-1.json',
        ({ limits }: { limits: { weekCount: number } }) => (limits.weekCount = 1e9),
      ],
      [
        'plans-1.json',
        (ranking: { plans: { surface: unknown[] }[] }) => ranking.plans[0]!.surface.pop(),
      ],
      ['data-set-1.json', (dataset: { rowCount: number }) => (dataset.rowCount = 41)],
      ['data-set-1.json', (dataset: { modelInUse: number }) => (dataset.modelInUse = 777)],
      [
        'data-set-1.json',
        ({ report }: { report: { issues: unknown[] } }) => report.issues.push({ kind: 'x' }),
      ],
      ['training-1.json', (run: { modelId: number }) => (run.modelId = 777)],
    ];
    for (const [name, edit] of cases) {
      const file = await changed((parts) => edited(parts, `data-sets/1/${name}`, edit));
      expect([name, await refusal(file)]).toEqual([name, 'project-file-unreadable']);
    }
    const deep = await changed((parts) =>
      setText(parts, 'data-sets/1/stock-1.json', '['.repeat(100_000) + ']'.repeat(100_000)),
    );
    expect(await refusal(deep)).toBe('project-file-unreadable');
    const kind = await partsOf(plain);
    editManifest(kind, (manifest) => (manifest.parts[0]!.kind = 'plugin'));
    expect(await refusal(projectOf(kind))).toBe('project-file-unreadable');
  });

  it('ends in an answer and writes nothing, whatever was done to its bytes', async () => {
    const bytes = await bytesOf(plain);
    const survivors = await fc.check(
      fc.asyncProperty(mutated(bytes), async (broken) => {
        const code = await refusal(fileOf(broken));
        expect(code).toMatch(/^(?:project-file-|file-)/);
      }),
      { numRuns: 80, seed: 7 },
    );
    expect(survivors.failed ? survivors : null).toBeNull();
  }, 60_000);
});
