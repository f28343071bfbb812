/** Returns a random ID; random UUIDs are not available on every page. */
export function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(36)).join(
    '-',
  );
}
