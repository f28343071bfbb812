// @ts-check
// The compiler writes one module per text, so that a page loads only the texts it shows. This module gathers all texts
// in one file. Node would otherwise read thousands, and type checkers would read them again for each component.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const INPUTS = /^\/\*\* @typedef \{(?<type>\{.*\})\} (?<name>\w+Inputs) \*\/$/m;
const FUNCTION = /^export const \w+ = \/\*\* @type \{(?<type>\(.*)\} \*\/ \(/m;
const ELSEWHERE = /import\('\.\.\/runtime\.js'\)\./g;

/** Lines that each module starts with, and one file needs once. */
const PREAMBLE = /^(?:\/\* eslint-disable \*\/|import .*|\/\*\* @typedef .*LocalizedString \*\/)$/;

/**
 * Writes all texts into one module, and their types into one declaration file.
 * @param {string} compiled folder that holds messages/
 * @param {readonly string[]} keys
 */
export function gatherMessages(compiled, keys) {
  const folder = join(compiled, 'messages');
  const modules = keys.map((key) => readFileSync(join(folder, `${key}.js`), 'utf8'));
  const declared = keys.map((key, i) => declarationOf(key, modules[i] ?? ''));
  const imported = `import type { LocalizedString, MessageMetadata } from '../runtime.js';\n`;
  writeFileSync(join(folder, '_index.d.ts'), [imported, ...declared].join('\n'));
  writeFileSync(join(compiled, 'messages.d.ts'), bothWays('_index'));
  writeFileSync(join(folder, '_gathered.js'), oneModule(modules));
  writeFileSync(join(compiled, 'gathered.js'), bothWays('_gathered'));
}

/**
 * Returns code that exports each text by its name, and all of them as `m`.
 * @param {string} name of a module
 */
function bothWays(name) {
  const forms = ['export *', 'export * as m'];
  return forms.map((form) => `${form} from './messages/${name}.js';\n`).join('');
}

/**
 * @param {string} key
 * @param {string} code
 */
function declarationOf(key, code) {
  const inputs = INPUTS.exec(code)?.groups;
  const type = FUNCTION.exec(code)?.groups?.type?.replace(ELSEWHERE, '');
  if (!inputs || !type) throw new Error(`expected the types of ${key} in its module, found none`);
  return `type ${inputs.name} = ${inputs.type};\nexport declare const ${key}: ${type};\n`;
}

/** @param {readonly string[]} modules */
function oneModule(modules) {
  const lines = modules.map((code) => code.split('\n'));
  const preamble = new Set(lines.flat().filter((line) => PREAMBLE.test(line)));
  const texts = lines.map((each) =>
    each
      .filter((line) => !PREAMBLE.test(line))
      .join('\n')
      .trim(),
  );
  return `${[...preamble, ...texts].join('\n')}\n`;
}
