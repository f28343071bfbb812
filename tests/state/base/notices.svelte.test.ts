import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Notices } from '#state/base/notices.svelte.ts';
import { inChinese } from '../../support/in-chinese.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function offered() {
  const notices = new Notices(8_000);
  const restore = vi.fn<() => void>();
  const commit = vi.fn<() => void>();
  notices.offerUndo({ text: 'Removed.', restore, commit });
  return { notices, restore, commit };
}

describe('Notices', () => {
  it('says nothing in a language that is no longer on screen', () => {
    const { notices } = offered();
    notices.say('Shared.');
    expect(notices.spoken).toBe('Shared.');
    expect(inChinese(() => notices.spoken)).toBe('');
  });

  it('commits a removal once the offer has passed', () => {
    const { notices, restore, commit } = offered();
    vi.advanceTimersByTime(7_999);
    expect(notices.offer?.text).toBe('Removed.');
    expect(commit).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(notices.offer).toBeNull();
    expect(commit).toHaveBeenCalledOnce();
    expect(restore).not.toHaveBeenCalled();
  });

  it('restores instead when undone, and never commits after that', () => {
    const { notices, restore, commit } = offered();
    notices.undo();
    vi.advanceTimersByTime(10_000);
    expect(restore).toHaveBeenCalledOnce();
    expect(commit).not.toHaveBeenCalled();
  });

  it('lets an earlier offer pass when another comes', () => {
    const { notices, commit } = offered();
    notices.offerUndo({ text: 'Removed another.', restore: () => undefined });
    expect(commit).toHaveBeenCalledOnce();
    expect(notices.offer?.text).toBe('Removed another.');
  });

  it('goes on asking while an earlier undo, which takes longer, comes to its end', async () => {
    const notices = new Notices(8_000);
    let finish: (() => void) | undefined;
    notices.offerUndo({ text: 'Read.', restore: () => new Promise<void>((end) => (finish = end)) });
    notices.undo();
    const question = { text: 'Undo it all the same?', undoAnyway: vi.fn<() => void>() };
    notices.offerUndo({ text: 'Removed.', restore: () => Promise.resolve(question) });
    notices.undo();
    await vi.waitFor(() => expect(notices.question).toBe(question));
    finish?.();
    await vi.advanceTimersByTimeAsync(1);
    expect(notices.question).toBe(question);
    notices.keep();
    expect(notices.question).toBeNull();
    expect(question.undoAnyway).not.toHaveBeenCalled();
  });

  it('stays while it is held, and then has its whole time again', () => {
    const { notices, commit } = offered();
    vi.advanceTimersByTime(7_000);
    notices.hold();
    vi.advanceTimersByTime(60_000);
    expect(notices.offer?.text).toBe('Removed.');
    notices.wait();
    vi.advanceTimersByTime(7_999);
    expect(commit).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(commit).toHaveBeenCalledOnce();
  });
});
