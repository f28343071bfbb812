const SHOWN = 50;

/**
 * Returns suggestions for a text being typed: at most 50 that contain it, ignoring case, in their order. Returns the
 * first 50 of all while nothing is typed or the text is already one of them.
 * @param isTyping whether the text has just been typed: then one of them offers no others, since Enter takes the first
 */
export function offeredTexts(
  suggestions: readonly string[],
  typed: string,
  isTyping = false,
): readonly string[] {
  const sought = typed.trim().toLocaleLowerCase();
  const isOne = !isTyping && suggestions.some((text) => text.toLocaleLowerCase() === sought);
  const offered =
    sought === '' || isOne
      ? suggestions
      : suggestions.filter((text) => text.toLocaleLowerCase().includes(sought));
  return offered.slice(0, SHOWN);
}
