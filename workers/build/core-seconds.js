// @ts-check
import { AsyncLocalStorage } from 'node:async_hooks';
import { readFileSync } from 'node:fs';

/** Ticks of a second in /proc, on every Linux that people use. */
const TICKS = 100;

/** @type {AsyncLocalStorage<{ seconds: number }>} */
const meters = new AsyncLocalStorage();
let seenSeconds = 0;

/**
 * Adds up how long the processes that some work starts keep a core busy.
 * @template T
 * @param {() => T | Promise<T>} work
 * @returns {Promise<{ result: T, coreSeconds: number | null }>} no number where the system does not tell
 */
export async function withCoreSeconds(work) {
  const used = { seconds: 0 };
  const result = await meters.run(used, work);
  return { result, coreSeconds: ofEndedChildren() === null ? null : used.seconds };
}

/**
 * Counts a process for the work that starts it.
 * @param {import('node:child_process').ChildProcess} child
 */
export function meter(child) {
  const used = meters.getStore();
  child.once('exit', () => {
    const seconds = ofEndedChildren() ?? 0;
    // What this process has waited for since then is this child, with those that it waited for.
    if (used) used.seconds += seconds - seenSeconds;
    seenSeconds = seconds;
  });
}

/** Returns the core-seconds of all processes that this one has waited for, and theirs; only Linux tells. */
function ofEndedChildren() {
  try {
    // The name of the program comes second, in brackets, and may hold anything. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[13]) + Number(fields[14])) / TICKS;
  } catch {
    return null;
  }
}
