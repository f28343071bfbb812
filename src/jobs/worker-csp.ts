// Checks the Content-Security-Policy of a worker's script before the worker starts. A worker obeys the policy of its
// own script; without one it could send data anywhere.

/** Source expressions that allow only this site's own files. */
const OWN_SOURCE = /^'(?:self|none|wasm-unsafe-eval|sha256-[\w+/=]+)'$/;

/**
 * Returns whether a policy in the header lets a worker reach only its own site; false where there is no header (null).
 */
export function confinesWorker(policyHeader: string | null): boolean {
  return (policyHeader ?? '').split(',').some((policy) => {
    const sources = readPolicy(policy);
    const fallback = sources.get('default-src');
    return ['connect-src', 'script-src', 'worker-src'].every((directive) =>
      isOwnOnly(sources.get(directive) ?? fallback),
    );
  });
}

function readPolicy(policy: string): Map<string, readonly string[]> {
  const directives = new Map<string, readonly string[]>();
  for (const text of policy.split(';')) {
    const [name, ...sources] = text.trim().toLowerCase().split(/\s+/);
    if (name && !directives.has(name)) directives.set(name, sources);
  }
  return directives;
}

function isOwnOnly(sources: readonly string[] | undefined): boolean {
  return sources?.every((source) => OWN_SOURCE.test(source)) ?? false;
}
