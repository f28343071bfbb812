import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FILLABLE_FIELDS, mergeFillIns, type FillableField } from '#core/import/recipe/fill-ins.ts';
import { mergeRecipes } from '#core/import/recipe/merge-recipes.ts';
import { plainRecipe, type Recipe } from '#core/import/recipe/recipe.ts';

const base = plainRecipe({ fields: { launchDate: 'date', units: 'sold' }, attributes: ['Colour'] });

/** One thing that a seller can say of how a file is read; null takes it back. */
type Said =
  | { readonly place: `cell ${FillableField} ${number}`; readonly value: string | null }
  | { readonly place: `switch ${string}`; readonly value: boolean | null }
  | { readonly place: `rate ${string}`; readonly value: number | null };

const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value);
const said: fc.Arbitrary<Said> = fc.oneof(
  fc.record({
    place: fc
      .tuple(fc.constantFrom(...FILLABLE_FIELDS), fc.integer({ min: 2, max: 4 }))
      .map(([field, row]) => `cell ${field} ${row}` as const),
    value: orNull(fc.constantFrom('Web', 'Fair')),
  }),
  fc.record({
    // A column may be called anything.
    place: fc.constantFrom('a|b|c.d', 'a|units|e').map((key) => `switch ${key}` as const),
    value: orNull(fc.boolean()),
  }),
  fc.record({
    place: fc.constantFrom('EUR', 'GBP').map((currency) => `rate ${currency}` as const),
    value: orNull(fc.constantFrom(1.1, 1.2)),
  }),
);
const manySaid = fc.array(said, { maxLength: 6 });

const without = (fields: Readonly<Record<string, unknown>>, name: string, value: unknown) => {
  const others = Object.entries(fields).filter(([other]) => other !== name);
  return Object.fromEntries(value === null ? others : [...others, [name, value]]);
};

function say(recipe: Recipe, { place, value }: Said): Recipe {
  const [kind, ...rest] = place.split(' ');
  if (kind === 'cell') {
    const [field, row] = rest as [FillableField, string];
    const { fillIns: earlier = {}, ...others } = recipe;
    const fillIns = mergeFillIns(earlier, { [field]: { [row]: String(value ?? '') } });
    return Object.keys(fillIns).length > 0 ? { ...others, fillIns } : others;
  }
  const name = kind === 'switch' ? 'treatments' : 'currencyRates';
  return { ...recipe, [name]: without(recipe[name], rest.join(' '), value) };
}

const sayAll = (recipe: Recipe, all: readonly Said[]) => all.reduce(say, recipe);

it('has all that two tabs said, where they said it of different things', () => {
  fc.assert(
    fc.property(manySaid, manySaid, manySaid, (before, mine, theirs) => {
      const from = sayAll(base, before);
      const ours = new Set(mine.map(({ place }) => place));
      const others = theirs.filter(({ place }) => !ours.has(place));
      const { merged, conflicts } = mergeRecipes(from, sayAll(from, mine), sayAll(from, others));
      expect(merged).toEqual(sayAll(sayAll(from, others), mine));
      expect(conflicts).toEqual([]);
    }),
  );
});

it('has what was said last where both said it of the same, and tells where', () => {
  const at = (value: string) => say(base, { place: 'cell channel 3', value });
  const off = (isOn: boolean) => say(base, { place: 'switch a|b|c.d', value: isOn });
  expect(mergeRecipes(base, at('Web'), at('Fair'))).toEqual({
    ...{ merged: at('Web'), conflicts: ['fillIns.channel.3'] },
  });
  expect(mergeRecipes(off(true), base, off(false))).toEqual({
    ...{ merged: base, conflicts: ['treatments.a|b|c.d'] },
  });
});

it('undoes one of two by laying what was before onto both', () => {
  fc.assert(
    fc.property(manySaid, manySaid, (mine, theirs) => {
      const ours = new Set(mine.map(({ place }) => place));
      const others = theirs.filter(({ place }) => !ours.has(place));
      const changed = sayAll(base, mine);
      const { merged } = mergeRecipes(changed, base, sayAll(changed, others));
      expect(merged).toEqual(sayAll(base, others));
    }),
  );
});
