const SHOWN = 50;

/**
 * Returns suggestions for a text being typed: at most 50 that contain it, ignoring case, in their order. Returns the
 * first 50 of all while nothing is typed or the text is already one of them.
 */
export function offeredTexts(suggestions: readonly string[], typed: string): readonly string[] {
  const sought = typed.trim().toLocaleLowerCase();
  const isOne = suggestions.some((text) => text.toLocaleLowerCase() === sought);
  const offered =
    sought === '' || isOne
      ? suggestions
      : suggestions.filter((text) => text.toLocaleLowerCase().includes(sought));
  return offered.slice(0, SHOWN);
}
