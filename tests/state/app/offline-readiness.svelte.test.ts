import { existsSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { unreachable, filesToRead } from '#core/model/text/language-files.ts';
import { OfflineReadiness, type OfflinePorts } from '#state/app/offline-readiness.svelte.ts';

const LANGUAGE = filesToRead(true).map(({ name }) => name);
const SAMPLES = ['demo-shop', 'demo-shop-new-products'].flatMap((name) => [
  ...[`samples/${name}.csv`, `samples/${name}.zh.csv`],
]);
const TRAINED = ['samples/demo-shop-trained.debut', 'samples/demo-shop-trained.zh.debut'];
const FILES = ['index.html', 'app.js', ...SAMPLES, ...TRAINED];

/** A device from which files can be deleted, and a host that may be away. */
function device(change: Partial<OfflinePorts> = {}) {
  const state = { app: [...FILES], language: [...LANGUAGE], isHostAway: false, hasList: true };
  const fillApp = vi.fn(() => {
    if (!state.isHostAway) state.app = [...FILES];
    if (!state.isHostAway) state.hasList = true;
    return Promise.resolve(!state.isHostAway);
  });
  const fetchLanguage = vi.fn(() => {
    if (state.isHostAway) return Promise.reject(unreachable('weights', 'nothing'));
    state.language = [...LANGUAGE];
    return Promise.resolve();
  });
  const ports: OfflinePorts = {
    keepsFiles: () => true,
    appFiles: () => Promise.resolve(state.hasList ? { all: FILES, kept: state.app } : null),
    languageFiles: () => Promise.resolve(state.language),
    fillApp,
    fetchLanguage,
    ...change,
  };
  return { state, fillApp, fetchLanguage, subject: new OfflineReadiness(ports) };
}

describe('ready for offline', () => {
  it('asks for files that ship', () => {
    const shipped = [...SAMPLES, ...TRAINED].filter((path) => existsSync(`static/${path}`));
    expect(shipped).toHaveLength(6);
  });

  it('is so only once the device was looked at and has everything', async () => {
    const { subject, fillApp, fetchLanguage } = device();
    expect([subject.isReady, subject.parts]).toEqual([false, null]);
    await subject.look();
    expect(subject.isReady).toBe(true);
    expect(subject.parts).toMatchObject({ app: { kept: 8, all: 8 }, shop: { kept: 6, all: 6 } });
    await subject.getAll();
    expect([fillApp, fetchLanguage].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  });

  it('ends when files are deleted, and fetches only what is missing', async () => {
    const { subject, state, fillApp, fetchLanguage } = device();
    await subject.look();
    state.language = LANGUAGE.slice(1);
    await subject.look();
    expect(subject.isReady).toBe(false);
    expect(subject.parts!.language.kept).toBeLessThan(subject.parts!.language.all!);
    await subject.getAll();
    expect(subject.isReady).toBe(true);
    expect(fillApp).not.toHaveBeenCalled();

    state.app = FILES.filter((path) => path !== TRAINED[0]);
    await subject.look();
    expect(subject.parts).toMatchObject({ app: { kept: 7 }, shop: { kept: 5 } });
    await subject.getAll();
    expect(subject.isReady).toBe(true);
    expect(fetchLanguage).toHaveBeenCalledOnce();
  });

  it('is not so without a list of files, whatever is kept', async () => {
    const { subject, state } = device();
    state.hasList = false;
    await subject.look();
    expect(subject.parts).toMatchObject({ app: { kept: 0, all: null }, shop: { kept: 0 } });
    expect(subject.isReady).toBe(false);
  });

  it('says what the host refused, and goes on when it is back', async () => {
    const { subject, state } = device();
    Object.assign(state, { app: [], language: [], isHostAway: true });
    await subject.getAll();
    expect([subject.isReady, subject.isAppRefused, subject.isGetting]).toEqual([
      false,
      true,
      false,
    ]);
    expect(subject.failure).toMatchObject({ code: 'language-unreachable' });
    state.isHostAway = false;
    await subject.getAll();
    expect([subject.isReady, subject.isAppRefused, subject.failure]).toEqual([true, false, null]);
  });

  it('says that the device could not be looked at', async () => {
    const error = new Error('no');
    const { subject } = device({ appFiles: () => Promise.reject(error) });
    await subject.look();
    expect([subject.failure, subject.isReady]).toEqual([error, false]);
  });
});
