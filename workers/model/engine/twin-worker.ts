import { workerAddresses } from '#protocol/worker-address.ts';

const addressOf = workerAddresses(acceptOwnScript);

/** Starts another worker of this script. The page found this script to be confined before it started it. */
export function startTwin(): Worker {
  return new Worker(addressOf(location.href), { type: 'module', name: 'fit' });
}

function acceptOwnScript(url: string): string {
  if (url !== location.href) throw new TypeError(`expected this worker's own script, got ${url}`);
  return url;
}
