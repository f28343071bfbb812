// A worker obeys the Content-Security-Policy that its own script came with. Without one it could
// send data anywhere, so its script is looked at before it is started.

/** Sources from which nothing but this site's own files can come. */
const OWN_SOURCE = /^'(?:self|none|wasm-unsafe-eval|sha256-[\w+/=]+)'$/;

/** Whether one of the policies in the header lets a worker reach its own site only. */
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
