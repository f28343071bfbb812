/**
 * Lower-case letters, digits, hyphens and dots, at most three folders deep. No such path leaves its folder, on any
 * system.
 */
const PATH = /^(?:[a-z0-9][a-z0-9-]{0,63}\/){0,3}[a-z0-9][a-z0-9-]{0,63}(?:\.[a-z0-9]{1,16}){1,2}$/;
const LONGEST = 200;

/** Returns whether a text is a valid path of a part. */
export function isPartPath(path: string): boolean {
  return path.length <= LONGEST && PATH.test(path);
}
