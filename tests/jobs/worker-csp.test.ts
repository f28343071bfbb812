import { describe, expect, it } from 'vitest';
import { confinesWorker } from '#jobs/worker-csp.ts';
import { securityHeaders } from '#workers/build/security-headers.js';

const confining = "connect-src 'self'; script-src 'self'; worker-src 'self'";

const cases: { says: string; header: string | null; confines: boolean }[] = [
  { says: 'no header', header: null, confines: false },
  { says: 'an empty header', header: '', confines: false },
  { says: 'connections to this site only', header: confining, confines: true },
  { says: 'a default that allows nothing', header: "default-src 'none'", confines: true },
  { says: 'our own site by default', header: "default-src 'self'", confines: true },
  {
    says: 'connections anywhere',
    header: "default-src 'self'; connect-src *",
    confines: false,
  },
  {
    says: 'connections to a second host',
    header: "default-src 'none'; connect-src 'self' https://elsewhere.example",
    confines: false,
  },
  {
    says: 'scripts from a second host',
    header: "default-src 'none'; script-src https://elsewhere.example",
    confines: false,
  },
  {
    says: 'connections alone, scripts from anywhere',
    header: "connect-src 'self'",
    confines: false,
  },
  {
    says: 'a later directive of the same name, which browsers ignore',
    header: "default-src 'none'; connect-src *; connect-src 'self'",
    confines: false,
  },
  {
    says: 'two policies of which one confines',
    header: `img-src 'self', ${confining}`,
    confines: true,
  },
  { says: 'a header in capitals', header: "DEFAULT-SRC 'NONE'", confines: true },
];

describe('confinesWorker', () => {
  it.each(cases)('reads $says', ({ header, confines }) => {
    expect(confinesWorker(header)).toBe(confines);
  });

  it('accepts the policy that our hosts send', () => {
    const headers = securityHeaders(['sha256-AbC+/09=']);
    expect(confinesWorker(headers['Content-Security-Policy']!)).toBe(true);
  });
});
