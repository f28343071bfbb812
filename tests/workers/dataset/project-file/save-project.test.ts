import { emptyDatabase } from '../../../support/database.ts';
import { createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { headerOf, readHeader, type Encryption } from '#core/files/project/manifest.ts';
import type { Progress } from '#core/base/progress.ts';
import { database } from '#storage/database/database.ts';
import { saveProject } from '#workers/dataset/project-file/save-project.ts';
import { partsOf, textOf, type WrittenManifest } from '../../../support/changed-project.ts';
import { jobFor } from '../../../support/csv-file.ts';
import { glance, savedFile, storeDataset } from '../../../support/project.ts';

beforeEach(async () => {
  await emptyDatabase();
  await storeDataset();
});

/** What the browser's own dialog gives: what became of it is told. */
function target(write: () => Promise<void> = () => Promise.resolve()) {
  const said: string[] = [];
  const stream = {
    write,
    close: () => Promise.resolve(said.push('closed')),
    abort: () => Promise.resolve(said.push('aborted')),
  };
  const handle = { createWritable: () => Promise.resolve(stream) };
  return { said, handle: handle as unknown as FileSystemFileHandle };
}

describe('a saved project file', () => {
  it('says of every part how large it is, its checksum and how many rows it has', async () => {
    const parts = await partsOf(await savedFile());
    const manifest = JSON.parse(textOf(parts, 'manifest.json')) as WrittenManifest;
    expect([...parts.keys()]).toEqual([
      'debut.json',
      ...manifest.parts.map(({ path }) => path),
      'manifest.json',
    ]);
    for (const { path, bytes, sha256 } of manifest.parts) {
      const content = parts.get(path)!;
      expect(content.length).toBe(bytes);
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    }
    const kinds = new Set(manifest.parts.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(
      'calendar column data-set demand evidence launches ledger model offers orders pictures plans products reviews settings source split-test stock suppliers training'.split(
        ' ',
      ),
    );
  });

  it('has small pictures only where the seller keeps them', async () => {
    const smallOnes = async () => {
      const parts = await partsOf(await savedFile());
      const names = [...parts.keys()].filter((path) => path.includes('/pictures-'));
      return names.map((path) => textOf(parts, path).includes('small/bytes'));
    };
    expect(await smallOnes()).toEqual([true, true]);
    await database.datasets.toCollection().modify({ keepsPictures: false });
    expect(await smallOnes()).toEqual([false, false]);
  });

  it('has the launches as a table that people can read', async () => {
    const csv = textOf(await partsOf(await savedFile()), 'data-sets/1/launches-1.csv');
    const [header, first] = csv.split('\r\n');
    expect(header).toBe('__proto__,launchDate,listPrice,productId,title,units');
    expect(first).toBe(`'=1+0,2024-01-01,,000,"Mug, 0 🍵",1`);
  });

  it('is of nothing where nothing is stored', async () => {
    await emptyDatabase();
    const { contents } = await glance(await savedFile());
    expect(contents?.dataSets).toEqual([]);
  });

  it('says what it holds before anything is checked, unless it is encrypted', async () => {
    expect(await glance(await savedFile())).toMatchObject({
      isEncrypted: false,
      contents: { dataSets: [{ number: 1, name: 'Spring', rows: 40 }] },
    });
    expect(await glance(await savedFile('correct horse'))).toEqual({
      isEncrypted: true,
      contents: null,
    });
  });
});

describe('an encrypted project file', () => {
  it("is opened by another program as its README says: here by Node's own ciphers", async () => {
    const plain = await partsOf(await savedFile());
    const parts = await partsOf(await savedFile('Käse'));
    const { encryption } = readHeader(textOf(parts, 'debut.json'));
    const { salt, iterations } = encryption!;
    expect(iterations).toBeGreaterThanOrEqual(600_000);
    const key = pbkdf2Sync('Käse', Buffer.from(salt, 'hex'), iterations, 32, 'sha256');
    const opened = (path: string, bound = path): Buffer => {
      const sealed = Buffer.from(parts.get(path)!);
      const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
      cipher.setAAD(Buffer.from(bound)).setAuthTag(sealed.subarray(-16));
      const packed = Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]);
      return inflateRawSync(packed);
    };
    for (const path of plain.keys()) {
      const isOwn = path === 'debut.json' || path === 'manifest.json';
      if (!isOwn) expect(new Uint8Array(opened(`${path}.aes`))).toEqual(plain.get(path));
    }
    const bound = `manifest of ${textOf(parts, 'debut.json')}`;
    const manifest = JSON.parse(opened('manifest.json.aes', bound).toString()) as WrittenManifest;
    expect(manifest.parts).toHaveLength(parts.size - 2);
  });

  it('shows nothing of its contents without the passphrase, and never uses a nonce or a salt again', async () => {
    const files = [await savedFile('correct horse'), await savedFile('correct horse')];
    const all = await Promise.all(files.map(partsOf));
    const sealed = all.flatMap((parts) => [...parts].filter(([path]) => path.endsWith('.aes')));
    const nonces = new Set(
      sealed.map(([, content]) => Buffer.from(content).toString('hex', 0, 12)),
    );
    expect(nonces.size).toBe(sealed.length);
    const salts = all.map((parts) => readHeader(textOf(parts, 'debut.json')).encryption!.salt);
    expect(salts[0]).not.toBe(salts[1]);
    const bytes = Buffer.from(await files[0]!.arrayBuffer());
    // A word of three letters is found by chance in one of some hundred such files.
    for (const word of ['Spring', 'launchDate', 'title', 'units'])
      expect(bytes.includes(word)).toBe(false);
  });

  it('is refused where its key would be guessed in no time', () => {
    const encryption: Encryption = {
      ...{ cipher: 'AES-256-GCM', derivation: 'PBKDF2-SHA-256', iterations: 99_999 },
      ...{ salt: '00'.repeat(16), check: '00'.repeat(28) },
    };
    const read = (given: Encryption) => readHeader(JSON.stringify(headerOf(given)));
    expect(() => read(encryption)).toThrow();
    expect(read({ ...encryption, iterations: 100_000 }).encryption?.iterations).toBe(100_000);
  });
});

describe('a project that is not saved to its end', () => {
  it('leaves no file where it is cancelled', async () => {
    const controller = new AbortController();
    const stopping = ({ done }: Progress) => {
      if (done > 3) controller.abort();
    };
    const { handle, said } = target();
    const job = jobFor(stopping, controller.signal);
    await expect(saveProject({ target: handle, passphrase: null }, job)).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(said).toEqual(['aborted']);
  });

  it('leaves no file where the disk is full, and says so', async () => {
    const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const { handle, said } = target(full);
    const saving = saveProject({ target: handle, passphrase: null }, jobFor());
    await expect(saving).rejects.toMatchObject({ code: 'project-file-unwritable' });
    expect(said).toEqual(['aborted']);
  });

  it.each([
    {
      what: 'a data set is changed',
      change: () => database.datasets.toCollection().modify({ importedAt: 99 }),
    },
    { what: 'a model is removed', change: () => database.models.clear() },
    { what: 'a plan is forgotten', change: () => database.ledger.clear() },
  ])('leaves no file where $what meanwhile', async ({ change }) => {
    let changing: Promise<unknown> | undefined;
    const { handle, said } = target(async () => {
      await (changing ??= Promise.resolve(change()));
    });
    const saving = saveProject({ target: handle, passphrase: null }, jobFor());
    await expect(saving).rejects.toMatchObject({ code: 'project-changed' });
    expect(said).toEqual(['aborted']);
  });

  it('is closed once where all of it was written', async () => {
    const { handle, said } = target();
    const saved = await saveProject({ target: handle, passphrase: null }, jobFor());
    expect([saved.file, saved.datasetCount, said]).toEqual([null, 1, ['closed']]);
  });
});
