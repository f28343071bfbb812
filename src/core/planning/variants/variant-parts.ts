// Takes a variant's name apart: "XL / Sand", "颜色:红色,尺码:XL", "Red XL", "TEE-RED-XL".

import { variantColour } from './variant-colour.ts';
import { variantSize, type VariantSize } from './variant-size.ts';

/** What a variant's name says. */
export interface VariantParts {
  /** null where it names none. */
  readonly size: VariantSize | null;
  /** The colour or another choice, in one spelling; '' where it names none. */
  readonly option: string;
  /** Family of the colour; '' where the option is no colour. */
  readonly family: string;
}

const SEPARATOR = /\s*[/|,;·、]\s*|\s+[-–]\s+/u;
const LABEL =
  /^(?:colou?r|size|farbe|größe|couleur|taille|颜色分类|颜色|尺码|尺寸|规格|款式)\s*:\s*/iu;
const SKU = /^[a-z0-9]+(?:[-_.][a-z0-9]+)+$/iu;

/** Takes a name apart. The first part that is a size is the size; the others together are the option. */
export function variantParts(name: string): VariantParts {
  const text = name.normalize('NFKC').trim().replace(LABEL, ''); // full-width punctuation too
  const whole = partsOf([text]);
  if (whole.size || whole.family !== '') return whole;
  const separated = text.split(SEPARATOR).map((part) => part.replace(LABEL, ''));
  if (separated.length > 1) return partsOf(separated);
  return bySpaces(text) ?? bySku(text) ?? whole;
}

function partsOf(parts: readonly string[]): VariantParts {
  const said = parts.map((part) => part.trim()).filter((part) => part !== '');
  const sizes = said.map((part) => variantSize(part));
  const place = sizes.findIndex((size) => size !== null);
  const rest = said.filter((_, i) => i !== place);
  const colours = rest.map((part) => variantColour(part));
  return {
    size: sizes[place] ?? null,
    option: rest.map((part, i) => colours[i]?.name ?? part.toLowerCase()).join(' / '),
    family: colours.find((colour) => colour !== null)?.family ?? '',
  };
}

/** "Red XL" and "XL Red": a size at either end, with a colour beside it. */
function bySpaces(text: string): VariantParts | null {
  const words = text.split(/\s+/u);
  if (words.length < 2) return null;
  const ends = [
    [words.slice(0, -1).join(' '), words.at(-1)!],
    [words.slice(1).join(' '), words[0]!],
  ] as const;
  for (const [rest, end] of ends) {
    const parts = partsOf([end, rest]);
    if (parts.size && parts.family !== '') return parts;
  }
  return null;
}

/** Tokens of a SKU that name a size in letters or a colour; null where none does. */
function bySku(text: string): VariantParts | null {
  if (!SKU.test(text)) return null;
  const tokens = text.split(/[-_.]/u);
  const told = tokens.filter(
    (token) => variantSize(token)?.system === 'letters' || variantColour(token) !== null,
  );
  return told.length > 0 ? partsOf(told) : null;
}
