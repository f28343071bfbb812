// @ts-check
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './read-json.js';

/** What every page starts with: SvelteKit's own start, and the layout. */
const ROOTS = [
  '@sveltejs/kit/src/runtime/client/entry.js',
  '.svelte-kit/generated/client-optimized/app.js',
  '.svelte-kit/generated/client-optimized/nodes/0.js',
];

/** Each page has its own; the list of all of them seems to need all. */
const TEXTS = '.svelte-kit/messages/messages/';

const PAGE = /\.svelte-kit\/generated\/client-optimized\/nodes\/\d+\.js$/;
/** Pages that import a part before all of them start with it: fewer are more files, more are more bytes. */
const PAGES_THAT_SHARE = 3;

/**
 * Puts what every page starts with, and what several pages have, into one file. Left to itself the bundler makes fifty, by what else asks for each
 * part, and asking for fifty takes a browser longer than running them.
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
 * SvelteKit gives a page the styles of all that its parts may import later, too, and follows these before the page's own parts: a part that
 * both have then comes unstyled. No page is prerendered with what comes later, so that is left out of the list that SvelteKit reads.
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
  const roots = ROOTS.map((root) => moduleAt(graph, root));
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
 * @param {string} path how its id ends
 * @throws {Error} when SvelteKit keeps the module in another place than when this was written
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
