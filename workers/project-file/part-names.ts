const SEALED = '.aes';

/** Of what is encrypted, so that nobody takes it for JSON. */
export function sealedPath(path: string): string {
  return `${path}${SEALED}`;
}

export function isText(path: string): boolean {
  return path.endsWith('.json') || path.endsWith(`.json${SEALED}`);
}

/** What the manifest is bound to: no header but its own goes with it. */
export function manifestBound(header: string): string {
  return `manifest of ${header}`;
}
