import { describe, expect, it, vi } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import { Erasing, stopWhenAsked } from '#state/app/erasing.svelte.ts';
import { broadcastStop, onStopBroadcast } from '#storage/app/stop-broadcast.ts';

describe('Erasing', () => {
  it('waits for work in other tabs, and says when everything is gone', async () => {
    let finish: () => void = () => undefined;
    const erasing = new Erasing(() => new Promise((resolve) => (finish = resolve)));
    expect(erasing.phase).toEqual({ status: 'idle' });
    const erased = erasing.erase();
    expect(erasing.phase).toEqual({ status: 'waiting' });
    finish();
    expect(await erased).toBe(true);
    expect(erasing.phase).toEqual({ status: 'idle' });
  });

  it('says why nothing was deleted, until it is tried again', async () => {
    const error = new AppError('work-elsewhere', 'expected all work to stop, got none');
    const answers = [Promise.reject(error), Promise.resolve()];
    const erasing = new Erasing(() => answers.shift()!);
    expect(await erasing.erase()).toBe(false);
    expect(erasing.phase).toEqual({ status: 'failed', error });
    expect(await erasing.erase()).toBe(true);
    expect(erasing.phase).toEqual({ status: 'idle' });
  });
});

describe('a tab that works', () => {
  const session = (status: string) => ({ phase: { status }, cancel: vi.fn() });

  it('stops what goes on where another tab asks for it, and keeps what is only being entered', async () => {
    const sessions = ['running', 'importing', 'restoring', 'mapping', 'done'].map(session);
    const onstopped = vi.fn();
    const unhear = stopWhenAsked(sessions, onstopped);
    broadcastStop();
    await vi.waitFor(() => expect(onstopped).toHaveBeenCalledTimes(1));
    expect(sessions.map(({ cancel }) => cancel.mock.calls.length)).toEqual([1, 1, 1, 0, 0]);
    unhear();
  });

  it('says nothing where nothing went on', async () => {
    const [onstopped, heard] = [vi.fn(), vi.fn()];
    const unhear = [stopWhenAsked([session('done')], onstopped), onStopBroadcast(heard)];
    broadcastStop();
    await vi.waitFor(() => expect(heard).toHaveBeenCalled());
    expect(onstopped).not.toHaveBeenCalled();
    for (const each of unhear) each();
  });
});
