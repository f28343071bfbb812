import type { AdapterVerdict, AdapterVerdicts } from '#core/launch/adapter-verdict.ts';
import { loadSetting, saveSetting } from '#storage/settings.ts';

/** Of no more adapters, or versions, than a device is likely to have: the newest. */
const MOST_KEPT = 4;

/** Kept on the device, because finding out takes seconds. */
export const storedVerdicts: AdapterVerdicts = {
  async load(key) {
    return (await loadVerdicts())[key];
  },
  async save(key, verdict) {
    const others = Object.entries(await loadVerdicts()).filter(([other]) => other !== key);
    const newest = [...others, [key, verdict] as const].slice(-MOST_KEPT);
    await saveSetting('adapterVerdicts', Object.fromEntries(newest));
  },
};

async function loadVerdicts(): Promise<Readonly<Record<string, AdapterVerdict>>> {
  return (await loadSetting('adapterVerdicts')) ?? {};
}
