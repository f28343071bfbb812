const SHOWN = 50;

/**
 * What to offer for a text that is being typed: suggestions that contain it, whatever the case, in their order;
 * all of them while nothing is typed or the text is already one of them.
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
