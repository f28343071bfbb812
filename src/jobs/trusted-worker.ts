import { AppError } from '#core/base/errors.ts';
import { workerAddresses } from '#protocol/worker-address.ts';
import { confinesWorker } from './worker-csp.ts';
import { workerScripts } from './worker-scripts.ts';

type WorkerName = keyof typeof workerScripts;

/**
 * Longest wait for the service worker, in milliseconds. It first stores the whole app, a few megabytes. Hosts that send
 * no headers depend on it.
 */
const CONFINEMENT_WAIT_MS = 10_000;
const CONFINEMENT_RETRY_MS = 250;

const addressOf = workerAddresses(acceptOwnScript);

/**
 * Starts a worker once its script is known to arrive with a policy that keeps data on this site.
 * Throws AppError worker-unconfined where it does not within 10 seconds, or there is no service worker.
 */
export async function startTrustedWorker(name: WorkerName): Promise<Worker> {
  const url = scriptUrl(name);
  if (!import.meta.env.DEV) await waitForConfinement(url);
  return new Worker(addressOf(url), { type: 'module', name });
}

function scriptUrl(name: WorkerName): string {
  return new URL(workerScripts[name], location.href).href;
}

function acceptOwnScript(url: string): string {
  const names = Object.keys(workerScripts) as WorkerName[];
  const isOwn = new URL(url).origin === location.origin && names.some((n) => scriptUrl(n) === url);
  if (!isOwn) throw new TypeError(`expected the script of one of our workers, got ${url}`);
  return url;
}

async function waitForConfinement(url: string): Promise<void> {
  const deadline = performance.now() + CONFINEMENT_WAIT_MS;
  while (!(await isConfined(url))) {
    if (!('serviceWorker' in navigator)) throw unconfined('this page has no service worker');
    if (performance.now() > deadline) throw unconfined('no service worker took control in time');
    await serviceWorkerControl();
  }
}

async function isConfined(url: string): Promise<boolean> {
  const response = await fetch(url, { method: 'HEAD' });
  return confinesWorker(response.headers.get('Content-Security-Policy'));
}

/** Asks the service worker to control this page, which it does not do by itself after a forced reload. */
async function serviceWorkerControl(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!navigator.serviceWorker.controller) registration?.active?.postMessage({ type: 'claim' });
  await new Promise((resolve) => setTimeout(resolve, CONFINEMENT_RETRY_MS));
}

function unconfined(reason: string): AppError {
  return new AppError(
    'worker-unconfined',
    `The host sends no Content-Security-Policy and ${reason}. Reload the page over https, or serve it with the headers in _headers.`,
  );
}
