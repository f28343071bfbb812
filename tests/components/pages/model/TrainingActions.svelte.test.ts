import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import TrainingActions from '#components/pages/model/TrainingActions.svelte';
import type { Stopping } from '#components/pages/model/stop-words.ts';
import { inChinese } from '../../../support/in-chinese.ts';

const stopPoint = { part: 'epochs', done: 7, total: 12 } as const;
const BEFORE: Stopping = { progress: null, stopPoint: null, stoppedPart: null };

let shown: ReturnType<typeof mount> | undefined;
afterEach(() => {
  if (shown) void unmount(shown);
  document.body.replaceChildren();
});

function show(given: Stopping) {
  const props = $state({ ...given, onpause: vi.fn(), onstop: vi.fn() });
  shown = mount(TrainingActions, { target: document.body, props });
  const [pause, stop] = document.querySelectorAll('button') as unknown as [
    HTMLButtonElement,
    HTMLButtonElement,
  ];
  const help = () => document.getElementById(stop.getAttribute('aria-describedby')!)!.textContent;
  return { props, pause, stop, help };
}

it('say from when the run can be stopped, and do nothing before', () => {
  const { props, pause, stop, help } = show(BEFORE);
  expect(stop.textContent.trim()).toBe('Stop and keep the best');
  expect(stop.getAttribute('aria-disabled')).toBe('true');
  expect(help()).toBe('You can stop once there is something to keep: from the first epoch on.');
  stop.click();
  expect(props.onstop).not.toHaveBeenCalled();
  pause.click();
  expect(props.onpause).toHaveBeenCalledOnce();
});

it('say what stopping keeps, and keep the focus on what was pressed', () => {
  const { props, stop, help } = show({ ...BEFORE, stopPoint });
  expect(stop.getAttribute('aria-disabled')).toBe('false');
  expect(help()).toBe('Stopping now keeps the best epoch after 7 of 12. The test follows.');
  stop.focus();
  stop.click();
  expect(props.onstop).toHaveBeenCalledOnce();
  Object.assign(props, { stopPoint: null, stoppedPart: 'epochs' });
  flushSync();
  expect(document.activeElement).toBe(stop);
  expect(stop.getAttribute('aria-disabled')).toBe('true');
  expect(help()).toBe('Stopped. What is left is needed for a tested model.');
});

it('are written in Chinese as well', () => {
  inChinese(() => {
    const { stop, help } = show({ ...BEFORE, stopPoint });
    expect(stop.textContent.trim()).toBe('停止并保留最好的');
    expect(help()).toBe('现在停止：12 轮已完成 7 轮，保留其中最好的一轮，然后检验。');
  });
});
