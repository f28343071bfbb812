/** Letters, marks and signs only: controls and what formats a text are no part of a name. */
const SPACES_AND_CONTROLS = /[\s\p{Cc}\p{Cf}\p{Zs}]+/gu;

/** As the encoder knows text: compatibility forms unfolded (full-width letters, ligatures), lower-cased, single spaces. */
export function plainText(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().normalize('NFKC');
  return folded.replace(SPACES_AND_CONTROLS, ' ').trim();
}
