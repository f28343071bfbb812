import { expect, it } from 'vitest';
import { Lazy } from '#components/ui/controls/lazy.svelte.ts';

it('is fetched once, however often it is asked for', async () => {
  let loads = 0;
  const lazy = new Lazy(() => Promise.resolve({ default: `part ${++loads}` }));
  expect(lazy.component).toBeNull();
  await Promise.all([lazy.fetch(), lazy.fetch()]);
  await lazy.fetch();
  expect(lazy.component).toBe('part 1');
});

it('says when it cannot be fetched, and tries again when asked again', async () => {
  const answers = [Promise.reject(new Error('offline')), Promise.resolve({ default: 'part' })];
  const lazy = new Lazy(() => answers.shift()!);
  await expect(lazy.fetch()).rejects.toThrow('offline');
  await lazy.fetch();
  expect(lazy.component).toBe('part');
});
