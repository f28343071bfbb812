// @ts-check
// One policy for every response. A worker obeys the headers of its own script, not the page's
// meta tag, so pages, scripts and data alike must carry it: https://www.w3.org/TR/CSP3/#initialize-global-object-csp
import { createHash } from 'node:crypto';

/** @typedef {Record<string, string[]>} Directives */

/** @type {Directives} */
const directives = {
  'default-src': ['none'],
  'script-src': ['self', 'wasm-unsafe-eval'],
  'worker-src': ['self'],
  'connect-src': ['self'],
  'img-src': ['self', 'data:', 'blob:'],
  'style-src': ['self', 'unsafe-inline'],
  'font-src': ['self'],
  'manifest-src': ['self'],
  'base-uri': ['none'],
  'form-action': ['none'],
  'frame-ancestors': ['none'],
  'require-trusted-types-for': ['script'],
  'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'debut-worker-url'],
};

const KEYWORDS = new Set(['none', 'self', 'unsafe-inline', 'wasm-unsafe-eval', 'script']);

/**
 * The headers that every file of the site is served with.
 * @param {Iterable<string>} scriptHashes of the inline scripts of all pages
 * @returns {Record<string, string>}
 */
export function securityHeaders(scriptHashes) {
  return {
    'Content-Security-Policy': policyText(withHashes(directives, scriptHashes)),
    // What no Content-Security-Policy holds back: links and addresses followed, windows opened, peer connections (WebRTC), guesses
    // of what comes next. Chromium obeys it from 152 on: https://wicg.github.io/connection-allowlists/
    'Connection-Allowlist': '(response-origin)',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy':
      'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
}

/**
 * The same policy for a meta tag, where browsers ignore frame-ancestors and say so in the console.
 * SvelteKit adds the hashes of its own scripts.
 * @param {Iterable<string>} templateHashes of the inline scripts of app.html
 * @returns {Directives}
 */
export function metaDirectives(templateHashes) {
  const all = withHashes(directives, templateHashes);
  return Object.fromEntries(Object.entries(all).filter(([name]) => name !== 'frame-ancestors'));
}

/**
 * @param {string} html
 * @returns {string[]} CSP sources such as sha256-…
 */
export function inlineScriptHashes(html) {
  const scripts = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g);
  return Array.from(
    scripts,
    ([, code = '']) => `sha256-${createHash('sha256').update(code).digest('base64')}`,
  );
}

/**
 * @param {Directives} policy
 * @param {Iterable<string>} hashes
 * @returns {Directives}
 */
function withHashes(policy, hashes) {
  const scripts = [...(policy['script-src'] ?? []), ...new Set(hashes)];
  return { ...policy, 'script-src': scripts };
}

/** @param {Directives} policy */
function policyText(policy) {
  return Object.entries(policy)
    .map(([name, sources]) => [name, ...sources.map(quoteSource)].join(' '))
    .join('; ');
}

/** @param {string} source */
function quoteSource(source) {
  return KEYWORDS.has(source) || source.startsWith('sha256-') ? `'${source}'` : source;
}
