import { describe, expect, it } from 'vitest';
import { headerLines, HOSTS } from '#workers/build/print-headers.js';
import { securityHeaders } from '#workers/build/security-headers.js';

const headers = securityHeaders(['sha256-AbC+/09=']);

describe('headerLines', () => {
  it.each(HOSTS)('names every header with its whole value, in quotes, for %s', (host) => {
    const lines = headerLines(host, headers).trimEnd().split('\n');
    expect(lines).toHaveLength(Object.keys(headers).length);
    Object.entries(headers).forEach(([name, value], i) => {
      expect(lines[i]).toContain(` ${name} "${value}"`);
    });
  });

  it('has nginx and Apache send them with errors too', () => {
    expect(headerLines('nginx', { 'X-A': 'b' })).toBe('add_header X-A "b" always;\n');
    expect(headerLines('apache', { 'X-A': 'b' })).toBe('Header always set X-A "b"\n');
  });

  it('refuses a host that it has no words for, and a value that would end its quotes', () => {
    expect(() => headerLines('', headers)).toThrow('expected one of nginx');
    expect(() => headerLines('nginx', { 'X-A': 'a"; b' })).toThrow('can be quoted');
  });
});
