import { glossChinese, type Glosses } from './glosses.ts';
import { lettersOnly } from './letters-only.ts';
import { tokenize, UNKNOWN, type Tokenizer } from './tokenizer.ts';

/** The maximum number of tokens that the encoder was trained with. */
export const MOST_TOKENS = 128;
/** Far more characters than `MOST_TOKENS` pieces have in any language; limits the cost of a pasted page. */
const MOST_CHARACTERS = 20_000;

/**
 * Returns the encoder's tokens of a name or description, at most 128. Chinese is glossed where glosses are given. Empty
 * where nothing is readable, such as for an empty text or emoji only.
 */
export function textTokens(text: string, tokenizer: Tokenizer, glosses: Glosses | null): number[] {
  const plain = lettersOnly(text.slice(0, MOST_CHARACTERS));
  const english = glosses === null ? plain : glossChinese(plain, glosses);
  const tokens = tokenize(tokenizer, english).slice(0, MOST_TOKENS);
  return tokens.some((token) => token !== UNKNOWN && !isSpace(tokenizer, token)) ? tokens : [];
}

function isSpace({ pieces }: Tokenizer, token: number): boolean {
  return pieces[token]![0] === '\u2581';
}
