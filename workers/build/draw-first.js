// @ts-check
import { inlineScriptHashes } from './security-headers.js';

const MODULE_PRELOAD = /\s*<link[^>]*\shref="([^"]+)"[^>]*\srel="modulepreload"[^>]*>/g;
const START = /<script>(\s*\{\s*__sveltekit_[\s\S]*?)<\/script>/;
const IMPORTS = /Promise\.all\(\[([\s\S]*?)\]\)\.then\(/;

/**
 * Longest wait in milliseconds: a page in the background, or a browser that does not report painting, must start too.
 */
const LONGEST_WAIT_MS = 1_000;

/**
 * Lets a prerendered page be painted before it requests its scripts. SvelteKit's page loads some thirty of them along
 * with the font. They run before the first paint, although all it shows is already there.
 * @param {string} html
 * @returns {string}
 * @throws {Error} where the page does not start as SvelteKit wrote it when this code was written
 */
export function drawFirst(html) {
  const start = START.exec(html)?.[1];
  const imports = start?.match(IMPORTS);
  if (!start || !imports)
    throw new Error('expected the inline script with which SvelteKit starts a page, found none');
  const preloads = Array.from(html.matchAll(MODULE_PRELOAD), ([, href = '']) => href);
  const later = start.replace(
    imports[0],
    () => `${afterDrawing(preloads)}.then(() => Promise.all([${imports[1]}])).then(`,
  );
  return html
    .replaceAll(MODULE_PRELOAD, '')
    .replace(start, () => later)
    .replace(hashOf(start), () => hashOf(later));
}

/**
 * @param {string[]} preloads addresses of the modules that the page will import
 * @returns {string} an expression: a promise that resolves once the page has been painted and has requested them
 */
function afterDrawing(preloads) {
  return `new Promise((drawn) => {
	if (document.visibilityState === 'hidden') return drawn();
	setTimeout(drawn, ${LONGEST_WAIT_MS});
	new PerformanceObserver(drawn).observe({ type: 'paint', buffered: true });
}).then(() => {
	for (const href of ${JSON.stringify(preloads)})
		document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
})`;
}

/** @param {string} script */
function hashOf(script) {
  return inlineScriptHashes(`<script>${script}</script>`)[0] ?? '';
}
