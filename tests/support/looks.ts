import type { Look, LookMarks } from '#core/launch/looks.ts';

/** Returns a look without pattern or people, on white, unless told otherwise. */
export function sampleLook(embedding?: Float32Array, marks: Partial<LookMarks> = {}): Look {
  return {
    ...(embedding && { embedding }),
    marks: {
      colour: null,
      isPatterned: false,
      background: 'white',
      showsPeople: null,
      ...marks,
    },
  };
}
