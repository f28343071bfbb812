import { glossChinese, type Glosses } from './glosses.ts';
import { plainText } from './plain-text.ts';
import { tokenize, UNKNOWN, type Tokenizer } from './tokenizer.ts';

/** The encoder was trained with no more. */
export const MOST_TOKENS = 128;
/** Far more than `MOST_TOKENS` pieces of any language; a pasted page costs no more than that. */
const MOST_CHARACTERS = 20_000;

/**
 * What the encoder reads of a name or description, Chinese glossed where there are glosses: at most 128 tokens, and none where
 * it can read nothing, as in an empty text or one of emoji only.
 */
export function textTokens(text: string, tokenizer: Tokenizer, glosses: Glosses | null): number[] {
  const plain = plainText(text.slice(0, MOST_CHARACTERS));
  const english = glosses === null ? plain : glossChinese(plain, glosses);
  const tokens = tokenize(tokenizer, english).slice(0, MOST_TOKENS);
  return tokens.some((token) => token !== UNKNOWN && !isSpace(tokenizer, token)) ? tokens : [];
}

function isSpace({ pieces }: Tokenizer, token: number): boolean {
  return pieces[token]![0] === '\u2581';
}
