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

/**
 * What browsers can do and Debut never asks for, the clipboard's writing apart: whatever script got in could not ask for it
 * either. Names that Chromium tells apart on every system: of `bluetooth` and `web-share` it warns where a system has none.
 * https://github.com/w3c/webappsec-permissions-policy/blob/main/features.md
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
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': DENIED_FEATURES.map((feature) => `${feature}=()`).join(', '),
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
