import { mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import UnfinishedRun from '#components/pages/model/UnfinishedRun.svelte';
import { AUTOMATIC_SETTINGS } from '#core/model/training/training-settings.ts';
import type { UnfinishedRun as Run } from '#core/model/training/unfinished-run.ts';

const run: Run = {
  ...{ datasetId: 1, startedAt: 0, compute: 'auto' },
  ...{ settings: AUTOMATIC_SETTINGS, fraction: 0.4 },
};

let shown: ReturnType<typeof mount> | undefined;
afterEach(() => {
  if (shown) void unmount(shown);
  document.body.replaceChildren();
});

function show(given: Run) {
  const props = { run: given, ongoon: vi.fn(), onstop: vi.fn(), ondiscard: vi.fn() };
  shown = mount(UnfinishedRun, { target: document.body, props });
  const buttons = [...document.querySelectorAll('button')];
  const press = (name: string) => buttons.find((each) => each.textContent.trim() === name)?.click();
  return { props, press, names: buttons.map(({ textContent }) => textContent.trim()) };
}

it('can be stopped where it was, and says what that keeps', () => {
  const { props, press, names } = show({
    ...run,
    stopPoint: { part: 'epochs', done: 7, total: 12 },
  });
  expect(names).toEqual(['Continue training', 'Stop and keep the best', 'Discard']);
  expect(document.body.textContent).toContain('keeps the best epoch after 7 of 12.');
  press('Stop and keep the best');
  expect(props.onstop).toHaveBeenCalledOnce();
  expect(props.ongoon).not.toHaveBeenCalled();
});

it('cannot be stopped where that would keep nothing', () => {
  expect(show(run).names).toEqual(['Continue training', 'Discard']);
});
