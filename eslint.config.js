// ESLint holds components to their rules; oxlint.config.js has those of scripts, and who may import whom.
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { importsOf, layers, OURS } from './oxlint.config.js';
import svelteConfig from './svelte.config.js';

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

const boundaries = Object.entries(layers).map(([folder, may]) => ({
  name: `imports of ${folder}`,
  files: [`${folder}/**/*.svelte`],
  rules: { 'no-restricted-imports': importsOf(folder, may) },
}));

/** What Svelte adds to a script is checked here; oxlint has checked the rest of it. */
const scriptsOfSvelte = { files: ['**/*.svelte.ts'], extends: [ts.configs.disableTypeChecked] };

/** The rules that need the types of components take two thirds of the time: npm test leaves them to npm run lint. */
const untypedComponents = {
  files: ['**/*.svelte'],
  extends: process.env.LINT === 'untyped' ? [ts.configs.disableTypeChecked] : [],
};

export default defineConfig(
  { ignores: ['.svelte-kit', 'build', 'node_modules', 'test-results', 'tests', '*.js', '*.ts'] },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    extends: [
      js.configs.recommended,
      ts.configs.strictTypeChecked,
      ts.configs.stylisticTypeChecked,
      svelte.configs.recommended,
    ],
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        projectService: true,
        extraFileExtensions: ['.svelte'],
        parser: ts.parser,
        svelteConfig,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...OURS,
      // Links are relative, so that any folder can host the app.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  scriptsOfSvelte,
  ...boundaries,
  textsFromMessages,
  untypedComponents,
);
