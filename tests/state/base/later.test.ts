import { describe, expect, it, vi } from 'vitest';
import { later } from '#state/base/later.ts';

const twice = (number: number) => Promise.resolve(2 * number);
const fail = () => Promise.reject(new Error('unreadable'));

describe('later', () => {
  it('fetches when a function is called, not before', async () => {
    const load = vi.fn(() => Promise.resolve({ twice }));
    const module = later(load);
    const { twice: asked } = module;
    expect(load).not.toHaveBeenCalled();
    expect(await asked(21)).toBe(42);
    expect(load).toHaveBeenCalledOnce();
  });

  it('fails as the function does, and where the module cannot be fetched', async () => {
    const module = later(() => Promise.resolve({ fail }));
    await expect(module.fail()).rejects.toThrow('unreadable');
    const absent = later((): Promise<{ twice: typeof twice }> => Promise.reject(new Error('away')));
    await expect(absent.twice(1)).rejects.toThrow('away');
  });
});
