// oxlint holds scripts to what ESLint holds components to (eslint.config.js), in a tenth of the time.
import js from '@eslint/js';
import ts from 'typescript-eslint';

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
      ...['hyparquet', 'hyparquet/src/.*', 'fzstd', '@uwdata/flechette', '@e965/xlsx'],
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

/**
 * Returns what `no-restricted-imports` is told of a folder.
 * @param {string} folder
 * @param {{ layers: string[], packages: string[] }} may
 * @returns {['error', { patterns: { regex: string, message: string }[] }]}
 */
export function importsOf(folder, may) {
  const name = folder.split('/').at(-1) ?? folder;
  const allowedLayers = [name, ...may.layers].join('|');
  const allowedPackages = may.packages.join('|') || '(?!)';
  return [
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
  ];
}

const boundaries = Object.entries(layers).map(([folder, may]) => ({
  files: [`${folder}/**/*.ts`],
  excludeFiles:
    folder === 'workers' ? ['workers/protocol/**', 'workers/build/**', 'workers/headless/**'] : [],
  rules: { 'restrictions/no-restricted-imports': importsOf(folder, may) },
}));

/** The page starts workers by the address of their script; it never runs their code. */
const workersByAddressOnly = {
  files: ['src/jobs/**/*.ts'],
  rules: {
    'restrictions/no-restricted-syntax': [
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

/** Core and learning are deterministic, and core is imported statically. */
const deterministicCore = [
  {
    files: ['src/core/**/*.ts', 'src/learning/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Take a Random from core/base/random.ts.' },
        { object: 'Date', property: 'now', message: 'Take the time as an argument.' },
        { object: 'performance', property: 'now', message: 'Take the time as an argument.' },
      ],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'restrictions/no-restricted-syntax': [
        'error',
        { selector: 'ImportExpression', message: 'Core code is imported statically.' },
        NO_CLOCK,
      ],
    },
  },
];

/** Learning sees tensors and its backends, not the rest of a worker. The layer table holds its static imports. */
const learningAlone = {
  files: ['src/learning/**/*.ts'],
  rules: {
    'restrictions/no-restricted-syntax': [
      'error',
      NO_CLOCK,
      {
        selector: 'ImportExpression:not([source.value=/^[.]\\u002F[a-z]+\\u002Fopen[.]ts$/])',
        message: 'Only a backend is loaded when it is needed: ./its-folder/open.ts.',
      },
    ],
    'no-restricted-globals': [
      'error',
      ...['fetch', 'indexedDB', 'self', 'setTimeout', 'postMessage', 'caches', 'location'].map(
        (name) => ({ name, message: 'Learning takes what it needs as arguments.' }),
      ),
    ],
  },
};

/** Ours, beyond the presets. */
export const OURS = /** @type {const} */ ({
  '@typescript-eslint/switch-exhaustiveness-check': 'error',
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  // Numeric code indexes typed arrays.
  '@typescript-eslint/no-non-null-assertion': 'off',
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-depth': ['error', 3],
  complexity: ['error', 12],
});

/** The first two are errors of the language; the last is newer than oxlint. */
const UNKNOWN_TO_OXLINT = [
  ...['no-dupe-args', 'no-octal'],
  '@typescript-eslint/no-unsafe-class-instance-assignment',
];

const presets = [
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...ts.configs.stylisticTypeChecked,
  { rules: OURS },
].flatMap(({ rules = {} }) => Object.entries(rules));
const rules = [...new Map(presets)]
  .filter(([name, level]) => level !== 'off' && !UNKNOWN_TO_OXLINT.includes(name))
  .map(
    ([name, level]) =>
      /** @type {const} */ ([name.replace('@typescript-eslint/', 'typescript/'), level]),
  );

export default {
  plugins: ['typescript'],
  jsPlugins: ['./workers/build/checks/restrictions.js'],
  categories: { correctness: 'off' },
  ignorePatterns: ['**/*.svelte', 'src/learning/wasm/kernels.assembly.ts'],
  rules: Object.fromEntries(rules),
  overrides: [
    {
      files: ['workers/build/**', 'workers/headless/**', 'tests/**', '*.js', '*.ts'],
      rules: { 'max-lines': 'off' },
    },
    ...boundaries,
    workersByAddressOnly,
    ...deterministicCore,
    learningAlone,
  ],
};
