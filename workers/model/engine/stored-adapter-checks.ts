import type { AdapterChecks } from '#core/model/training/adapter-check.ts';
import { changeSetting, loadSetting } from '#storage/app/settings.ts';

/** Most verdicts kept, the newest: no more adapters or versions than a device is likely to have. */
const MOST_KEPT = 4;

/** Verdicts on GPU adapters, kept on the device because finding out takes seconds. */
export const storedAdapterChecks: AdapterChecks = {
  async load(key) {
    return (await loadSetting('adapterVerdicts'))?.[key];
  },
  save: (key, verdict) =>
    changeSetting('adapterVerdicts', (before = {}) => {
      const others = Object.entries(before).filter(([other]) => other !== key);
      return Object.fromEntries([...others, [key, verdict] as const].slice(-MOST_KEPT));
    }),
};
