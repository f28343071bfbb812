import { plansToLaunch } from '#core/planning/plan/open-tasks.ts';
import { seasonWords, spanWords } from '#components/pages/calendar/season-words.ts';
import type { Step, StepState } from '#components/ui/layout/step.ts';
import { countedLaunches, countedNewProducts, countedPlans } from '#components/words/counts.ts';
import { formatPercent } from '#components/words/numbers.ts';
import { m } from '#messages';
import { ownWape, ruleWape, trainingFraction } from '#components/pages/model/training-words.ts';
import { pageHref, type PageName } from '#state/base/addresses.ts';
import type { DatasetRecord } from '#state/data/dataset-record.svelte.ts';
import type { Datasets } from '#state/data/datasets.svelte.ts';
import type { ExportsSession } from '#state/data/exports-session.svelte.ts';
import type { ImportSession } from '#state/data/import-session.svelte.ts';
import type { PlanningSession } from '#state/plan/planning-session.svelte.ts';
import type { TrainingSession } from '#state/model/training-session.svelte.ts';

interface Sources {
  readonly datasets: Datasets;
  readonly record: DatasetRecord;
  readonly importing: ImportSession | ExportsSession;
  readonly training: TrainingSession;
  readonly planning: PlanningSession;
  readonly currentPage: PageName | null;
}

/** Pages that are not stops themselves, and the stop that they belong to. */
const ABOVE: Readonly<Partial<Record<PageName, PageName>>> = { runs: 'model' };

interface Standing {
  readonly state: StepState;
  readonly words: string;
  readonly fraction?: number | null;
}

/** Returns the stops of the app with their state, also in words. */
export function stepsOf(sources: Sources): Step[] {
  const dataset = sources.datasets.current?.id;
  const step = (name: string, page: PageName, standing: Standing): Step => ({
    name,
    href: pageHref(page, { dataset }),
    current: (ABOVE[sources.currentPage ?? page] ?? sources.currentPage) === page,
    fraction: null,
    ...standing,
  });
  return [
    step(m.pages_data(), 'data', dataStanding(sources)),
    step(m.pages_model(), 'model', modelStanding(sources)),
    step(m.pages_plan(), 'plan', planStanding(sources)),
    step(m.pages_calendar(), 'calendar', calendarStanding(sources)),
    step(m.pages_evidence(), 'evidence', evidenceStanding(sources)),
    step(m.pages_settings(), 'settings', { state: 'none', words: m.pages_settings_words() }),
  ];
}

function dataStanding({ datasets, importing }: Sources): Standing {
  if (importing.isBusy) {
    return { state: 'running', words: m.pages_reading(), fraction: importing.fraction };
  }
  const { current } = datasets;
  if (!current) return { state: 'open', words: current === null ? m.pages_no_data() : '' };
  return { state: 'done', words: countedLaunches(current.rowCount) };
}

function modelStanding({ training, record, datasets }: Sources): Standing {
  if (training.phase.status === 'running') {
    const fraction = trainingFraction(training.phase.progress);
    return {
      state: 'running',
      words: m.pages_training({ percent: formatPercent(fraction) }),
      fraction,
    };
  }
  if (!datasets.current) return { state: 'open', words: m.pages_waits_for_data() };
  if (record.report === undefined) return { state: 'open', words: '' };
  if (record.report === null) return { state: 'open', words: m.pages_not_trained() };
  if (record.modelChange) return { state: 'outdated', words: m.pages_out_of_date() };
  return { state: 'done', words: m.pages_trained() };
}

function planStanding({ planning, record }: Sources): Standing {
  if (planning.phase.status === 'running') {
    return { state: 'running', words: m.pages_making_plans(), fraction: planning.fraction };
  }
  const productCount = record.unlaunched?.length ?? 0;
  const planCount = record.currentRanking?.plans.length ?? 0;
  if (planCount === 0) {
    if (productCount > 0) return { state: 'open', words: countedNewProducts(productCount) };
    return {
      state: 'open',
      words: record.report ? m.pages_no_products() : m.pages_waits_for_model(),
    };
  }
  if (record.olderPlans) return { state: 'outdated', words: m.pages_out_of_date() };
  return { state: 'done', words: countedPlans(planCount) };
}

/**
 * Returns the state of the calendar. It is made from the plans, so it is outdated where they are, or were made again
 * since.
 */
function calendarStanding({ record }: Sources): Standing {
  const { calendar, currentRanking } = record;
  if (!currentRanking || currentRanking.plans.length === 0)
    return { state: 'open', words: m.pages_waits_for_plans() };
  if (record.olderPlans) return { state: 'outdated', words: m.pages_out_of_date() };
  const proposed = plansToLaunch(currentRanking);
  const planned = seasonWords(proposed.length > 0 ? proposed : currentRanking.plans);
  if (!calendar) return { state: 'open', words: planned };
  if (calendar.plannedAt !== currentRanking.plannedAt)
    return { state: 'outdated', words: m.pages_out_of_date() };
  const weeks = calendar.placements.map(({ week }) => week);
  return { state: 'done', words: weeks.length > 0 ? spanWords(weeks) : planned };
}

function evidenceStanding({ record }: Sources): Standing {
  if (!record.report) return { state: 'open', words: m.pages_nothing_checked() };
  const wape = ownWape(record.report);
  if (wape === null) return { state: 'open', words: m.pages_few_launches() };
  const percent = formatPercent(wape);
  const rule = ruleWape(record.report);
  const words =
    rule === null
      ? m.pages_off_by({ percent })
      : m.pages_off_by_against({ percent, other: formatPercent(rule) });
  return { state: 'done', words };
}
