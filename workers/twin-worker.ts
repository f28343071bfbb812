interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/** Browsers with Trusted Types start no worker from a plain string. */
const policy = (
  globalThis as unknown as { trustedTypes?: TrustedTypes }
).trustedTypes?.createPolicy('debut-worker-url', { createScriptURL: acceptOwnScript });

/** Another worker of the script that runs here, which the page found to be confined before it started it. */
export function startTwin(): Worker {
  const url = location.href;
  return new Worker(policy?.createScriptURL(url) ?? acceptOwnScript(url), {
    type: 'module',
    name: 'fit',
  });
}

function acceptOwnScript(url: string): string {
  if (url !== location.href) throw new TypeError(`expected this worker's own script, got ${url}`);
  return url;
}
