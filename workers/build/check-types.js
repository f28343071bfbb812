// @ts-check
// Types of the whole project, then each layer by itself: it knows less of the world than all of them together.
import { fileURLToPath } from 'node:url';
import { showScript } from './commands.js';

const SVELTE_CHECK = 'node_modules/svelte-check/bin/svelte-check';
/** TypeScript 7. Others of our tools need 5 still, which has the package's own name. */
const TSC = 'node_modules/@typescript/native/bin/tsc';

const LAYERS = [
  ...['src/core', 'src/learning', 'src/service-worker'],
  ...['workers', 'workers/build', 'workers/headless'],
];

const root = fileURLToPath(new URL('../..', import.meta.url));

const whole = ['--fail-on-warnings', '--tsgo-experimental-api'];
let failed = (await showScript(root, SVELTE_CHECK, { words: whole })) === 0 ? 0 : 1;
for (const layer of LAYERS)
  failed += (await showScript(root, TSC, { words: ['-p', layer] })) === 0 ? 0 : 1;
process.exitCode = failed === 0 ? 0 : 1;
