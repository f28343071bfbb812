// @ts-check
// Isolates values with right-to-left letters in every compiled text, as <bdi> does. Otherwise a seller's word would
// reverse the numbers and signs next to it: https://www.w3.org/International/questions/qa-bidi-unicode-controls. Other
// values stay as they are.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const VALUE = /\$\{(i\?\.\w+)\}/g;
const MODULE = 'isolated.js';

/** Code of the function that isolates a value. In a value that is a sentence, its own values are already isolated. */
const ISOLATED = `const RIGHT_TO_LEFT = /[\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC]|[\\uD802\\uD803\\uD83A\\uD83B][\\uDC00-\\uDFFF]/;
const ISOLATE = /[\\u2066-\\u2068]/;
const LETTER = /\\p{L}/u;

/** @param {unknown} value */
export function isolated(value) {
	if (typeof value !== 'string' || !RIGHT_TO_LEFT.test(value) || ISOLATE.test(value)) return value;
	const first = LETTER.exec(value)?.[0] ?? value;
	return \`\${RIGHT_TO_LEFT.test(first) ? '\\u2067' : '\\u2066'}\${value}\\u2069\`;
}
`;

/** Makes all compiled texts isolate their values. @param {string} compiled folder that holds messages/ */
export function isolateValues(compiled) {
  writeFileSync(join(compiled, MODULE), ISOLATED);
  const folder = join(compiled, 'messages');
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    const isolating = text.replaceAll(VALUE, '${isolated($1)}');
    if (isolating !== text)
      writeFileSync(path, `import { isolated } from '../${MODULE}';\n${isolating}`);
  }
}
