import { dueOf } from '#components/pages/home/home-words.ts';
import type { Need } from '#components/pages/home/need.ts';
import { listed } from '#components/words/lists.ts';
import { tally } from '#components/words/counts.ts';
import { nameOf } from '#components/pages/evidence/ledger/ledger-words.ts';
import { isUnsaved, unsavedWords } from '#components/pages/settings/project-words.ts';
import type { Day } from '#core/base/dates.ts';
import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import { m } from '#messages';
import { pageHref, type PageName } from '#state/base/addresses.ts';
import type { DatasetRecord } from '#state/data/dataset-record.svelte.ts';
import type { UnsavedWorkQuery } from '#state/app/unsaved-work.svelte.ts';

interface Sources {
  readonly dataset: { readonly id: number; readonly name: string };
  readonly record: DatasetRecord;
  readonly entries: readonly AdoptedPlan[];
  readonly today: Day;
  readonly isTraining: boolean;
  readonly unsaved: UnsavedWorkQuery['current'];
}

/** Largest number of product names in one item; more would add nothing. */
const NAMES_SHOWN = 3;

/** Returns what needs the seller's attention, most urgent first. */
export function needsOf(sources: Sources): Need[] {
  return [
    ...ledgerNeeds(sources),
    ...modelNeeds(sources),
    ...planNeeds(sources),
    ...saving(sources),
  ];
}

function ledgerNeeds({ entries, today, dataset }: Sources): Need[] {
  const due = dueOf(entries, today);
  if (due.length === 0) return [];
  const names = listed(due.slice(0, NAMES_SHOWN).map(nameOf));
  return [
    {
      title: m.home_need_results(tally(due.length)),
      text: m.home_need_results_text({ names }),
      action: action('evidence', dataset.id, m.home_do_enter()),
    },
  ];
}

function modelNeeds({ record, dataset, isTraining }: Sources): Need[] {
  if (isTraining) return [];
  const train = action('model', dataset.id, m.home_do_train());
  if (record.unfinished) {
    return [
      {
        title: m.home_need_unfinished(),
        text: m.home_need_unfinished_text(),
        action: action('model', dataset.id, m.home_do_go_on()),
      },
    ];
  }
  if (record.report === null) {
    const text = m.home_need_training_text({ name: dataset.name });
    return [{ title: m.home_need_training(), text, action: train }];
  }
  if (!record.modelChange) return [];
  return [{ title: m.home_need_change(), text: m.home_need_change_text(), action: train }];
}

function planNeeds({ record, entries, dataset }: Sources): Need[] {
  if (!record.report) return [];
  const needs: Need[] = [];
  const plan = action('plan', dataset.id, m.home_do_plan());
  const { unplannedCount, olderPlans } = record;
  if (unplannedCount > 0) {
    const title = m.home_need_plans(tally(unplannedCount));
    needs.push({ title, text: m.home_need_plans_text(), action: plan });
  }
  if (olderPlans) {
    needs.push({ title: m.home_need_older(), text: m.home_need_older_text(), action: plan });
  } else if (entries.length === 0 && (record.currentRanking?.plans.length ?? 0) > 0) {
    const look = action('plan', dataset.id, m.home_do_look());
    needs.push({ title: m.home_need_adopt(), text: m.home_need_adopt_text(), action: look });
  }
  return needs;
}

function saving({ unsaved }: Sources): Need[] {
  if (!unsaved || !isUnsaved(unsaved)) return [];
  const save = { label: m.home_do_save(), href: pageHref('settings') };
  return [{ title: m.home_need_save(), text: unsavedWords(unsaved), action: save }];
}

function action(page: PageName, dataset: number, label: string): Need['action'] {
  return { label, href: pageHref(page, { dataset }) };
}
