import { emptyDatabase } from '../../support/database.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadLesson } from '#storage/app/lesson.ts';
import { Lesson, type LessonPorts } from '#state/lesson/lesson.svelte.ts';
import { changeLesson, forgetLesson } from '#storage/app/lesson.ts';

afterEach(emptyDatabase);

const PORTS: LessonPorts = { loadLesson, changeLesson, forgetLesson, newId: () => 77 };

describe('the lesson of a device', () => {
  it('keeps answers and the best marks, and forgets both when asked', async () => {
    const lesson = new Lesson(PORTS);
    await lesson.answer('before', 'row', 2);
    await lesson.answer('after', 'row', 1);
    await lesson.mark('line', 0.9);
    await lesson.mark('line', 0.4);
    expect(await loadLesson()).toEqual({
      ...{ id: 77, before: { row: 2 }, after: { row: 1 }, marks: { line: 0.9 } },
    });
    await lesson.forget();
    expect(await loadLesson()).toBeUndefined();
    expect(lesson.failure).toBeNull();
  });

  it('shows what storage refused', async () => {
    const full = new Error('full');
    const lesson = new Lesson({ ...PORTS, changeLesson: vi.fn().mockRejectedValue(full) });
    await lesson.mark('net', 0.5);
    expect(lesson.failure).toBe(full);
  });
});
