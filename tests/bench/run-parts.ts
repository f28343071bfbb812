/** A part of a bench: prints figures and returns the targets that they miss. */
export type BenchPart = () => readonly string[] | Promise<readonly string[]>;

/**
 * Runs the parts that are asked for, all of them without a choice. Tells the missed targets at the end; the process then
 * exits with 1.
 * @param asked names of parts, separated by commas
 */
export async function runParts(
  parts: Readonly<Record<string, BenchPart>>,
  asked = Object.keys(parts).join(','),
): Promise<void> {
  const missed: string[] = [];
  for (const name of asked.split(',')) {
    const part = parts[name];
    if (!part) throw new Error(`There is no part ${name}: ${Object.keys(parts).join(', ')}`);
    console.log(`\n${name}`);
    missed.push(...(await part()));
  }
  for (const target of missed) console.error(`missed: ${target}`);
  process.exitCode = missed.length > 0 ? 1 : 0;
}
