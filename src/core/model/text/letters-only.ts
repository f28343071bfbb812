/** White space, control and formatting characters, which are no part of a name. */
const SPACES_AND_CONTROLS = /[\s\p{Cc}\p{Cf}\p{Zs}]+/gu;

/** Normalises a text as the encoder expects it: NFKC (full-width letters, ligatures), lower-cased, single spaces. */
export function lettersOnly(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().normalize('NFKC');
  return folded.replace(SPACES_AND_CONTROLS, ' ').trim();
}
