// The forms of a training run and its evidence.

import {
  anyNumbers,
  count,
  exactly,
  either,
  finite,
  list,
  nullable,
  number,
  object,
  oneIn,
  oneOf,
  share,
  such,
  text,
  truth,
  ifThere,
  type Form,
} from '../form/form.ts';
import { rangeWidthForm } from '../form/range-width-form.ts';
import { outcomeName, trainingReportForm } from '../model/training-report-form.ts';
import type { StrongestInput } from '#core/evaluation/off-policy/benchmark.ts';
import type { LoggedLaunches } from '#core/evaluation/off-policy/logged-launches.ts';
import type { TriedAction } from '#core/evaluation/off-policy/tried-action.ts';
import type { ModelComparison } from '#core/evaluation/runs/model-comparison.ts';
import type { TrainingRun } from '#core/evaluation/runs/training-run.ts';
import type { Holdout, HoldoutRate } from '#core/evaluation/scorecard/holdout.ts';
import type { LearningPoint } from '#core/evaluation/scorecard/learning-curve.ts';
import type {
  Sufficiency,
  SufficiencyFact,
  ToCollect,
} from '#core/evaluation/scorecard/sufficiency.ts';
import type { TrainingEvidence } from '#core/evaluation/scorecard/training-evidence.ts';
import type { FiledEvidence } from './project-records.ts';

export const trainingForm: Form<TrainingRun> = object<TrainingRun>({
  modelId: count,
  datasetId: count,
  report: trainingReportForm,
  comparison: nullable(
    object<ModelComparison>({
      modelId: count,
      judgedOn: count,
      wape: finite,
      wapeBefore: finite,
      verdict: oneOf({ better: true, level: true, worse: true }),
    }),
  ),
  name: text,
  note: text,
  tags: list(text),
});

const doubles = anyNumbers(Float64Array);
const singles = anyNumbers(Float32Array);

const byMethod = object<Holdout['expectedUnits']>({
  debut: ifThere(doubles),
  net: ifThere(doubles),
  trees: ifThere(doubles),
  ridge: ifThere(doubles),
  process: ifThere(doubles),
  analogues: ifThere(doubles),
  'last-year': ifThere(doubles),
  'category-median': ifThere(doubles),
});

const heldOut = such(
  object<Holdout>({
    count,
    productId: list(text),
    title: list(text),
    category: list(text),
    channel: list(text),
    promotion: list(text),
    launchDay: doubles,
    price: doubles,
    actualUnits: doubles,
    soldOut: list(truth),
    expectedUnits: byMethod,
    predictedLog: doubles,
    residuals: doubles,
    rangeWidth: ifThere(rangeWidthForm),
    rates: list(object<HoldoutRate>({ name: outcomeName, actual: doubles, expected: byMethod })),
  }),
  'columns of as many launches',
  (read) => {
    const texts = [read.productId, read.title, read.category, read.channel, read.promotion];
    const figures = [read.launchDay, read.price, read.actualUnits, read.predictedLog];
    const columns = [...texts, ...figures, read.soldOut, ...Object.values(read.expectedUnits)];
    return columns.every(({ length }) => length === read.count);
  },
);

const logged = such(
  object<LoggedLaunches>({
    count,
    actions: list(object<TriedAction>({ channel: nullable(text), promotion: nullable(text) })),
    taken: anyNumbers(Uint16Array),
    reward: doubles,
    objective: oneOf<LoggedLaunches['objective']>({ profit: true, revenue: true, units: true }),
    propensities: singles,
    strongest: nullable(object<StrongestInput>({ input: text, odds: finite })),
    expected: singles,
  }),
  'figures of as many launches and actions',
  ({ count: n, actions, taken, reward, propensities, expected }) =>
    taken.length === n &&
    reward.length === n &&
    taken.every((action) => action < actions.length) &&
    propensities.length === n * actions.length &&
    expected.length === n * actions.length,
);

type CollectOf<Kind extends ToCollect['kind']> = Extract<ToCollect, { readonly kind: Kind }>;

const toCollect = either<ToCollect>(
  object<CollectOf<'never-tried'>>({
    kind: exactly('never-tried'),
    channel: text,
    category: text,
    launches: count,
  }),
  object<CollectOf<'few-in-category'>>({
    kind: exactly('few-in-category'),
    category: text,
    launches: count,
  }),
  object<CollectOf<'missing'>>({
    kind: exactly('missing'),
    field: oneIn(['unitCost', 'adSpend', 'firstStock', 'funnel'] as const),
    launches: count,
  }),
);

const sufficiency = object<Sufficiency>({
  facts: list(
    object<SufficiencyFact>({
      part: oneOf<SufficiencyFact['part']>({
        launches: true,
        seasons: true,
        categories: true,
        combinations: true,
        unitCost: true,
        adSpend: true,
        firstStock: true,
        funnel: true,
      }),
      fraction: share,
    }),
  ),
  toCollect: list(toCollect),
});

export const evidenceForm: Form<FiledEvidence> = object<FiledEvidence>({
  modelId: count,
  evidence: object<TrainingEvidence>({
    heldOut: nullable(heldOut),
    learningCurve: nullable(list(object<LearningPoint>({ learntFrom: count, wape: number }))),
    logged: nullable(logged),
    sufficiency: nullable(sufficiency),
  }),
});
