// @ts-check
// npm start: installs and builds what is missing, then serves the app on this machine.
import { fileURLToPath } from 'node:url';
import { build, isBuilt } from './build.js';
import { installMissing } from './install.js';
import { serveBuild } from './serve.js';
import { toldStep } from './checks/told-step.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const isReady =
  (await installMissing(root)) &&
  (isBuilt(root) || (await toldStep('Building the app', () => build(root, 'error'))));
if (isReady) await serveBuild();
else process.exitCode = 1;
