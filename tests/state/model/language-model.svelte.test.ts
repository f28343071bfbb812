import { describe, expect, it, vi } from 'vitest';
import { filesToRead } from '#core/model/text/language-files.ts';
import {
  CHINESE_BYTES,
  LANGUAGE_BYTES,
  LanguageModel,
  type LanguageModelPorts,
} from '#state/model/language-model.svelte.ts';

function modelWith(ports: Partial<LanguageModelPorts>): LanguageModel {
  return new LanguageModel({
    loadChoice: () => Promise.resolve(undefined),
    saveChoice: () => Promise.resolve(),
    keptFiles: () => Promise.resolve([]),
    removeFiles: () => Promise.resolve(),
    ...ports,
  });
}

describe('LanguageModel', () => {
  it('is used unless the seller said otherwise', async () => {
    const [asked, declined] = [
      modelWith({}),
      modelWith({ loadChoice: () => Promise.resolve(false) }),
    ];
    await Promise.all([asked.load(), declined.load()]);
    expect([asked.isUsed, declined.isUsed]).toEqual([true, false]);
  });

  it('keeps the choice', async () => {
    const saveChoice = vi.fn(() => Promise.resolve());
    const model = modelWith({ saveChoice });
    await model.use(false);
    expect(model.isUsed).toBe(false);
    expect(saveChoice).toHaveBeenCalledWith(false);
  });

  it('knows how much of it is on the device, and removes it', async () => {
    let kept = filesToRead(true).map(({ name }) => name);
    const model = modelWith({
      keptFiles: () => Promise.resolve(kept),
      removeFiles: () => Promise.resolve(void (kept = [])),
    });
    expect(model.keptBytes).toBeNull();
    await model.load();
    expect(model.keptBytes).toBe(LANGUAGE_BYTES + CHINESE_BYTES);
    await model.remove();
    expect(model.keptBytes).toBe(0);
  });

  it('says what went wrong', async () => {
    const error = new Error('no');
    const model = modelWith({ saveChoice: () => Promise.reject(error) });
    await model.use(false);
    expect(model.failure).toBe(error);
    await model.load();
    expect(model.failure).toBeNull();
  });
});
