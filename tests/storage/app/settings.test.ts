import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../support/database.ts';
import { changeSetting, loadSetting, saveSetting } from '#storage/app/settings.ts';

beforeEach(emptyDatabase);

describe('settings', () => {
  it('are undefined until they are saved, and then what was saved last', async () => {
    expect(await loadSetting('computePreference')).toBeUndefined();
    await saveSetting('computePreference', 'wasm');
    await saveSetting('computePreference', 'webgpu');
    await saveSetting('currency', 'EUR');
    expect(await loadSetting('computePreference')).toBe('webgpu');
    expect(await loadSetting('currency')).toBe('EUR');
  });

  it('stay as they are where a change has nothing to say', async () => {
    await changeSetting('currency', () => undefined);
    expect(await loadSetting('currency')).toBeUndefined();
    await saveSetting('currency', 'EUR');
    await changeSetting('currency', (before) => before);
    expect(await loadSetting('currency')).toBe('EUR');
  });

  it('lose nothing where two changes are made at once', async () => {
    const mapping = { fields: {}, attributes: [] };
    const remembered = (signature: number) => ({ signature, mapping });
    await Promise.all(
      [1, 2, 3].map((signature) =>
        changeSetting('rememberedMappings', (known = []) => [...known, remembered(signature)]),
      ),
    );
    const stored = await loadSetting('rememberedMappings');
    expect(stored).toEqual([1, 2, 3].map(remembered));
  });
});
