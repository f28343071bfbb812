import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../support/database.ts';
import { loadSetting, saveSetting } from '#storage/settings.ts';

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
});
