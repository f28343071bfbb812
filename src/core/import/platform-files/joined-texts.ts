import { placeIn, type CodedColumn } from '../csv/coded-column.ts';

const BETWEEN_PARTS = ' / ';

/** Joins columns row by row as parts of a name: "Red" and "L" give "Red / L". */
export function joinedTexts(columns: readonly CodedColumn[], rowCount: number): CodedColumn {
  const [first, ...others] = columns;
  if (!first) return { texts: [''], codes: new Uint32Array(rowCount) };
  return others.reduce(joinedPair, first);
}

function joinedPair(a: CodedColumn, b: CodedColumn): CodedColumn {
  const placeOf = new Map<number, number>();
  const places = new Map<string, number>();
  const codes = a.codes.map((code, row) => {
    const other = b.codes[row]!;
    const pair = code * b.texts.length + other;
    let place = placeOf.get(pair);
    if (place === undefined) {
      const parts = [a.texts[code]!, b.texts[other]!].filter(Boolean);
      place = placeIn(places, parts.join(BETWEEN_PARTS));
      placeOf.set(pair, place);
    }
    return place;
  });
  return { texts: [...places.keys()], codes };
}
