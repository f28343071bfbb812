import { workerAddresses } from '#protocol/worker-address.ts';

const addressOf = workerAddresses(acceptOwnScript);

/** Another worker of the script that runs here, which the page found to be confined before it started it. */
export function startTwin(): Worker {
  return new Worker(addressOf(location.href), { type: 'module', name: 'fit' });
}

function acceptOwnScript(url: string): string {
  if (url !== location.href) throw new TypeError(`expected this worker's own script, got ${url}`);
  return url;
}
