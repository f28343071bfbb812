import { describe, expect, it } from 'vitest';
import {
  inlineScriptHashes,
  metaDirectives,
  securityHeaders,
} from '#workers/build/security-headers.js';

describe('inlineScriptHashes', () => {
  it('gives the digest that browsers compute', () => {
    // The example of https://www.w3.org/TR/CSP2/#script-src-hash-usage
    expect(inlineScriptHashes("<script>alert('Hello, world.');</script>")).toEqual([
      'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=',
    ]);
  });

  it('reads every inline script and no linked one', () => {
    const html =
      '<script src="a.js"></script><script type="module">1</script>\n<script>\n2</script>';
    expect(inlineScriptHashes(html)).toHaveLength(2);
  });
});

describe('securityHeaders', () => {
  it('names each hash once', () => {
    const policy = securityHeaders(['sha256-a', 'sha256-b', 'sha256-a'])['Content-Security-Policy'];
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-a' 'sha256-b';");
  });

  it('leaves schemes and policy names unquoted', () => {
    const policy = securityHeaders([])['Content-Security-Policy'];
    expect(policy).toContain("img-src 'self' data: blob:;");
    expect(policy).toContain(
      "require-trusted-types-for 'script'; trusted-types svelte-trusted-html",
    );
  });
});

describe('Permissions-Policy', () => {
  it('denies each feature once, and never the writing of the clipboard', () => {
    const denied = securityHeaders([])['Permissions-Policy']!.split(', ');
    expect(new Set(denied).size).toBe(denied.length);
    for (const feature of denied) expect(feature).toMatch(/^[a-z-]+=\(\)$/);
    expect(denied).not.toContain('clipboard-write=()');
  });
});

describe('metaDirectives', () => {
  it('leaves out what browsers ignore in a meta tag', () => {
    expect(metaDirectives([])).not.toHaveProperty('frame-ancestors');
    expect(metaDirectives([])).toHaveProperty('connect-src', ['self']);
  });
});
