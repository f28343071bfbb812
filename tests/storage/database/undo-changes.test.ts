// Two tabs change, undo, enter and remove in any order, often from what they saw a while ago: what is stored is what a plain model of it says,
// after each step. A question that undoing asks is answered with "keep it".

import { emptyDatabase } from '../../support/database.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Market } from '#core/launch/events/markets.ts';
import type { EventId } from '#core/launch/events/selling-events.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { ProductChange } from '#core/launch/product-change.ts';
import { resultFacts } from '#core/ledger/entries/result.ts';
import { freezePlan, withResult, type AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import type { SeasonCalendar } from '#core/season/offers/season-calendar.ts';
import { usualLimits } from '#core/season/offers/season-limits.ts';
import type { StockList } from '#core/ledger/stock/stock-list.ts';
import { saveCurrency, undoCurrency } from '#storage/data/dataset-currency.ts';
import { loadDatasetSummary, saveDataset } from '#storage/data/datasets.ts';
import {
  adoptPlans,
  changeLedger,
  loadLedger,
  undoInLedger,
  type LedgerChange,
} from '#storage/plan/ledger.ts';
import {
  addProducts,
  editProducts,
  loadProducts,
  removeProduct,
  undoProducts,
} from '#storage/data/products.ts';
import { loadCalendars, saveCalendar, undoCalendar } from '#storage/plan/seasons.ts';
import {
  saveEventEdit,
  saveMarket,
  undoEventEdit,
  undoMarket,
} from '#storage/data/selling-events.ts';
import { loadStock, saveStock, undoStock } from '#storage/data/stock.ts';
import { launchTable } from '../../support/launch-table.ts';
import { samplePlan, sampleProduct, sampleRanking } from '../../support/ranking.ts';
import { noSource } from '../../support/source.ts';

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
      const actual = { ...resultFacts({ units }), recordedAt: 1, source: null, isEarly: false };
      return change(world, own, step.product, {
        entry: (kept) => withResult(kept, actual),
        model: (kept) => ({
          ...kept,
          told: [units, ...kept.told.filter((each) => each !== units)],
        }),
      });
    }
    case 'undo': {
      if (!own.deed) return;
      await undoInLedger(datasetId, own.deed);
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
      await undoCalendar(calendarDeed);
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

it('loses nothing that either of two tabs was told is kept', { tags: ['whole'] }, async () => {
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

/** A choice of which there is one for a data set; null where nothing was chosen, or that was taken away. */
type Chosen = 0 | 1 | 2 | null;
interface Deed {
  readonly before: Chosen;
  readonly after: Chosen;
}
interface OneChoice {
  readonly read: (datasetId: number) => Promise<Chosen>;
  /** What it was before. */
  readonly choose: (datasetId: number, chosen: Chosen) => Promise<Chosen>;
  /** Whether the seller is to be asked first. */
  readonly takeBack: (datasetId: number, deed: Deed) => Promise<boolean>;
}

/** One that is stored as any value, told apart as JSON. */
function choiceOf<T>({
  values,
  none,
  read,
  save,
  takeBack,
}: {
  readonly values: readonly [T, T, T];
  readonly none: T;
  readonly read: (datasetId: number) => Promise<T>;
  readonly save: (datasetId: number, value: T) => Promise<T>;
  readonly takeBack: (datasetId: number, deed: { before: T; after: T }) => Promise<unknown>;
}): OneChoice {
  const valueOf = (chosen: Chosen) => (chosen === null ? none : values[chosen]);
  const chosenOf = (value: T): Chosen => {
    const place = values.findIndex((each) => same(each, value));
    return place === -1 ? null : (place as 0 | 1 | 2);
  };
  return {
    read: async (id) => chosenOf(await read(id)),
    choose: async (id, chosen) => chosenOf(await save(id, valueOf(chosen))),
    takeBack: async (id, { before, after }) =>
      (await takeBack(id, { before: valueOf(before), after: valueOf(after) })) !== null,
  };
}

const stockList = (fileName: string): StockList => ({ fileName, asOf: 20_000, items: [] });
const saidEvents = async (id: number) => (await loadDatasetSummary(id)).events;

const CHOICES = {
  stock: choiceOf<StockList | null>({
    ...{ values: [stockList('a'), stockList('b'), stockList('c')], none: null, read: loadStock },
    save: saveStock,
    takeBack: (id, deed) => undoStock({ id, ...deed }),
  }),
  market: choiceOf<Market | null | undefined>({
    ...{ values: ['GB', 'DE', null], none: undefined },
    read: async (id) => (await saidEvents(id))?.market,
    ...{ save: saveMarket, takeBack: undoMarket },
  }),
  fits: choiceOf<readonly EventId[] | undefined>({
    ...{ values: [['easter'], ['winter', 'easter'], []], none: undefined },
    read: async (id) => (await saidEvents(id))?.editsByTitle?.Mug,
    save: (id, events) => saveEventEdit(id, 'Mug', events),
    takeBack: (id, deed) => undoEventEdit(id, { title: 'Mug', ...deed }),
  }),
  currency: choiceOf<string | undefined>({
    ...{ values: ['GBP', 'EUR', 'USD'], none: undefined },
    read: async (id) => (await loadDatasetSummary(id)).currency,
    ...{ save: saveCurrency, takeBack: undoCurrency },
  }),
} satisfies Readonly<Record<string, OneChoice>>;
type ChoiceName = keyof typeof CHOICES;
const CHOICE_NAMES = Object.keys(CHOICES) as ChoiceName[];

const choiceStep = fc.record({
  tab,
  name: fc.constantFrom(...CHOICE_NAMES),
  /** undefined: undoes what the tab did last. */
  chosen: fc.constantFrom<(Chosen | undefined)[]>(0, 1, 2, null, undefined),
});

it('asks before a choice of the other tab is undone', { tags: ['whole'] }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(choiceStep, { minLength: 4, maxLength: 16 }), async (taken) => {
      const { datasetId } = await start();
      const model = Object.fromEntries(CHOICE_NAMES.map((name) => [name, null as Chosen]));
      type OwnDeed = Deed & { readonly name: ChoiceName };
      const deeds: [OwnDeed | null, OwnDeed | null] = [null, null];
      for (const step of taken) {
        const deed = deeds[step.tab];
        if (step.chosen !== undefined) {
          const [before, after] = [model[step.name]!, step.chosen];
          expect(await CHOICES[step.name].choose(datasetId, after)).toBe(before);
          model[step.name] = after;
          deeds[step.tab] = { name: step.name, before, after };
        } else if (deed) {
          const { name, before, after } = deed;
          const now = model[name]!;
          const isAsked = now !== before && now !== after;
          expect(await CHOICES[name].takeBack(datasetId, deed)).toBe(isAsked);
          if (!isAsked) model[name] = before;
          deeds[step.tab] = null;
        }
        for (const name of CHOICE_NAMES)
          expect(await CHOICES[name].read(datasetId), name).toBe(model[name]);
      }
    }),
    { numRuns: 200 },
  );
});

interface ProductModel {
  readonly category: string;
  readonly listPrice: number;
}
type ProductStep = Taken & { readonly product: Product } & (
    | { readonly does: 'look' | 'remove' | 'undo' }
    | { readonly does: 'bring'; readonly as: ProductModel }
    | { readonly does: 'edit'; readonly to: Partial<ProductModel> }
  );

const category = fc.constantFrom('Mugs', 'Cups', 'Jugs');
const listPrice = fc.integer({ min: 1, max: 3 });
const productStep: fc.Arbitrary<ProductStep> = fc.oneof(
  fc.record({
    ...{ tab, product },
    does: fc.constantFrom('look' as const, 'remove' as const, 'undo' as const),
  }),
  fc.record({
    ...{ tab, product, does: fc.constant('bring' as const) },
    as: fc.record({ category, listPrice }),
  }),
  fc.record({
    ...{ tab, product, does: fc.constant('edit' as const) },
    to: fc.oneof(fc.record({ category }), fc.record({ listPrice })),
  }),
);

type ProductModels = Readonly<Partial<Record<Product, ProductModel>>>;
interface ProductTab {
  seen: readonly NewProduct[];
  deed: readonly ProductChange[] | null;
  /** after null: removed. */
  modelDeed: {
    readonly product: Product;
    readonly before: Partial<ProductModel>;
    readonly after: Partial<ProductModel> | null;
  } | null;
}

/** What a person expects of undoing; asked: it is for the seller to say. */
function undone(products: ProductModels, deed: ProductTab['modelDeed']): ProductModels | 'asked' {
  if (!deed) return products;
  const { product: id, before, after } = deed;
  const now = products[id];
  if (after === null) {
    const isDisputed =
      now && (now.category !== before.category || now.listPrice !== before.listPrice);
    return isDisputed ? 'asked' : { ...products, [id]: before as ProductModel };
  }
  if (!now) return products;
  const names = Object.keys(after) as (keyof ProductModel)[];
  const isOwn = (name: keyof ProductModel) => before[name] !== after[name];
  const isDisputed = (name: keyof ProductModel) =>
    now[name] !== after[name] && now[name] !== before[name];
  const own = names.filter(isOwn);
  if (own.some(isDisputed)) return 'asked';
  return { ...products, [id]: { ...now, ...(own.length > 0 ? before : {}) } };
}

interface Shelf {
  readonly datasetId: number;
  readonly tabs: readonly [ProductTab, ProductTab];
  products: ProductModels;
}

async function takeInProducts(shelf: Shelf, step: ProductStep): Promise<void> {
  const { datasetId, tabs } = shelf;
  const [own, { product: id }] = [tabs[step.tab], step];
  const { [id]: before, ...others } = shelf.products;
  switch (step.does) {
    case 'look':
      own.seen = await loadProducts(datasetId);
      return;
    case 'bring':
      await addProducts(datasetId, () => [sampleProduct({ id, ...step.as })]);
      shelf.products = { ...others, [id]: step.as };
      return;
    case 'remove': {
      const removed = await removeProduct(datasetId, id);
      expect(removed !== null).toBe(before !== undefined);
      shelf.products = others;
      if (removed)
        Object.assign(own, { deed: [removed], modelDeed: { product: id, before, after: null } });
      return;
    }
    case 'edit': {
      const from = own.seen.find((each) => each.id === id);
      if (!from) return;
      const to = { ...from, ...step.to };
      const deed = await editProducts(datasetId, [{ from, to }]);
      if (!before) return;
      // What was on screen like that already is no change: another tab's stays.
      const after = same(from, to) ? {} : step.to;
      const [name] = Object.keys(step.to) as [keyof ProductModel];
      shelf.products = { ...others, [id]: { ...before, ...after } };
      const modelDeed = { product: id, before: { [name]: before[name] }, after };
      Object.assign(own, { deed, modelDeed });
      return;
    }
    case 'undo': {
      if (!own.deed) return;
      const conflicts = await undoProducts(datasetId, own.deed);
      const expected = undone(shelf.products, own.modelDeed);
      expect(conflicts.length > 0).toBe(expected === 'asked');
      if (expected !== 'asked') shelf.products = expected;
      Object.assign(own, { deed: null, modelDeed: null });
    }
  }
}

it('loses no product, nor what either tab said of it', { tags: ['whole'] }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(productStep, { minLength: 4, maxLength: 20 }), async (taken) => {
      const { datasetId } = await start();
      const fresh = (): ProductTab => ({ seen: [], deed: null, modelDeed: null });
      const shelf: Shelf = { datasetId, tabs: [fresh(), fresh()], products: {} };
      for (const step of taken) {
        await takeInProducts(shelf, step);
        const stored = (await loadProducts(datasetId)).map((each): [string, ProductModel] => [
          each.id,
          { category: each.category, listPrice: each.listPrice! },
        ]);
        expect(Object.fromEntries(stored)).toEqual(shelf.products);
      }
    }),
    { numRuns: 200 },
  );
});
