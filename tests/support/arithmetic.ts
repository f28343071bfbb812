// Finds sums in texts and documents, such as "90 × (20 − 3 − 8) = 810", and computes them.

/** A sum with an equals sign, and the result after it. */
export interface WrittenSum {
  readonly text: string;
  readonly left: string;
  readonly right: number;
  /** Largest rounding error of a result with so many decimals. */
  readonly tolerance: number;
}

const NUMBER = String.raw`[−-]?\d+(?:,\d{3})*(?:\.\d+)?`;
const SUM = new RegExp(
  String.raw`((?:[(|]|${NUMBER})[\d\s.,()+−×·/-]*[+−×·/-][\d\s.,()+−×·/-]*?)\s*[=≈]\s*(${NUMBER})`,
  'gu',
);

/** Returns all sums of numbers in a text. Sums with letters do not count. */
export function sumsIn(text: string): WrittenSum[] {
  return [...text.matchAll(SUM)].map(([whole, left = '', right = '']) => ({
    text: whole,
    left,
    right: toNumber(right),
    tolerance: 0.51 * 10 ** -(right.split('.')[1]?.replace(/\D/g, '').length ?? 0),
  }));
}

/** Computes a sum of numbers with +, −, ×, ·, / and brackets. Throws for any other text. */
export function valueOf(sum: string): number {
  const tokens = sum.match(/\d[\d,]*(?:\.\d+)?|[()+−×·/-]/gu) ?? [];
  let at = 0;
  const value = added();
  if (at !== tokens.length) throw new Error(`"${sum}" is no sum`);
  return value;

  function added(): number {
    let total = multiplied();
    while (isNext('+', '−', '-')) total += tokens[at++] === '+' ? multiplied() : -multiplied();
    return total;
  }
  function multiplied(): number {
    let total = single();
    while (isNext('×', '·', '/')) {
      if (tokens[at++] === '/') total /= single();
      else total *= single();
    }
    return total;
  }
  function single(): number {
    const token = tokens[at++] ?? '';
    if (token === '−' || token === '-') return -single();
    if (token !== '(') return toNumber(token);
    const inside = added();
    if (tokens[at++] !== ')') throw new Error(`a bracket of "${sum}" stays open`);
    return inside;
  }
  function isNext(...signs: readonly string[]): boolean {
    return signs.includes(tokens[at] ?? '');
  }
}

function toNumber(text: string): number {
  return Number(text.replaceAll(',', '').replace('−', '-'));
}
