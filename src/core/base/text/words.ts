/** Returns the words of these lines, which are separated by a comma and a space. */
export function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(', '));
}
