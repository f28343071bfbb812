import { emptyDatabase } from '../../support/database.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LessonRecord } from '#core/lesson/lesson.ts';
import { encodeResult } from '#core/lesson/results/result-code.ts';
import { changeLessonResults, loadLessonResults } from '#storage/app/lesson.ts';
import { Notices } from '#state/base/notices.svelte.ts';
import { LessonResults } from '#state/lesson/lesson-results.svelte.ts';

afterEach(emptyDatabase);

const PORTS = { loadLessonResults, changeLessonResults };
const record = (id: number, row = 1): LessonRecord => ({
  ...{ id, before: {}, after: { row }, marks: {} },
});
const code = (id: number, row?: number) => encodeResult(record(id, row));

describe('the results of a room', () => {
  it('are added by codes; a device counts once, with what it sent last', async () => {
    const results = new LessonResults(new Notices(), PORTS);
    expect(await results.addTexts([`${code(1)} ${code(2)}`, code(3)])).toEqual({
      ...{ added: [1, 2, 3], again: [], refused: [] },
    });
    expect(await results.addTexts([`${code(2, 0)} ${code(4)} nonsense`])).toEqual({
      ...{ added: [4], again: [2], refused: [{ text: 'nonsense', refusal: 'length' }] },
    });
    expect(await loadLessonResults()).toEqual([record(1), record(2, 0), record(3), record(4)]);
  });

  it('are removed with an undo, which takes nothing from what came since', async () => {
    const notices = new Notices();
    const results = new LessonResults(notices, PORTS);
    await results.addTexts([`${code(1)} ${code(2)}`]);
    await results.remove([1, 2], 'All removed');
    expect(await loadLessonResults()).toEqual([]);
    expect(notices.offer?.text).toBe('All removed');
    await results.addTexts([code(2, 0)]);
    notices.undo();
    await vi.waitFor(async () =>
      expect(await loadLessonResults()).toEqual([record(1), record(2, 0)]),
    );
    await results.remove([99], 'Nothing');
    expect(notices.offer).toBeNull();
  });

  it('are read from files, of which one that cannot be read adds nothing', async () => {
    const results = new LessonResults(new Notices(), PORTS);
    const file = new Blob([`${code(1)}\n`]);
    expect(await results.addFiles([file])).toMatchObject({ added: [1] });
    const gone = { slice: () => ({ text: () => Promise.reject(new Error('gone')) }) };
    expect(await results.addFiles([file, gone as unknown as Blob])).toBeNull();
    expect(results.failure).toMatchObject({ code: 'file-unreadable' });
    expect(await loadLessonResults()).toEqual([record(1)]);
  });

  it('say what storage refused', async () => {
    const full = new Error('full');
    const results = new LessonResults(new Notices(), {
      ...PORTS,
      changeLessonResults: vi.fn().mockRejectedValue(full),
    });
    expect(await results.addTexts([code(1)])).toBeNull();
    expect(results.failure).toBe(full);
  });
});
