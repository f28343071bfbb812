// @ts-check
// Checks the types of the whole project, then those of each layer, which has fewer libraries and globals.
import { fileURLToPath } from 'node:url';
import { showScript } from '../commands.js';

const SVELTE_CHECK = 'node_modules/svelte-check/bin/svelte-check';
/** Compiler of TypeScript 7. Our other tools still need version 5, which has the package's own name. */
const TSC = 'node_modules/@typescript/native/bin/tsc';

const LAYERS = [
  ...['src/core', 'src/learning', 'src/service-worker'],
  ...['workers', 'workers/build', 'workers/headless'],
];

const root = fileURLToPath(new URL('../../..', import.meta.url));

const whole = ['--fail-on-warnings', '--tsgo-experimental-api'];
let failed = (await showScript(root, SVELTE_CHECK, { words: whole })) === 0 ? 0 : 1;
for (const layer of LAYERS)
  failed += (await showScript(root, TSC, { words: ['-p', layer] })) === 0 ? 0 : 1;
process.exitCode = failed === 0 ? 0 : 1;
