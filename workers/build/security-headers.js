// @ts-check
// One policy for every response. A worker obeys the headers of its own script, not the page's meta tag. So pages,
// scripts and data alike must carry it: https://www.w3.org/TR/CSP3/#initialize-global-object-csp
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

/**
 * Browser features that Debut never uses, so that an injected script cannot use them either. Writing to the clipboard
 * is not denied. Chromium knows these names on every system; it warns of `bluetooth` and `web-share` where a system has
 * none. https://github.com/w3c/webappsec-permissions-policy/blob/main/features.md
 */
const DENIED_FEATURES = [
  ...['accelerometer', 'autoplay', 'camera', 'captured-surface-control', 'clipboard-read'],
  ...['compute-pressure', 'cross-origin-isolated', 'deferred-fetch', 'deferred-fetch-minimal'],
  ...['digital-credentials-create', 'digital-credentials-get', 'display-capture'],
  ...['encrypted-media', 'fullscreen', 'gamepad', 'geolocation', 'gyroscope', 'hid'],
  ...['identity-credentials-get', 'idle-detection', 'keyboard-map', 'language-detector'],
  ...['language-model', 'local-fonts', 'local-network', 'local-network-access'],
  ...['loopback-network', 'magnetometer', 'media-playback-while-not-visible', 'microphone'],
  ...['midi', 'on-device-speech-recognition', 'otp-credentials', 'payment'],
  ...['picture-in-picture', 'publickey-credentials-create', 'publickey-credentials-get'],
  ...['screen-wake-lock', 'serial', 'speaker-selection', 'storage-access', 'summarizer'],
  ...['sync-xhr', 'translator', 'unload', 'usb', 'window-management', 'xr-spatial-tracking'],
];

const KEYWORDS = new Set(['none', 'self', 'unsafe-inline', 'wasm-unsafe-eval', 'script']);

/**
 * Returns the headers that every file of the site is served with.
 * @param {Iterable<string>} scriptHashes hashes of the inline scripts of all pages
 * @returns {Record<string, string>}
 */
export function securityHeaders(scriptHashes) {
  return {
    'Content-Security-Policy': policyText(withHashes(directives, scriptHashes)),
    // Restricts what no Content-Security-Policy does: followed links and addresses, opened windows, peer connections
    // (WebRTC), speculative loading. Chromium obeys it from version 152: https://wicg.github.io/connection-allowlists/
    'Connection-Allowlist': '(response-origin)',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': DENIED_FEATURES.map((feature) => `${feature}=()`).join(', '),
  };
}

/**
 * Returns the same policy for a meta tag, without frame-ancestors: browsers ignore it there with a warning in the
 * console. SvelteKit adds the hashes of its own scripts.
 * @param {Iterable<string>} templateHashes hashes of the inline scripts of app.html
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
