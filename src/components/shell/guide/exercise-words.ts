import { SCARCE_SEASON, type ExerciseName } from '#core/app/exercises.ts';
import { m } from '#messages';
import { formatCount } from '#components/words/numbers.ts';

interface ExerciseWords {
  readonly name: string;
  /** What to do. Button names are those of the pages, which a test checks. */
  readonly task: string;
  readonly why: string;
  /** Label of the link to the page where it is done. */
  readonly go: string;
}

const WORDS: Readonly<Record<ExerciseName, () => ExerciseWords>> = {
  findings: () => ({
    name: m.workshop_findings(),
    task: m.workshop_findings_do({ page: m.pages_data() }),
    why: m.workshop_findings_why(),
    go: m.workshop_go({ page: m.pages_data() }),
  }),
  learning: () => ({
    name: m.workshop_learning(),
    task: m.workshop_learning_do({ page: m.pages_model() }),
    why: m.workshop_learning_why(),
    go: m.workshop_go({ page: m.pages_model() }),
  }),
  plans: () => ({
    name: m.workshop_plans(),
    task: m.workshop_plans_do({ page: m.pages_plan() }),
    why: m.workshop_plans_why(),
    go: m.workshop_go({ page: m.pages_plan() }),
  }),
  'what-if': () => ({
    name: m.workshop_what_if(),
    task: m.workshop_what_if_do({ page: m.pages_plan() }),
    why: m.workshop_what_if_why(),
    go: m.workshop_go_plan(),
  }),
  limit: () => ({
    name: m.workshop_limit(),
    task: m.workshop_limit_do({
      page: m.pages_calendar(),
      weeks: formatCount(SCARCE_SEASON.weekCount),
      most: formatCount(SCARCE_SEASON.mostPerWeek),
    }),
    why: m.workshop_limit_why(),
    go: m.workshop_go({ page: m.pages_calendar() }),
  }),
};

export function exerciseWords(name: ExerciseName): ExerciseWords {
  return WORDS[name]();
}
