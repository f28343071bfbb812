import type { AdapterVerdicts } from '#core/launch/adapter-verdict.ts';
import { changeSetting, loadSetting } from '#storage/settings.ts';

/** Of no more adapters, or versions, than a device is likely to have: the newest. */
const MOST_KEPT = 4;

/** Kept on the device, because finding out takes seconds. */
export const storedVerdicts: AdapterVerdicts = {
  async load(key) {
    return (await loadSetting('adapterVerdicts'))?.[key];
  },
  save: (key, verdict) =>
    changeSetting('adapterVerdicts', (before = {}) => {
      const others = Object.entries(before).filter(([other]) => other !== key);
      return Object.fromEntries([...others, [key, verdict] as const].slice(-MOST_KEPT));
    }),
};
