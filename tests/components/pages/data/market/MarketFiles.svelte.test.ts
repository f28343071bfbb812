import { flushSync, mount, unmount } from 'svelte';
import { expect, it, onTestFinished, vi } from 'vitest';
import MarketFiles from '#components/pages/data/market/MarketFiles.svelte';
import { searchFile } from '../../../../support/market-data.ts';

function shown(files: readonly ReturnType<typeof searchFile>[]) {
  const onremove = vi.fn<(place: number) => void>();
  const rest = { fraction: null, onfiles: () => undefined, oncancel: () => undefined, onremove };
  const phase = { status: 'idle' } as const;
  const part = mount(MarketFiles, { target: document.body, props: { files, phase, ...rest } });
  onTestFinished(() => void unmount(part));
  flushSync();
  return { text: document.body.textContent.replace(/\s+/g, ' '), onremove };
}

it('lists each file with what was read of it, and removes one', () => {
  const { text, onremove } = shown([searchFile(), searchFile({ fileName: 'b.csv', term: 'mug' })]);
  expect(text).toContain('Google Trends from trends.csv');
  expect(text).toContain('It is about “mug”.');
  document.querySelector<HTMLElement>('[aria-label="Remove b.csv"]')!.click();
  expect(onremove).toHaveBeenCalledExactlyOnceWith(1);
});

it('says which files it takes, and that nothing is fetched or sent', () => {
  const { text } = shown([]);
  for (const name of [
    'Google Trends',
    '百度指数',
    '生意参谋',
    'Helium 10',
    'week, keyword, volume',
  ])
    expect(text).toContain(name);
  expect(text).toContain('fetches and sends nothing');
});
