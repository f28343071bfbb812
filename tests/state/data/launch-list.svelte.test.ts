import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { LaunchList, type AddressChange } from '#state/data/launch-list.svelte.ts';
import { launchTable } from '../../support/launch-table.ts';

/** An address that goes where it is told, and remembers the way. */
function listAt(start: string) {
  let search = $state.raw(new URLSearchParams(start));
  const way: [search: string, how: AddressChange][] = [];
  const list = new LaunchList(
    {
      datasetId: () => 7,
      search: () => search,
      restMs: 1,
      show: async (next, how) => {
        way.push([next.toString(), how]);
        await Promise.resolve();
        search = next;
      },
    },
    { loadLaunchTable: (id) => Promise.resolve(launchTable([{ title: `launch of ${id}` }])) },
  );
  return { list, way, back: (to: string) => (search = new URLSearchParams(to)) };
}

describe('LaunchList', () => {
  it('reads the launches of its data set while someone looks', async () => {
    const { list } = listAt('');
    const seen: (string | undefined)[] = [];
    const stop = $effect.root(() => {
      $effect(() => {
        seen.push(list.table?.title[0]);
      });
    });
    flushSync();
    await vi.waitFor(() => {
      flushSync();
      expect(seen).toEqual([undefined, 'launch of 7']);
    });
    stop();
  });

  it('takes a step for an order and for a choice of columns, which Back undoes', async () => {
    const { list, way, back } = listAt('dataset=7');
    list.sortBy({ id: 'units', descending: true });
    await vi.waitFor(() => expect(list.view.sort).toEqual({ id: 'units', descending: true }));
    list.chooseColumns(['title', 'units']);
    await vi.waitFor(() => expect(list.view.columns).toEqual(['title', 'units']));
    expect(way).toEqual([
      ['dataset=7&sort=-units', 'step'],
      ['dataset=7&sort=-units&column=title&column=units', 'step'],
    ]);
    back('dataset=7');
    expect(list.view).toEqual({ sort: null, filter: '', columns: null });
  });

  it('filters while typing, and lets the address follow once, in place', async () => {
    const { list, way } = listAt('dataset=7');
    for (const text of ['m', 'mu', 'mug']) {
      list.filterBy(text);
      expect(list.view.filter).toBe(text);
    }
    expect(way).toEqual([]);
    await vi.waitFor(() => expect(way).toEqual([['dataset=7&find=mug', 'in-place']]));
    expect(list.view.filter).toBe('mug');
  });

  it('keeps what is typed when an order is chosen before the address has followed', async () => {
    const { list, way } = listAt('find=old');
    list.filterBy('');
    list.sortBy({ id: 'title', descending: false });
    expect(way).toEqual([['sort=title', 'step']]);
    await vi.waitFor(() => expect(list.view.sort?.id).toBe('title'));
    expect(list.view.filter).toBe('');
  });

  it('leaves the address alone when it is left while typing', async () => {
    const { list, way } = listAt('');
    list.filterBy('mug');
    list.leave();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(way).toEqual([]);
  });
});
