import { flushSync, mount, unmount } from 'svelte';
import { expect, it, vi } from 'vitest';
import InstallNotice from '#components/pages/data/InstallNotice.svelte';
import type { InstallPlace } from '#core/app/evicting-browser.ts';

it.each<{ place: InstallPlace; step: string }>([
  { place: 'home-screen', step: 'choose Share, then Add to Home Screen.' },
  { place: 'dock', step: 'choose File, then Add to Dock.' },
])('says how to keep the data ($place), and can be closed', ({ place, step }) => {
  const target = document.body;
  const onclose = vi.fn<() => void>();
  const view = mount(InstallNotice, { target, props: { place, onclose } });
  flushSync();
  expect(target.textContent).toContain('after seven days without a visit.');
  expect(target.textContent).toContain(step);
  target.querySelector('button')!.click();
  expect(onclose).toHaveBeenCalledOnce();
  void unmount(view);
});
