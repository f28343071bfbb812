import { describe, expect, it } from 'vitest';
import { auditOf } from '#workers/build/audit.js';

describe('auditOf', () => {
  it('passes where the registry knows of nothing', () => {
    const report = { auditReportVersion: 2, vulnerabilities: {}, metadata: {} };
    expect(auditOf(JSON.stringify(report))).toEqual({ verdict: 'passed', lines: [] });
  });

  it('fails with each advisory, and says which package stands for another', () => {
    const url = 'https://github.com/advisories/GHSA-67hx-6x53-jw92';
    const vulnerabilities = {
      '@babel/traverse': { severity: 'critical', via: [{ title: 'Runs code', url }] },
      'styled-things': { severity: 'critical', via: ['@babel/traverse'] },
    };
    expect(auditOf(JSON.stringify({ vulnerabilities }))).toEqual({
      verdict: 'failed',
      lines: [
        `@babel/traverse, critical, Runs code, ${url}`,
        'styled-things, critical, because of @babel/traverse',
      ],
    });
  });

  it.each([
    // As npm 11 tells of a mirror that knows no advisories, and of no network.
    [
      {
        message:
          '405 Method Not Allowed - POST https://registry.npmjs.org/-/npm/v1/security/advisories/bulk',
        method: 'POST',
      },
      '405 Method Not Allowed',
    ],
    [
      { error: { code: 'ENOTFOUND', summary: 'request failed, reason: getaddrinfo\nMore' } },
      'request failed',
    ],
    [{}, 'no report'],
  ])('says that nothing was answered: %#', (report, why) => {
    const { verdict, lines } = auditOf(JSON.stringify(report));
    expect(verdict).toBe('not answered');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`not answered by this registry (${why}`);
  });

  it('takes what is no report for no answer', () => {
    expect(auditOf('npm: command not found\n').verdict).toBe('not answered');
    expect(auditOf('').verdict).toBe('not answered');
  });
});
