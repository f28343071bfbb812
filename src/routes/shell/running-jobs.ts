import { m } from '#messages';
import { fileProgressWords, progressDetail } from '#components/ui/feedback/progress-words.ts';
import { formatPercent } from '#components/words/numbers.ts';
import type { Work } from '#components/shell/running-job.ts';
import { trainingFraction } from '#components/pages/model/training-words.ts';
import { pageHref, type PageName } from '#state/base/addresses.ts';
import type { Datasets } from '#state/data/datasets.svelte.ts';
import type { ExportsSession } from '#state/data/exports-session.svelte.ts';
import type { ImportSession } from '#state/data/import-session.svelte.ts';
import type { PlanningSession } from '#state/plan/planning-session.svelte.ts';
import type { TrainingSession } from '#state/model/training-session.svelte.ts';

interface Sources {
  readonly datasets: Datasets;
  /** The session that imports files. */
  readonly importing: ImportSession | ExportsSession;
  readonly training: TrainingSession;
  readonly planning: PlanningSession;
  readonly currentPage: PageName | null;
}

/** Returns running work, except what the page on screen shows itself. */
export function worksOf(sources: Sources): Work[] {
  const { currentPage } = sources;
  return [
    currentPage === 'data' || currentPage === 'home' ? null : importWork(sources),
    currentPage === 'model' ? null : trainingWork(sources),
    currentPage === 'plan' ? null : planningWork(sources),
  ].filter((work) => work !== null);
}

function importWork({ importing }: Sources): Work | null {
  const { phase, fraction } = importing;
  if (phase.status !== 'reading' && phase.status !== 'importing') return null;
  const { title, detail } = fileProgressWords(phase);
  return { name: title, href: pageHref('data', { import: 1 }), fraction, words: detail };
}

function trainingWork({ training, datasets }: Sources): Work | null {
  const { phase } = training;
  if (phase.status !== 'running') return null;
  const fraction = trainingFraction(phase.progress);
  const dataset = datasets.list?.find(({ id }) => id === phase.subject);
  return {
    name: m.pages_training_of({ name: dataset?.name ?? '' }),
    href: pageHref('model', { dataset: phase.subject }),
    fraction,
    words: formatPercent(fraction),
  };
}

function planningWork({ planning }: Sources): Work | null {
  const { phase } = planning;
  if (phase.status !== 'running') return null;
  return {
    name: m.pages_making_plans(),
    href: pageHref('plan', { dataset: phase.subject }),
    fraction: planning.fraction,
    words: progressDetail(phase.progress, ''),
  };
}
