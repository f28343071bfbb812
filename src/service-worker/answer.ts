import { appCacheName, fileUrl } from '#core/app/app-cache.ts';
import { keptByOlder } from './older-tabs.ts';
import type { Site } from './site.ts';

/** Returns whether a request is for a file of this site; the browser handles all others. */
export function isOurs(request: Request, { scope }: Site): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return isRead && request.url.startsWith(scope) && !isAboutVersions(request.url, scope);
}

/**
 * Answers a request from the cache of this version, then from that of an older one. Otherwise calls `onhost` and asks
 * the host. Falls back to 404.html.
 */
export async function answer(
  request: Request,
  site: Site,
  onhost: () => void = () => undefined,
): Promise<Response> {
  const cache = await caches.open(appCacheName(site.scope, site.version));
  const address = withoutQuery(request.url);
  const kept = (await cache.match(address)) ?? (await cache.match(asFolder(address, site.scope)));
  if (kept) return forMethod(request, kept);
  const headers = (await cache.match(site.scope))?.headers;
  if (await cache.match(`${address}/`))
    return redirect({ target: asFolderUrl(request.url), status: 308, site });
  const older = await keptByOlder(address, site);
  if (older) return forMethod(request, older);

  onhost();
  const fetched = await fetch(request).catch(() => undefined);
  if (fetched && fetched.status !== 404) return confined(fetched, headers);
  const notFound = await cache.match(new URL('404.html', site.scope));
  if (!notFound) return fetched ? confined(fetched, headers) : Response.error();
  return forMethod(
    request,
    new Response(notFound.body, { status: 404, headers: notFound.headers }),
  );
}

/** Returns whether a file identifies the newest version: such files must come from the host. */
function isAboutVersions(url: string, scope: string): boolean {
  return ['precache.json', 'service-worker.js'].includes(withoutQuery(url).slice(scope.length));
}

export function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** Returns the address in the cache: …/index.html is stored under its folder. */
function asFolder(address: string, scope: string): string {
  return fileUrl(scope, address.slice(scope.length));
}

function asFolderUrl(url: string): URL {
  const target = new URL(url);
  target.pathname += '/';
  return target;
}

interface Redirection {
  readonly target: URL;
  /** 308: the same request is repeated there. 303: the posted data has been taken, and the page is fetched by GET. */
  readonly status: 303 | 308;
  readonly site: Site;
}

/** Returns a redirection with the security headers that every answer has. */
export async function redirect({ target, status, site }: Redirection): Promise<Response> {
  const cache = await caches.open(appCacheName(site.scope, site.version));
  const wanted = (await cache.match(site.scope))?.headers;
  const headers = withSecurity(new Headers({ Location: target.href }), wanted);
  return new Response(null, { status, headers });
}

function forMethod(request: Request, response: Response): Response {
  if (request.method !== 'HEAD') return response;
  return new Response(null, { status: response.status, headers: response.headers });
}

/** Adds the security headers that a response of the host lacks. */
function confined(response: Response, wanted: Headers | undefined): Response {
  if (!wanted || response.type !== 'basic') return response;
  const headers = withSecurity(new Headers(response.headers), wanted);
  const { status, statusText } = response;
  const body = isBodiless(status) ? null : response.body;
  return new Response(body, { status, statusText, headers });
}

function withSecurity(headers: Headers, wanted: Headers | undefined): Headers {
  for (const [name, value] of wanted ?? []) {
    if (name !== 'content-type' && !headers.has(name)) headers.set(name, value);
  }
  return headers;
}

function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}
