import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import type { ProjectGlance, RestoredProject } from '#core/files/project/project-reports.ts';
import { ProjectFileSession, type ProjectFilePorts } from '#state/app/project-file.svelte.ts';

const glance = (bytes: number): ProjectGlance => ({
  isEncrypted: false,
  contents: { savedAt: 5, dataSets: [], bytes },
});
const leftOut = [{ name: 'Spring', isFileLost: true, lostModelCount: 0 }];
const project: RestoredProject = { savedAt: 5, datasets: [] };
const file = new File(['x'], 'shop.debut');

let noted: number[];
let swept: number;
let kept: number;

function counted(count: () => unknown): Promise<void> {
  count();
  return Promise.resolve();
}

const storage = (roomBytes: number | null = null) => ({
  facts: { usedBytes: 1, roomBytes, isKept: true },
  look: () => Promise.resolve(),
  keep: () => counted(() => (kept += 1)),
});

function session(own: Partial<ProjectFilePorts> = {}, roomBytes: number | null = null) {
  const ports: ProjectFilePorts = {
    saveProject: () =>
      Promise.resolve({ file: new Blob(['abc']), savedAt: 7, bytes: 3, datasetCount: 1, leftOut }),
    readProject: () => Promise.resolve(glance(10)),
    restoreProject: () => Promise.resolve(project),
    deleteOrphanRows: () => counted(() => (swept += 1)),
    pickTarget: () => Promise.resolve(null),
    noteSaved: (savedAt) => counted(() => noted.push(savedAt)),
    ...own,
  };
  return new ProjectFileSession(storage(roomBytes), ports);
}

beforeEach(() => {
  noted = [];
  swept = kept = 0;
});

describe('saving a project file', () => {
  it('gives the file to be offered, and notes when', async () => {
    const saving = session();
    const saved = await saving.save({ name: 'a.debut', passphrase: 'long enough' });
    expect(saved?.size).toBe(3);
    expect(saving.phase).toEqual({ status: 'saved', bytes: 3, isEncrypted: true, leftOut });
    expect(noted).toEqual([7]);
  });

  it('says nothing where the seller closes the dialog, and notes nothing', async () => {
    const closed = () => Promise.reject(new DOMException('closed', 'AbortError'));
    const saving = session({ pickTarget: closed });
    expect(await saving.save({ name: 'a.debut', passphrase: null })).toBeNull();
    expect([saving.phase.status, saving.failure, noted]).toEqual(['idle', null, []]);
  });

  it('shows nothing while the seller chooses where to save, and saves nothing once stopped', async () => {
    let choose: () => void = () => undefined;
    const saveProject = vi.fn<ProjectFilePorts['saveProject']>();
    const saving = session({
      pickTarget: () => new Promise((resolve) => (choose = () => resolve(null))),
      saveProject,
    });
    const ended = saving.save({ name: 'a.debut', passphrase: null });
    expect([saving.phase.status, saving.fraction]).toEqual(['idle', null]);
    saving.cancel();
    choose();
    expect(await ended).toBeNull();
    expect(saveProject).not.toHaveBeenCalled();
  });

  it('notes nothing where it fails', async () => {
    const failure = new AppError('project-changed', 'changed');
    const saving = session({ saveProject: () => Promise.reject(failure) });
    await saving.save({ name: 'a.debut', passphrase: null });
    expect([saving.phase.status, saving.failure, noted]).toEqual(['idle', failure, []]);
  });
});

describe('opening a project file', () => {
  it('goes through where nothing has to be asked, and asks the browser to keep what came', async () => {
    const opening = session();
    await opening.open(file);
    expect(opening.phase).toEqual({ status: 'restored', project });
    expect([kept, swept]).toEqual([1, 0]);
  });

  it('asks for the passphrase, and again where it was another', async () => {
    const asked: (string | null)[] = [];
    const opening = session({
      readProject: () => Promise.resolve({ isEncrypted: true, contents: null }),
      restoreProject: ({ passphrase }) => {
        asked.push(passphrase);
        return passphrase === 'right'
          ? Promise.resolve(project)
          : Promise.reject(new AppError('project-file-passphrase', 'another'));
      },
    });
    await opening.open(file);
    expect(opening.phase).toEqual({ status: 'asking', name: 'shop.debut', wasWrong: false });
    await opening.goOn('wrong');
    expect(opening.phase).toEqual({ status: 'asking', name: 'shop.debut', wasWrong: true });
    await opening.goOn('right');
    expect(opening.phase.status).toBe('restored');
    expect(asked).toEqual(['wrong', 'right']);
  });

  it('warns before it writes what may not fit', async () => {
    const opening = session({ readProject: () => Promise.resolve(glance(100)) }, 99);
    await opening.open(file);
    expect(opening.phase).toEqual({ status: 'tight', neededBytes: 100, roomBytes: 99 });
    await opening.goOn(null);
    expect(opening.phase.status).toBe('restored');
  });

  it('tidies up after a failure, and after a stop that the worker did not hear', async () => {
    const full = new AppError('storage-full', 'full');
    const failing = session({ restoreProject: () => Promise.reject(full) });
    await failing.open(file);
    expect([failing.phase.status, failing.failure, swept]).toEqual(['idle', full, 1]);

    let stop: () => void = () => undefined;
    const stuck = session({
      restoreProject: () => new Promise((_, reject) => (stop = () => reject(new Error('ended')))),
    });
    const opened = stuck.open(file);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    stuck.cancel();
    stop();
    await opened;
    expect([stuck.phase.status, stuck.failure, swept]).toEqual(['idle', null, 2]);
  });
});
