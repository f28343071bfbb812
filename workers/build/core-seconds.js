// @ts-check
import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Ticks of a second in /proc, on every Linux that people use. */
const TICKS = 100;
/** A process that starts and ends between two looks is not seen. */
const LOOK_MS = 250;

/** @typedef {Map<string, number>} Used core-seconds by process */

/** @type {AsyncLocalStorage<Used>} */
const meters = new AsyncLocalStorage();
/**
 * By process and its start, so that an ID that is used again is another; a browser's processes outlive their parents.
 * @type {Map<string, Used>}
 */
const owners = new Map();
/** @type {Map<number, Used>} */
const children = new Map();
/** @type {NodeJS.Timeout | undefined} */
let looking;

/**
 * Adds up how long the processes that some work starts, and theirs, keep a core busy. Only Linux tells.
 * @template T
 * @param {() => T | Promise<T>} work
 * @returns {Promise<{ result: T, coreSeconds: number | null }>} no number where the system does not tell
 */
export async function withCoreSeconds(work) {
  /** @type {Used} */
  const used = new Map();
  const result = await meters.run(used, work);
  const seconds = [...used.values()].reduce((total, each) => total + each, 0);
  return { result, coreSeconds: existsSync('/proc/self/stat') ? seconds : null };
}

/**
 * Counts a process for the work that starts it.
 * @param {import('node:child_process').ChildProcess} child
 */
export function meter(child) {
  const used = meters.getStore();
  const { pid } = child;
  if (!used || pid === undefined) return;
  children.set(pid, used);
  looking ??= setInterval(look, LOOK_MS).unref();
  child.once('exit', () => {
    children.delete(pid);
    if (children.size > 0) return;
    clearInterval(looking);
    looking = undefined;
  });
}

function look() {
  const processes = running();
  if (!processes) return;
  /** @type {(pid: number) => Used | undefined} */
  const ownerOf = (pid) => {
    const found = processes.get(pid);
    if (!found) return undefined;
    const owner = owners.get(found.key) ?? children.get(pid) ?? ownerOf(found.parent);
    if (owner) owners.set(found.key, owner);
    return owner;
  };
  for (const [pid, { key, seconds }] of processes) ownerOf(pid)?.set(key, seconds);
}

/** @returns {Map<number, { key: string, parent: number, seconds: number }> | null} by ID */
function running() {
  try {
    const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return new Map(ids.flatMap(entryOf));
  } catch {
    return null;
  }
}

/**
 * @param {string} id
 * @returns {[number, { key: string, parent: number, seconds: number }][]}
 */
function entryOf(id) {
  try {
    // The name of the program comes second, in brackets, and may hold anything. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const seconds = (Number(fields[11]) + Number(fields[12])) / TICKS;
    return [[Number(id), { key: `${id} ${fields[19]}`, parent: Number(fields[1]), seconds }]];
  } catch {
    // It has just ended.
    return [];
  }
}
