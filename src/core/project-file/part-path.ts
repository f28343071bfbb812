/** Small letters, digits and signs, folder by folder: nothing that leads out of a folder, on any system. */
const PATH = /^(?:[a-z0-9][a-z0-9-]{0,63}\/){0,3}[a-z0-9][a-z0-9-]{0,63}(?:\.[a-z0-9]{1,16}){1,2}$/;
const LONGEST = 200;

export function isPartPath(path: string): boolean {
  return path.length <= LONGEST && PATH.test(path);
}
