// Two tabs change, undo, enter and remove in any order, often from what they saw a while ago: what is stored is what a plain model of it says,
// after each step. A question that undoing asks is answered with "keep it".

import { emptyDatabase } from '../support/database.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { factsOf } from '#core/ledger/actual.ts';
import { freezePlan, withActual, type AdoptedPlan } from '#core/ledger/adopted-plan.ts';
import type { SeasonCalendar } from '#core/season/season-calendar.ts';
import { usualLimits } from '#core/season/season-limits.ts';
import { saveDataset } from '#storage/datasets.ts';
import {
  adoptPlans,
  changeLedger,
  loadLedger,
  takeBackInLedger,
  type LedgerChange,
} from '#storage/ledger.ts';
import { loadCalendars, saveCalendar, takeBackCalendar } from '#storage/seasons.ts';
import { launchTable } from '../support/launch-table.ts';
import { samplePlan, sampleProduct, sampleRanking } from '../support/ranking.ts';
import { noSource } from '../support/source.ts';

const PRODUCTS = ['a', 'b'] as const;
type Product = (typeof PRODUCTS)[number];

interface Taken {
  readonly tab: 0 | 1;
}
type LedgerStep = Taken &
  (
    | { readonly does: 'adopt' | 'withdraw'; readonly product: Product }
    | { readonly does: 'enter'; readonly product: Product; readonly units: number }
    | { readonly does: 'undo' }
  );
type CalendarStep = Taken &
  (
    | { readonly does: 'look' | 'undo' }
    | { readonly does: 'move'; readonly product: Product; readonly week: number }
    | { readonly does: 'name'; readonly name: string }
  );

const tab = fc.constantFrom(0 as const, 1 as const);
const product = fc.constantFrom(...PRODUCTS);
const ledgerStep: fc.Arbitrary<LedgerStep> = fc.oneof(
  fc.record({ tab, does: fc.constantFrom('adopt' as const, 'withdraw' as const), product }),
  fc.record({
    ...{ tab, does: fc.constant('enter' as const), product },
    units: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ tab, does: fc.constant('undo' as const) }),
);
const calendarStep: fc.Arbitrary<CalendarStep> = fc.oneof(
  fc.record({ tab, does: fc.constantFrom('look' as const, 'undo' as const) }),
  fc.record({
    ...{ tab, does: fc.constant('move' as const), product },
    week: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ tab, does: fc.constant('name' as const), name: fc.constantFrom('Lean', 'Bold') }),
);
const steps = fc.array(
  fc.oneof(fc.record({ ledger: ledgerStep }), fc.record({ calendar: calendarStep })),
  { minLength: 4, maxLength: 16 },
);

/** What a person would expect of one list of entries: told newest first, or null where the entry was withdrawn. */
interface EntryModel {
  readonly id: number;
  readonly product: Product;
  readonly told: readonly number[];
  readonly isWithdrawn: boolean;
}
interface Model {
  entries: EntryModel[];
  calendar: Readonly<Record<string, string | number | undefined>>;
}
interface Tab {
  deed: readonly LedgerChange[] | null;
  /** Versions of the entries that the deed touched, as the model has them. */
  modelDeed: readonly { before: EntryModel | null; after: EntryModel | null }[];
  seen: SeasonCalendar;
  calendarDeed: { before: SeasonCalendar; after: SeasonCalendar } | null;
  modelCalendarDeed: { before: Model['calendar']; after: Model['calendar'] } | null;
}

function plan(id: Product) {
  return freezePlan(samplePlan({ product: sampleProduct({ id }) }), sampleRanking(), {
    report: null,
    adoptedAt: 1,
  });
}

const modelOf = (entry: AdoptedPlan): EntryModel => ({
  id: entry.id,
  product: entry.product.id as Product,
  told: [entry.actual, ...entry.otherActuals].flatMap((actual) => actual?.units ?? []),
  isWithdrawn: entry.withdrawnAt !== null,
});

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The entry of a product that stands, adopted last. */
function standing(entries: readonly EntryModel[], of: Product): EntryModel | undefined {
  return entries.findLast((entry) => entry.product === of && !entry.isWithdrawn);
}

async function start() {
  await emptyDatabase();
  const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
  const report = { name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [], ...counts };
  const origin = { sample: null, importedAt: 1, ...noSource() };
  const { datasetId } = await saveDataset({ ...origin, report, table: launchTable([{}]) });
  const calendar = await saveCalendar({
    ...{
      datasetId,
      name: 'Season',
      madeAt: 1,
      plannedAt: 1,
      value: 0,
      bound: null,
      placements: [],
    },
    limits: usualLimits(20_521),
  });
  const fresh = (): Tab => ({
    ...{ deed: null, modelDeed: [], seen: calendar, calendarDeed: null, modelCalendarDeed: null },
  });
  const model: Model = { entries: [], calendar: { name: 'Season' } };
  return { datasetId, model, tabs: [fresh(), fresh()] as const };
}

type World = Awaited<ReturnType<typeof start>>;

async function change(
  world: World,
  own: Tab,
  of: Product,
  to: { entry: (kept: AdoptedPlan) => AdoptedPlan; model: (kept: EntryModel) => EntryModel },
) {
  const target = standing(world.model.entries, of);
  const { changes } = await changeLedger(world.datasetId, (entries) => ({
    changed: entries.filter(({ id }) => id === target?.id).map(to.entry),
  }));
  if (!target) return;
  const after = to.model(target);
  world.model.entries = world.model.entries.map((entry) =>
    entry.id === target.id ? after : entry,
  );
  Object.assign(own, { deed: changes, modelDeed: [{ before: target, after }] });
}

async function edit(
  world: World,
  own: Tab,
  to: { calendar: SeasonCalendar; model: Model['calendar'] },
) {
  const before = own.seen;
  const saved = await saveCalendar(to.calendar, before);
  const was = world.model.calendar;
  // Only what it says itself: the rest is as the other tab left it.
  world.model.calendar = { ...was, ...to.model };
  const touched = Object.fromEntries(
    Object.keys(to.model).map((name) => [name, valueIn(before, name)]),
  );
  own.calendarDeed = { before, after: to.calendar };
  own.modelCalendarDeed = { before: touched, after: to.model };
  own.seen = saved;
}

function valueIn(calendar: SeasonCalendar, name: string): string | number | undefined {
  if (name === 'name') return calendar.name;
  return calendar.placements.find(({ productId }) => productId === name)?.week;
}

async function takeInLedger(world: World, step: LedgerStep): Promise<void> {
  const { datasetId, model, tabs } = world;
  const own = tabs[step.tab];
  switch (step.does) {
    case 'adopt': {
      const { changes } = await adoptPlans(datasetId, [plan(step.product)]);
      const modelDeed = changes.map(({ before, after }) => ({
        before: before && modelOf(before),
        after: after && modelOf(after),
      }));
      const replaced = model.entries.map((entry) =>
        entry.product === step.product && !entry.isWithdrawn && entry.told.length === 0
          ? { ...entry, isWithdrawn: true }
          : entry,
      );
      const added = { id: changes.at(-1)!.id, product: step.product, told: [], isWithdrawn: false };
      model.entries = [...replaced, added];
      Object.assign(own, { deed: changes, modelDeed });
      return;
    }
    case 'withdraw':
      return change(world, own, step.product, {
        entry: (kept) => ({ ...kept, withdrawnAt: 2 }),
        model: (kept) => ({ ...kept, isWithdrawn: true }),
      });
    case 'enter': {
      const { units } = step;
      const actual = { ...factsOf({ units }), recordedAt: 1, source: null, isEarly: false };
      return change(world, own, step.product, {
        entry: (kept) => withActual(kept, actual),
        model: (kept) => ({
          ...kept,
          told: [units, ...kept.told.filter((each) => each !== units)],
        }),
      });
    }
    case 'undo': {
      if (!own.deed) return;
      await takeBackInLedger(datasetId, own.deed);
      const now = (id: number) => model.entries.find((entry) => entry.id === id) ?? null;
      const isChanged = own.modelDeed.some(({ before, after }) => {
        const stored = now((before ?? after)!.id);
        return !same(stored, after) && !same(stored, before);
      });
      if (!isChanged)
        for (const { before, after } of own.modelDeed) {
          const { id } = (before ?? after)!;
          const others = model.entries.filter((entry) => entry.id !== id);
          model.entries = [...others, ...(before ? [before] : [])].sort((x, y) => x.id - y.id);
        }
      own.deed = null;
      return;
    }
  }
}

async function takeInCalendar(world: World, step: CalendarStep): Promise<void> {
  const { datasetId, model, tabs } = world;
  const own = tabs[step.tab];
  switch (step.does) {
    case 'look':
      own.seen = (await loadCalendars(datasetId))[0]!;
      return;
    case 'move': {
      const others = own.seen.placements.filter(({ productId }) => productId !== step.product);
      const placement = {
        productId: step.product,
        week: step.week,
        channel: null,
        adSpend: null,
        stockUnits: 1,
      };
      const placements = [...others, placement].sort((x, y) => x.week - y.week);
      if (valueIn(own.seen, step.product) === step.week) return;
      return edit(world, own, {
        calendar: { ...own.seen, placements },
        model: { [step.product]: step.week },
      });
    }
    case 'name':
      if (own.seen.name === step.name) return;
      return edit(world, own, {
        calendar: { ...own.seen, name: step.name },
        model: { name: step.name },
      });
    case 'undo': {
      const { calendarDeed, modelCalendarDeed } = own;
      if (!calendarDeed || !modelCalendarDeed) return;
      await takeBackCalendar(calendarDeed);
      const { before, after } = modelCalendarDeed;
      const names = Object.keys(after);
      const isChanged = names.some(
        (name) => model.calendar[name] !== after[name] && model.calendar[name] !== before[name],
      );
      if (!isChanged) model.calendar = { ...model.calendar, ...before };
      own.calendarDeed = null;
      own.seen = (await loadCalendars(datasetId))[0]!;
    }
  }
}

async function expectAsModelled({ datasetId, model }: World): Promise<void> {
  expect((await loadLedger(datasetId)).map(modelOf)).toEqual(model.entries);
  const [calendar] = await loadCalendars(datasetId);
  for (const name of ['name', ...PRODUCTS])
    expect(valueIn(calendar!, name), name).toBe(model.calendar[name]);
}

it('loses nothing that either of two tabs was told is kept', { tags: ['long'] }, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const world = await start();
      for (const step of taken) {
        if ('ledger' in step) await takeInLedger(world, step.ledger);
        else await takeInCalendar(world, step.calendar);
        await expectAsModelled(world);
      }
    }),
    { numRuns: 400 },
  );
});
