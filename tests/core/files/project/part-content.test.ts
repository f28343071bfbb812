import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPart, writePart } from '#core/files/project/part-content.ts';
import type { ProjectRecords, RecordKind } from '#core/files/project/project-records.ts';
import type { TrainingRun } from '#core/evaluation/runs/training-run.ts';
import { adoptedPlan, sampleActual } from '../../../support/adopted-plan.ts';
import { heldOutOf } from '../../../support/held-out.ts';
import { randomOffers } from '../../../support/random-offers.ts';
import { samplePlan, sampleRange, sampleRanking } from '../../../support/ranking.ts';
import { anyRun } from '../../../support/training-run.ts';

function roundTrip<Kind extends RecordKind>(kind: Kind, record: ProjectRecords[Kind]): unknown {
  return readPart(kind, writePart(kind, record));
}

const text = fc.string({ unit: 'binary', maxLength: 12 });
const money = fc.option(fc.double({ noDefaultInfinity: true }));
const cell = fc.oneof(fc.double({ noDefaultInfinity: true }), fc.constantFrom(NaN, -0));
/** Any key may come from data. */
const attributes = fc
  .array(fc.tuple(fc.oneof(text, fc.constantFrom('__proto__', 'constructor', '$number')), text))
  .map((entries) => Object.fromEntries(entries));

const product = fc.record(
  {
    ...{ id: text, title: text, category: text, brand: text },
    ...{ listPrice: money, unitCost: money, attributes },
  },
  { noNullPrototype: true },
);

describe('a part of a project file', () => {
  it('gives back the sizes and colours of a product, and refuses half units', () => {
    const variantChoice = {
      ...{ sizes: ['S', 'M'], options: ['红色'], packSize: 6, minimum: 12, assortment: [1, 2] },
      units: { 'S / 红色': 0, ['__proto__']: 4 },
    };
    const of = (choice: typeof variantChoice) => [
      {
        ...{ id: 'a', title: 'A', category: '', brand: '', attributes: {} },
        ...{ listPrice: null, unitCost: null, variantChoice: choice },
      },
    ];
    expect(roundTrip('products', of(variantChoice))).toStrictEqual(of(variantChoice));
    expect(() => writePart('products', of({ ...variantChoice, packSize: 1.5 }))).toThrow();
  });

  it('gives back products and what they hold, whatever their texts', () => {
    fc.assert(
      fc.property(fc.array(product), (products) => {
        expect(roundTrip('products', products)).toStrictEqual(products);
      }),
    );
  });

  it('gives back columns bit for bit: missing values, negative zero and lone surrogates', () => {
    const numbers = fc.array(cell, { minLength: 1 }).map((values) => Float64Array.from(values));
    const texts = fc.array(fc.oneof(text, fc.constantFrom('\ud800', '\udc00x', '')), {
      minLength: 1,
    });
    fc.assert(
      fc.property(numbers, fc.nat(20), (values, chunk) => {
        const column = { name: 'units', chunk, values };
        expect(roundTrip('column', column)).toStrictEqual(column);
      }),
    );
    fc.assert(
      fc.property(texts, text, (values, name) => {
        const column = { name: `attribute:${name}`, chunk: 0, values };
        expect(roundTrip('column', column)).toStrictEqual(column);
      }),
    );
  });

  it('gives back parts of a file, text by text', () => {
    const lengths = fc.array(fc.nat(5), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(lengths, fc.array(fc.nat(8)), (own, codes) => {
        const values = {
          lengths: Uint32Array.from(own),
          bytes: new Uint8Array(own.reduce((sum, each) => sum + each, 0)).fill(65),
          codes: Uint16Array.from(codes, (code) => code % own.length),
        };
        const source = { name: 'column:__proto__', part: 0, values };
        expect(roundTrip('source', source)).toStrictEqual(source);
      }),
    );
  });

  it('gives back trainings with what JSON has no number for', () => {
    const isFinished = ({ report }: TrainingRun) =>
      report.curve.every(({ training, validation }) =>
        Number.isFinite(training + (validation ?? 0)),
      );
    fc.assert(
      fc.property(anyRun.filter(isFinished), (run) => {
        expect(roundTrip('training', run)).toStrictEqual(run);
      }),
    );
  });

  it('gives back plans, adopted plans, offers and evidence', () => {
    const ranking = sampleRanking({ horizonDays: 56, limits: ['no-cost'], lacksEmbeddings: true });
    expect(roundTrip('plans', ranking)).toStrictEqual(ranking);
    const told = { promise: 'analogy', sensitivity: 0.12, isAsUsual: true } as const;
    const sold = { title: 'Blue mug', day: 20_000, units: 97 };
    const similar = [sold, { ...sold, isSoldOut: true as const }];
    const pastSales = { similar, median: 50, categoryMedian: null, high: 400.5 };
    const niche = { name: 'lamps', fileNames: ['niches.csv'], unitsLow: 9, unitsHigh: 24.5 };
    const shift = { shift: -0.3, scale: 0.5, freedom: 6.5, categories: 4 };
    const ofNiche = { ...shift, nicheShare: 0.02, niche: { ...niche, returnRate: 0.06 } };
    const ofNone = { ...shift, nicheShare: null, niche: null };
    const ofNow = sampleRanking({
      ...{
        plans: [
          samplePlan({ ...told, pastSales, neverSold: ofNiche }),
          samplePlan({ neverSold: ofNone }),
        ],
        sharedEdges: ['lowest-price', 'highest-ad-spend'],
      },
      kept: { share: 0.78, count: 14 },
    });
    expect(roundTrip('plans', ofNow)).toStrictEqual(ofNow);
    const plan = adoptedPlan({
      keptShare: 0.78,
      actual: sampleActual(),
      otherActuals: [sampleActual({ units: 1 })],
      isPlannedAgain: true,
      gain: { measure: 'profit', range: sampleRange(40), ahead: 0.72 },
    });
    expect(roundTrip('ledger', plan)).toStrictEqual(plan);
    const offers = randomOffers({ seed: 3, products: 3, weeks: 4, channels: 2 });
    expect(roundTrip('offers', offers)).toStrictEqual(offers);
    const [first, ...others] = offers.products;
    const ownSpread = { ...offers, products: [{ ...first!, spread: offers.spread }, ...others] };
    expect(roundTrip('offers', ownSpread)).toStrictEqual(ownSpread);
    const heldOut = heldOutOf({ actual: [3, NaN], debut: [Infinity, 4] });
    const evidence = {
      ...{ heldOut, learningCurve: [{ learntFrom: 9, wape: NaN }], sufficiency: null },
      logged: {
        ...{ count: 2, actions: [{ channel: 'a', promotion: null }], objective: 'units' as const },
        ...{ taken: Uint16Array.of(0, 0), reward: Float64Array.of(1, NaN), strongest: null },
        ...{ propensities: Float32Array.of(0.5, 1), expected: Float32Array.of(1 / 3, 0) },
      },
    };
    expect(roundTrip('evidence', { modelId: 7, evidence })).toStrictEqual({ modelId: 7, evidence });
  });

  it('drops what no form names, what reaches for prototypes too', () => {
    const stock = { fileName: 'a', asOf: 20_000, items: [] };
    const json = writePart('stock', stock) as string;
    expect(readPart('stock', json.replace('{', '{"more":1,'))).toStrictEqual(stock);
    const reaching = json.replace('{', '{"__proto__":{"items":5},"constructor":{"prototype":1},');
    expect(readPart('stock', reaching)).toStrictEqual(stock);
  });

  it('is refused as a project file where it is anything else', () => {
    const kinds: RecordKind[] = ['data-set', 'column', 'model', 'plans', 'offers', 'settings'];
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.oneof(fc.json(), text, fc.uint8Array()),
        (kind, content) => {
          const bytes = typeof content === 'string' ? content : Uint8Array.from(content);
          try {
            readPart(kind, bytes);
          } catch (error) {
            expect(error).toMatchObject({ code: 'project-file-unreadable' });
          }
        },
      ),
    );
  });
});
