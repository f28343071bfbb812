import { databaseExists } from '#storage/database/first-use.ts';
import type { loadSetting as LoadSetting } from '#storage/app/settings.ts';
import { later } from './later.ts';

const { loadSetting } = later(() => import('#storage/app/settings.ts'));

/**
 * Returns what was chosen earlier on this device. On a first visit nothing was, and no database is opened to find out.
 */
export const loadChoice: typeof LoadSetting = async (name) =>
  (await databaseExists()) ? loadSetting(name) : undefined;
