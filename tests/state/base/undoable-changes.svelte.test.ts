import { expect, it, vi } from 'vitest';
import { Notices } from '#state/base/notices.svelte.ts';
import { UndoableChanges } from '#state/base/undoable-changes.svelte.ts';

it('offers to take back what was kept, and tells where that fails too', async () => {
  const notices = new Notices();
  const changes = new UndoableChanges(notices);
  const error = new Error('full');
  await changes.make('Changed.', () => Promise.resolve(() => Promise.reject(error)));
  expect(notices.offer?.text).toBe('Changed.');
  expect(changes.failure).toBeNull();
  notices.undo();
  await vi.waitFor(() => expect(changes.failure).toBe(error));
});

it('offers nothing for what was not kept, and forgets the failure with the next change', async () => {
  const notices = new Notices();
  const changes = new UndoableChanges(notices);
  const error = new Error('full');
  await changes.make('Changed.', () => Promise.reject(error));
  expect(changes.failure).toBe(error);
  expect(notices.offer).toBeNull();
  await changes.make('Changed.', () => Promise.resolve(() => Promise.resolve(null)));
  expect(changes.failure).toBeNull();
});

it('asks first where something else has been chosen since, and undoes it where that is said', async () => {
  const notices = new Notices();
  const changes = new UndoableChanges(notices);
  const takeBack = vi.fn(({ isForced }: { isForced: boolean }) =>
    Promise.resolve(isForced ? null : { now: 'blue', before: 'red' }),
  );
  await changes.make('Changed.', () => Promise.resolve(takeBack));
  notices.undo();
  await vi.waitFor(() =>
    expect(notices.question?.text).toBe(
      'Another window has since changed this. Now: blue. After undoing: red.',
    ),
  );
  notices.undoAnyway();
  await vi.waitFor(() => expect(takeBack).toHaveBeenLastCalledWith({ isForced: true }));
  expect(notices.question).toBeNull();
});
