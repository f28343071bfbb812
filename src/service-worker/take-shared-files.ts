import {
  MOST_SHARED_BYTES,
  MOST_SHARED_FILES,
  SHARED_NAME,
  SHARE_FIELD,
  SHARE_PATH,
  sharedAddress,
  sharedCacheName,
  type ShareResult,
} from '#core/app/shared-files.ts';
import { redirect, withoutQuery } from './answer.ts';
import type { Site } from './site.ts';

/** Returns whether a request carries files shared by another app. Such a request never reaches the host. */
export function bringsShared({ method, url }: Request, { scope }: Site): boolean {
  return method === 'POST' && withoutQuery(url) === scope + SHARE_PATH;
}

/**
 * Stores the files until a page takes them, and redirects the browser to that page. Deletes files shared before that no
 * page took.
 */
export async function takeShared(request: Request, site: Site): Promise<Response> {
  const target = new URL('data/', site.scope);
  target.searchParams.set('shared', await keep(request, site.scope));
  return redirect({ target, status: 303, site });
}

async function keep(request: Request, scope: string): Promise<ShareResult> {
  try {
    const form = await request.formData();
    const files = form.getAll(SHARE_FIELD).filter((part) => part instanceof File);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    if (files.length > MOST_SHARED_FILES || bytes > MOST_SHARED_BYTES) return 'too-large';
    await caches.delete(sharedCacheName(scope));
    const cache = await caches.open(sharedCacheName(scope));
    await Promise.all(files.map((file, i) => cache.put(sharedAddress(scope, i), asResponse(file))));
    return files.length > 0 ? 'yes' : 'failed';
  } catch {
    // Not a valid form, or a full disk; the page says so.
    await caches.delete(sharedCacheName(scope));
    return 'failed';
  }
}

function asResponse(file: File): Response {
  return new Response(file, { headers: { [SHARED_NAME]: encodeURIComponent(file.name) } });
}
