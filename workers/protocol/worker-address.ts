interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/**
 * Returns a function that makes addresses to start workers from: browsers with Trusted Types take no plain string. Call
 * it once in a page or worker.
 * @param accept returns the address, or throws where it is no script of ours
 */
export function workerAddresses(accept: (url: string) => string): (url: string) => string {
  const { trustedTypes } = globalThis as unknown as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('debut-worker-url', { createScriptURL: accept });
  return (url) => policy?.createScriptURL(url) ?? accept(url);
}
