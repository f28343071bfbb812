import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Who may import whom: folder → layers (besides itself) and packages. src/README.md lists the same. */
export const layers = {
  'src/core': { layers: [], packages: ['papaparse'] },
  'src/learning': { layers: ['core'], packages: ['@tensorflow/tfjs.*'] },
  'src/storage': { layers: ['core'], packages: ['dexie'] },
  'workers/protocol': { layers: ['core'], packages: ['comlink'] },
  workers: {
    layers: ['core', 'learning', 'storage', 'protocol'],
    packages: [
      ...['comlink', 'fflate', '@zip.js/zip.js/lib/zip-core-custom.js'],
      ...['highs', 'highs/runtime'],
      ...['hyparquet', 'hyparquet/src/.*', 'fzstd', '@uwdata/flechette'],
      '@tensorflow/tfjs.*',
    ],
  },
  'src/jobs': { layers: ['core', 'protocol', 'workers'], packages: ['comlink'] },
  'src/state': {
    layers: ['core', 'storage', 'jobs', 'messages'],
    packages: ['svelte', 'svelte/reactivity', 'dexie', '\\$app/.*'],
  },
  'src/messages': { layers: [], packages: [] },
  'src/components': {
    layers: ['core', 'messages'],
    packages: [
      'svelte',
      'svelte/.*',
      'bits-ui',
      '@lucide/svelte/icons/.*',
      '@tanstack/virtual-core',
      '@observablehq/plot',
      'lean-qr',
    ],
  },
  'src/routes': {
    layers: ['core', 'state', 'components', 'messages'],
    packages: [
      ...['svelte', 'svelte/.*', '@sveltejs/kit', '\\$app/.*'],
      '@fontsource-variable/figtree/.*',
    ],
  },
  'src/service-worker': { layers: ['core'], packages: ['\\$service-worker'] },
};

const boundaries = Object.entries(layers).map(([folder, may]) => {
  const name = folder.split('/').at(-1) ?? folder;
  const allowedLayers = [name, ...may.layers].join('|');
  const allowedPackages = may.packages.join('|') || '(?!)';
  return {
    name: `boundaries/${name}`,
    files: [`${folder}/**/*.{ts,svelte}`],
    ignores:
      folder === 'workers'
        ? ['workers/protocol/**', 'workers/build/**', 'workers/headless/**']
        : [],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^#(?!(?:${allowedLayers})(?:/|$))`,
              message: `${name} may import only: ${allowedLayers}`,
            },
            {
              regex: `^(?![.#])(?!(?:${allowedPackages})(?:\\?.*)?$)`,
              message: `${name} may use only these packages: ${may.packages.join(', ') || 'none'}`,
            },
            {
              regex: String.raw`^\.\./\.\./`,
              message: 'Reach another folder through its # name.',
            },
            {
              regex: String.raw`^\.{1,2}/(?:.*/)?tests/`,
              message: 'The app never reaches into tests: the demo shop keeps its truth there.',
            },
          ],
        },
      ],
    },
  };
});

/** The page starts workers by the address of their script; it never runs their code. */
const workersByAddressOnly = {
  name: 'jobs reach workers only by address',
  files: ['src/jobs/**/*.ts'],
  rules: {
    'no-restricted-syntax': [
      'error',
      {
        selector:
          'ImportDeclaration[source.value=/^#workers/]:not([source.value=/[?]worker&url$/])',
        message: 'Import a worker as its address: ?worker&url.',
      },
    ],
  },
};

const NO_CLOCK = {
  selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
  message: 'Take the time as an argument.',
};

/** The layer table holds static imports; a dynamic one could reach anything. */
const deterministicCore = {
  name: 'core and learning are deterministic, and learning loads only its backends on demand',
  files: ['src/core/**/*.ts', 'src/learning/**/*.ts'],
  rules: {
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: 'Take a Random from core/base/random.ts.' },
      { object: 'Date', property: 'now', message: 'Take the time as an argument.' },
      { object: 'performance', property: 'now', message: 'Take the time as an argument.' },
    ],
    'no-restricted-syntax': [
      'error',
      NO_CLOCK,
      {
        selector: 'ImportExpression:not([source.value=/^[.]\\u002F[a-z]+\\u002Fopen[.]ts$/])',
        message: 'Only a backend is loaded when it is needed: ./its-folder/open.ts.',
      },
    ],
  },
};

const staticCore = {
  name: 'core is imported statically',
  files: ['src/core/**/*.ts'],
  rules: {
    'no-restricted-syntax': [
      'error',
      { selector: 'ImportExpression', message: 'Core code is imported statically.' },
      NO_CLOCK,
    ],
  },
};

/** Learning sees tensors and its backends, not the rest of a worker. */
const learningGlobals = {
  name: 'learning sees no world',
  files: ['src/learning/**/*.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      ...['fetch', 'indexedDB', 'self', 'setTimeout', 'postMessage', 'caches', 'location'].map(
        (name) => ({ name, message: 'Learning takes what it needs as arguments.' }),
      ),
    ],
  },
};

/** @typedef {import('svelte-eslint-parser').AST.SvelteText} SvelteText */
/** @typedef {import('svelte-eslint-parser').AST.SvelteAttribute} SvelteAttribute */
/** @typedef {import('svelte-eslint-parser').AST.SvelteMustacheTag} SvelteMustacheTag */
/**
 * @typedef {object} Expression
 * @property {string} type
 * @property {unknown} [value]
 * @property {string} [operator]
 * @property {{ value: { raw: string } }[]} [quasis]
 * @property {Expression[]} [expressions]
 * @property {Expression} [consequent]
 * @property {Expression} [alternate]
 * @property {Expression} [left]
 * @property {Expression} [right]
 */

/** The name of the app, and of a licence. */
const SAME_IN_EVERY_LANGUAGE = new Set(['Debut', 'CC BY 4.0']);

/** What a person reads or hears: of elements, and the same words as props of components. */
const SPOKEN_ATTRIBUTES = new Set([
  ...['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext'],
  ...['title', 'placeholder', 'alt'],
  ...['label', 'text', 'note', 'help', 'detail', 'buttonLabel'],
]);

/** @param {string} text */
const isWords = (text) => /\p{L}/u.test(text) && !SAME_IN_EVERY_LANGUAGE.has(text.trim());

/**
 * The texts that an expression may turn into, as far as it spells them out.
 * @param {Expression | undefined} expression
 * @returns {string[]}
 */
function writtenTexts(expression) {
  if (!expression) return [];
  const { type, value, operator, quasis = [], expressions = [] } = expression;
  if (type === 'Literal') return typeof value === 'string' ? [value] : [];
  if (type === 'BinaryExpression' && operator !== '+') return [];
  const { consequent, alternate, left, right } = expression;
  const parts = [...expressions, consequent, alternate, left, right];
  return [...quasis.map((quasi) => quasi.value.raw), ...parts.flatMap(writtenTexts)];
}

/** @type {import('eslint').Rule.RuleModule} */
export const noLiteralText = {
  meta: { type: 'problem', schema: [], messages: { text: 'Take “{{text}}” from #messages.' } },
  create(context) {
    /** @type {(node: { loc: import('estree').SourceLocation }, texts: string[]) => void} */
    const check = ({ loc }, texts) => {
      const text = texts.find(isWords);
      if (text !== undefined)
        context.report({ loc, messageId: 'text', data: { text: text.trim() } });
    };
    return {
      /** @param {SvelteText} node */
      SvelteText: (node) => {
        if (node.parent.type !== 'SvelteStyleElement') check(node, [node.value]);
      },
      /** @param {SvelteMustacheTag} node */
      ':not(SvelteAttribute, SvelteStyleDirective) > SvelteMustacheTag': (node) =>
        check(node, writtenTexts(node.expression)),
      /** @param {SvelteAttribute} node */
      SvelteAttribute: (node) => {
        if (!SPOKEN_ATTRIBUTES.has(node.key.name)) return;
        for (const part of node.value) {
          check(part, part.type === 'SvelteLiteral' ? [part.value] : writtenTexts(part.expression));
        }
      },
    };
  },
};

const textsFromMessages = {
  name: 'every text for people exists in every language',
  files: ['src/components/**/*.svelte', 'src/routes/**/*.svelte'],
  // The style guide is for those who build Debut, and never in the built app.
  ignores: ['src/routes/styleguide/**'],
  plugins: { debut: { rules: { 'no-literal-text': noLiteralText } } },
  rules: { 'debut/no-literal-text': 'error' },
};

/** The rules that need the types of components take two thirds of the time: npm test leaves them to npm run lint. */
const untypedComponents = {
  files: ['**/*.svelte'],
  extends: process.env.LINT === 'untyped' ? [ts.configs.disableTypeChecked] : [],
};

export default defineConfig(
  {
    ignores: [
      '.svelte-kit',
      'build',
      'node_modules',
      'test-results',
      'src/learning/wasm/kernels.assembly.ts',
    ],
  },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        projectService: true,
        extraFileExtensions: ['.svelte'],
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 3],
      complexity: ['error', 12],
    },
  },
  {
    name: 'rules that need types: oxlint has them for scripts, in a tenth of the time, and ESLint for components',
    files: ['**/*.ts', '**/*.js'],
    extends: [ts.configs.disableTypeChecked],
  },
  {
    name: 'numeric code indexes typed arrays',
    files: ['src/**/*.ts', 'src/**/*.svelte', 'workers/**/*.ts', 'tests/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.test.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    name: 'links are relative so that any folder can host the app',
    files: ['**/*.svelte'],
    rules: { 'svelte/no-navigation-without-resolve': 'off' },
  },
  {
    name: 'node scripts',
    files: ['workers/build/**', 'workers/headless/**', 'tests/**', '*.js', '*.ts'],
    languageOptions: { globals: globals.node },
    rules: { 'max-lines': 'off' },
  },
  boundaries,
  workersByAddressOnly,
  deterministicCore,
  staticCore,
  learningGlobals,
  textsFromMessages,
  untypedComponents,
);
