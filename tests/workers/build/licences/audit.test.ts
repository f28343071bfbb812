import { describe, expect, it } from 'vitest';
import { auditOf } from '#workers/build/licences/audit.js';

describe('auditOf', () => {
  const shipped = new Set(['dexie', 'papaparse']);

  it('passes where the registry knows of nothing', () => {
    const report = { auditReportVersion: 2, vulnerabilities: {}, metadata: {} };
    expect(auditOf(JSON.stringify(report), shipped)).toEqual({ verdict: 'passed', lines: [] });
  });

  it('fails where something severe is known of what ships, and tells each advisory', () => {
    const url = 'https://github.com/advisories/GHSA-67hx-6x53-jw92';
    const vulnerabilities = {
      papaparse: { severity: 'critical', via: [{ title: 'Runs code', severity: 'critical', url }] },
      tables: { severity: 'critical', via: ['papaparse'] },
    };
    expect(auditOf(JSON.stringify({ vulnerabilities }), shipped)).toEqual({
      verdict: 'failed',
      lines: [`papaparse, critical, Runs code, ${url}`, 'tables, critical, because of papaparse'],
    });
  });

  it.each([
    ['a tool', 'some-bundler', 'critical'],
    ['little', 'dexie', 'low'],
  ])('tells what is known of %s, and does not fail for it', (_, name, severity) => {
    const vulnerabilities = { [name]: { severity, via: [{ title: 'Odd', severity }] } };
    expect(auditOf(JSON.stringify({ vulnerabilities }), shipped)).toEqual({
      verdict: 'passed',
      lines: [`${name}, ${severity}, Odd`],
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
    const { verdict, lines } = auditOf(JSON.stringify(report), shipped);
    expect(verdict).toBe('not answered');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`not answered by this registry (${why}`);
  });

  it('takes what is no report for no answer', () => {
    expect(auditOf('npm: command not found\n', shipped).verdict).toBe('not answered');
    expect(auditOf('', shipped).verdict).toBe('not answered');
  });
});
