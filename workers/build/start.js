// @ts-check
// npm start: installs and builds what is missing, then serves the app on this machine.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from './commands.js';
import { installMissing } from './install.js';
import { readJson } from './read-json.js';
import { serveBuild } from './serve.js';
import { sourceVersion } from './source-version.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

if (!installMissing(root))
  fail('The packages could not be installed: see the message of npm above.');
if (!isBuilt() && npm(root, 'run', 'build') !== 0) fail('The app could not be built: see above.');
await serveBuild();

/** Whether build/ was made from the sources as they are now. */
function isBuilt() {
  const versionFile = join(root, 'build/_app/version.json');
  if (!existsSync(versionFile) || !existsSync(join(root, 'build/precache.json'))) return false;
  const built = /** @type {{ version: string }} */ (readJson(versionFile));
  return built.version === sourceVersion(root);
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}
