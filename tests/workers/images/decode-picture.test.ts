import { afterEach, expect, it, vi } from 'vitest';
import { decodePicture, decodePixels } from '#workers/images/decode-picture.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it.each([decodePicture, decodePixels])(
  'gives a picture up that the browser leaves unanswered',
  async (decode) => {
    vi.useFakeTimers();
    vi.stubGlobal('createImageBitmap', () => new Promise(() => undefined));
    const decoded = expect(decode(new Blob(['?']))).rejects.toThrow('got no answer');
    await vi.advanceTimersByTimeAsync(20_000);
    await decoded;
  },
);

it('says at once that a picture cannot be decoded', async () => {
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no picture')));
  await expect(decodePicture(new Blob(['?']))).rejects.toThrow('no picture');
});
