import { flushSync, mount, unmount } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import PictureReading from '#components/pages/data/pictures/PictureReading.svelte';

interface State {
  readonly readCount: number;
  readonly progress: {
    readonly phase: string;
    readonly done: number;
    readonly total: number;
  } | null;
  readonly allowsDownload: boolean | null;
}

function shown(state: Partial<State>) {
  const target = document.createElement('div');
  const onanswer = vi.fn<(allowsDownload: boolean) => void>();
  const onstop = vi.fn<() => void>();
  const start: State = { readCount: 0, progress: null, allowsDownload: null };
  const props = { ...start, total: 1_000, sizeBytes: 2_000_000, ...state, onanswer, onstop };
  const view = mount(PictureReading, { target, props });
  flushSync();
  const buttons = [...target.querySelectorAll('button')];
  for (const button of buttons) button.click();
  const text = target.textContent.replace(/\s+/g, ' ').trim();
  void unmount(view);
  return { text, labels: buttons.map((each) => each.textContent.trim()), onanswer, onstop };
}

describe('the reading of pictures', () => {
  it('asks before it downloads, with the size', () => {
    const { text, labels, onanswer } = shown({});
    expect(text).toContain('an image model (2 MB)');
    expect(labels).toEqual(['Download and read', 'Not now']);
    expect(onanswer.mock.calls).toEqual([[true], [false]]);
  });

  it('says how far it is, and stops when asked', () => {
    const progress = { phase: 'pictures', done: 412, total: 1_000 };
    const { text, onstop } = shown({ allowsDownload: true, progress });
    expect(text).toContain('412 of 1,000 pictures read');
    expect(onstop).toHaveBeenCalledOnce();
    const fetching = { phase: 'fetch', done: 500_000, total: 2_000_000 };
    expect(shown({ progress: fetching }).text).toContain('Downloading the image model');
  });

  it('goes on when asked where it was stopped or declined', () => {
    const stopped = shown({ allowsDownload: true, readCount: 412 });
    expect([stopped.text, stopped.onanswer.mock.calls]).toEqual([
      '412 of 1,000 pictures read Read the rest',
      [[true]],
    ]);
    const declined = shown({ allowsDownload: false });
    expect(declined.text).toContain('the image model is not on this device');
    expect(declined.labels).toEqual(['Download and read']);
  });

  it('asks nothing once all are read', () => {
    const { text, labels } = shown({ readCount: 1_000 });
    expect([text, labels]).toEqual(['1,000 pictures read', []]);
  });
});
