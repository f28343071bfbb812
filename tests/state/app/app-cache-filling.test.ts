import { describe, expect, it, vi } from 'vitest';
import { fillAppCache } from '#state/app/app-cache-filling.ts';

/** A service worker that answers a request to store the files; undefined: it says nothing. */
function containerOf(isWhole: boolean | undefined) {
  const asked = vi.fn((_: unknown, [port]: readonly MessagePort[]) => {
    if (isWhole !== undefined) port!.postMessage(isWhole);
  });
  const registration = { active: { postMessage: asked } } as unknown as ServiceWorkerRegistration;
  return { container: { ready: Promise.resolve(registration) }, asked };
}

describe('fillAppCache', () => {
  it.each([true, false])('returns what the service worker answers: %s', async (isWhole) => {
    const { container, asked } = containerOf(isWhole);
    expect(await fillAppCache(container)).toBe(isWhole);
    expect(asked.mock.calls[0]![0]).toEqual({ type: 'fill' });
  });

  it('does not wait for ever, nor for a browser that has none', async () => {
    expect(await fillAppCache(containerOf(undefined).container, 5)).toBe(false);
    expect(await fillAppCache(undefined, 5)).toBe(false);
  });
});
