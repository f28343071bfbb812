import { afterEach, expect, it, vi } from 'vitest';
import { handleError } from '../src/hooks.client.ts';

type Told = Parameters<typeof handleError>[0];
const tell = (told: Partial<Told>) =>
  handleError({ status: 500, message: 'Internal Error', ...told } as Told);

afterEach(() => vi.restoreAllMocks());

it('tells what an unexpected error said, and keeps it whole in the console', () => {
  const kept = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const error = new Error('the disk is full');
  expect(tell({ error })).toEqual({ message: 'the disk is full' });
  expect(kept).toHaveBeenCalledWith(error);
});

it('tells what SvelteKit says where something else was thrown', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(tell({ error: 'odd' })).toEqual({ message: 'Internal Error' });
});

it('does not take an address without a page for an error', () => {
  const kept = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(tell({ error: new Error('Not found'), status: 404 })).toMatchObject({
    message: expect.stringContaining('no page') as unknown,
  });
  expect(kept).not.toHaveBeenCalled();
});
