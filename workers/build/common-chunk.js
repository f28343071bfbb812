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

/**
 * Puts what every page starts with into one file. Left to itself the bundler makes fifty, by what else asks for each part, and asking for fifty takes
 * a browser longer than running them.
 * @returns {import('vite').Plugin}
 */
export function commonChunk() {
  /** @type {Set<string> | undefined} */
  let common;
  return {
    name: 'debut-common-chunk',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    outputOptions: (options) => ({
      ...options,
      // Else it would take all texts with the parts that show some.
      onlyExplicitManualChunks: true,
      manualChunks: (id, graph) => {
        common ??= closure(graph);
        return common.has(id) ? 'common' : undefined;
      },
    }),
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
 * @param {import('rollup').ManualChunkMeta} graph
 * @returns {Set<string>} ids of the roots and of all that they import, directly or not
 * @throws {Error} when SvelteKit keeps the roots in other places than when this was written
 */
function closure(graph) {
  const ids = [...graph.getModuleIds()];
  const next = ROOTS.map((root) => {
    const id = ids.find((candidate) => candidate.endsWith(root));
    if (!id) throw new Error(`expected a module at ${root}, found none`);
    return id;
  });
  const seen = new Set(next);
  for (const id of next)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? [])
      if (!seen.has(imported) && !imported.includes(TEXTS)) {
        seen.add(imported);
        next.push(imported);
      }
  return seen;
}
