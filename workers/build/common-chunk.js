// @ts-check
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './read-json.js';

/** Modules that every page starts with: SvelteKit's own entry, and the layout. */
const ROOTS = [
  '@sveltejs/kit/src/runtime/client/entry.js',
  '.svelte-kit/generated/client-optimized/app.js',
  '.svelte-kit/generated/client-optimized/nodes/0.js',
];

/** Folder of texts. Each page imports its own; through the index of all texts, every page would seem to need all. */
const TEXTS = '.svelte-kit/messages/messages/';

const PAGE = /\.svelte-kit\/generated\/client-optimized\/nodes\/\d+\.js$/;
/**
 * Fewest pages that must import a module before it goes into the common file. More give more files; fewer give more
 * bytes.
 */
const PAGES_THAT_SHARE = 3;

/** Formats that few pages need at once, but most parts do that are fetched later. */
const FORMATS = ['src/components/words/money.ts', 'src/components/words/ranges.ts'];

/**
 * Puts what every page starts with, and what several pages share, into one file. By default the bundler makes fifty,
 * and requesting fifty takes a browser longer than running them.
 * @returns {import('vite').Plugin}
 */
export function commonChunk() {
  /** @type {ReadonlySet<string>} */
  let common = new Set();
  return {
    name: 'debut-common-chunk',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    outputOptions: (options) => ({
      ...options,
      codeSplitting: { groups: [{ name: 'common', test: (id) => common.has(id) }] },
    }),
    renderStart() {
      common = commonModules(graphOf(this));
    },
    writeBundle: ({ dir = '' }) => onlyStatic(join(dir, '.vite/manifest.json')),
  };
}

/**
 * Removes dynamic imports from the list that SvelteKit reads. SvelteKit gives a page the styles of everything that its
 * parts may import later. It follows those before the page's own parts, and a part that both have then comes unstyled.
 * No prerendered page contains what is imported later.
 * @param {string} path of Vite's manifest
 */
function onlyStatic(path) {
  const manifest = /** @type {Record<string, { dynamicImports?: string[] }>} */ (readJson(path));
  for (const chunk of Object.values(manifest)) delete chunk.dynamicImports;
  writeFileSync(path, JSON.stringify(manifest));
}

/**
 * @param {Map<string, readonly string[]>} graph
 * @returns {ReadonlySet<string>}
 */
function commonModules(graph) {
  const ids = [...graph.keys()];
  const pages = ids.filter((id) => PAGE.test(id)).map((id) => closure([id], graph));
  const roots = [...ROOTS, ...FORMATS].map((root) => moduleAt(graph, root));
  const shared = ids.filter(
    (id) => pages.filter((page) => page.has(id)).length >= PAGES_THAT_SHARE,
  );
  return new Set([...closure(roots, graph), ...shared]);
}

/**
 * @param {import('vite').Rolldown.PluginContext} context
 * @returns {Map<string, readonly string[]>} what each module imports, without texts
 */
function graphOf(context) {
  return new Map(
    [...context.getModuleIds()].map((id) => {
      const imported = context.getModuleInfo(id)?.importedIds ?? [];
      return [id, imported.filter((each) => !each.includes(TEXTS))];
    }),
  );
}

/**
 * @param {Map<string, readonly string[]>} graph
 * @param {string} path end of the module's id
 * @throws {Error} where the module is no longer at that path
 */
function moduleAt(graph, path) {
  const id = [...graph.keys()].find((candidate) => candidate.endsWith(path));
  if (!id) throw new Error(`expected a module at ${path}, found none`);
  return id;
}

/**
 * @param {readonly string[]} roots
 * @param {Map<string, readonly string[]>} graph
 * @returns {Set<string>} ids of the roots and of all that they import, directly or not
 */
function closure(roots, graph) {
  const seen = new Set(roots);
  for (const id of seen) for (const imported of graph.get(id) ?? []) seen.add(imported);
  return seen;
}
