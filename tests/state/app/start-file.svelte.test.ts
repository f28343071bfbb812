import { describe, expect, it, vi } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import type { RestoredProject } from '#core/files/project/project-reports.ts';
import { StartFile, type StartFilePorts } from '#state/app/start-file.svelte.ts';
import { inChinese } from '../../support/in-chinese.ts';

function startFile(change: Partial<StartFilePorts> = {}) {
  const datasets = [{ datasetId: 7 }] as unknown as RestoredProject['datasets'];
  const restored: Parameters<StartFilePorts['restoreProject']>[0][] = [];
  const ports = {
    fetchFile: vi.fn(() => Promise.resolve(new Response('a project'))),
    restoreProject: ((request) => {
      restored.push(request);
      return Promise.resolve({ savedAt: 1, datasets });
    }) as StartFilePorts['restoreProject'],
    deleteOrphanRows: vi.fn(() => Promise.resolve()),
    ...change,
  };
  return { subject: new StartFile(ports), ports, restored };
}

describe('the start file', () => {
  it('is opened as a project file, in the language on screen', async () => {
    const { subject, ports, restored } = startFile();
    expect(await inChinese(() => subject.open())).toBe(7);
    expect(ports.fetchFile).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/\/samples\/demo-shop-trained\.zh\.debut$/),
      expect.anything(),
    );
    const { file, passphrase } = restored[0]!;
    expect([await file.text(), passphrase]).toEqual(['a project', null]);
  });

  it('says that the host does not have it', async () => {
    const fetchFile = () => Promise.resolve(new Response('', { status: 404 }));
    const { subject, restored } = startFile({ fetchFile });
    expect(await subject.open()).toBeNull();
    expect(subject.phase).toMatchObject({ status: 'failed', error: { code: 'file-unreadable' } });
    expect(restored).toEqual([]);
  });

  it('leaves nothing half opened', async () => {
    const error = new AppError('storage-full', 'no');
    const { subject, ports } = startFile({ restoreProject: () => Promise.reject(error) });
    expect(await subject.open()).toBeNull();
    expect(ports.deleteOrphanRows).toHaveBeenCalledOnce();
    expect(subject.phase).toMatchObject({ status: 'failed', error });
  });
});
