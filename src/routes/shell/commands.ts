import { shortTitle } from '#core/base/text/short-title.ts';
import { countedLaunches } from '#components/words/counts.ts';
import type { Command, CommandGroup } from '#components/shell/palette/command.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { m } from '#messages';
import { pageHref, type PageName } from '#state/base/addresses.ts';
import type { Datasets } from '#state/data/datasets.svelte.ts';
import type { ThemePreference } from '#state/app/theme-choice.svelte.ts';
import { PAGE_KEYS } from './page-keys.ts';

/** Largest number of products listed. More would slow down typing; the plan page has them all. */
const MOST_PRODUCTS = 300;

interface Sources {
  readonly datasets: NonNullable<Datasets['list']>;
  readonly current: Datasets['current'];
  readonly plans: readonly LaunchPlan[];
  /** Name of the other language, in that language. */
  readonly otherLanguage: string;
  /** Whether single-key shortcuts are on. */
  readonly singleKeys: boolean;
}

interface Verbs {
  readonly go: (address: string) => void;
  readonly choose: (datasetId: number) => void;
  readonly chooseFiles: () => void;
  readonly switchLanguage: () => void;
  readonly prefer: (theme: ThemePreference) => void;
}

/** Returns all commands that are available everywhere, the most usual first. */
export function commandGroups(sources: Sources, verbs: Verbs): CommandGroup[] {
  return [
    { title: m.palette_go_to(), commands: pageCommands(sources, verbs) },
    { title: m.palette_actions(), commands: actionCommands(sources, verbs) },
    { title: m.palette_plans(), commands: planCommands(sources, verbs) },
    { title: m.palette_datasets(), commands: datasetCommands(sources, verbs) },
  ].filter(({ commands }) => commands.length > 0);
}

function pageCommands({ current, singleKeys }: Sources, { go }: Verbs): Command[] {
  const names: readonly (readonly [PageName, string])[] = [
    ['home', m.palette_home()],
    ['data', m.pages_data()],
    ['model', m.pages_model()],
    ['runs', m.runs_title()],
    ['plan', m.pages_plan()],
    ['shortlist', m.shortlist_page()],
    ['together', m.together_page()],
    ['buyers', m.orders_see_buyers()],
    ['calendar', m.pages_calendar()],
    ['evidence', m.pages_evidence()],
    ['settings', m.pages_settings()],
    ['help', m.layout_help()],
    ['helpData', m.pages_get_files()],
    ['helpNumbers', m.help_numbers()],
    ['helpReviews', m.help_reviews()],
    ['helpMarket', m.help_market()],
    ['workshop', m.workshop_page()],
    ['lesson', m.lesson_page()],
  ];
  const pages = names.map(([page, label]) => {
    const key = Object.entries(PAGE_KEYS).find(([, name]) => name === page)?.[0];
    return {
      id: `page:${page}`,
      label,
      // Found by its English name in every language.
      keywords: [page],
      keys: key && singleKeys ? ['G', key.toUpperCase()] : undefined,
      onrun: () => go(pageHref(page, { dataset: current?.id })),
    };
  });
  return current ? [...pages, picturesCommand(current.id, go)] : pages;
}

function picturesCommand(dataset: number, go: Verbs['go']): Command {
  return {
    id: 'view:pictures',
    label: m.data_view_pictures(),
    keywords: ['pictures', 'images', 'photos'],
    onrun: () => go(pageHref('data', { dataset, view: 'pictures' })),
  };
}

function planCommands({ plans, current }: Sources, { go }: Verbs): Command[] {
  return plans.slice(0, MOST_PRODUCTS).map(({ product }) => ({
    id: `product:${product.id}`,
    label: shortTitle(product.title),
    keywords: [product.title],
    onrun: () => go(pageHref('plan', { dataset: current?.id, product: product.id })),
  }));
}

function datasetCommands({ datasets, current }: Sources, { choose }: Verbs): Command[] {
  return datasets
    .filter(({ id }) => id !== current?.id)
    .map(({ id, name, rowCount }) => ({
      id: `dataset:${String(id)}`,
      label: name,
      note: countedLaunches(rowCount),
      onrun: () => choose(id),
    }));
}

function actionCommands({ otherLanguage }: Sources, verbs: Verbs): Command[] {
  const themes = [
    ['light', m.palette_theme_light()],
    ['dark', m.palette_theme_dark()],
    ['system', m.palette_theme_system()],
  ] as const;
  return [
    {
      id: 'files',
      label: m.palette_open_files(),
      keywords: ['import', 'csv'],
      onrun: verbs.chooseFiles,
    },
    {
      id: 'language',
      label: m.palette_language({ language: otherLanguage }),
      keywords: ['language', '语言'],
      onrun: verbs.switchLanguage,
    },
    ...themes.map(([theme, label]) => ({
      id: `theme:${theme}`,
      label,
      keywords: ['theme', theme],
      onrun: () => verbs.prefer(theme),
    })),
  ];
}
