const SEALED = '.aes';

/** Returns the path of an encrypted part, so that nobody takes it for JSON. */
export function sealedPath(path: string): string {
  return `${path}${SEALED}`;
}

/** Returns whether a part is JSON, encrypted or not. */
export function isText(path: string): boolean {
  return path.endsWith('.json') || path.endsWith(`.json${SEALED}`);
}

/** Returns the additional data of the manifest, which binds it to its own header. */
export function manifestBound(header: string): string {
  return `manifest of ${header}`;
}
