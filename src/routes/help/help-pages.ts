import type { HelpPage } from '#components/pages/help/help-page.ts';
import { m } from '#messages';
import { pageHref, type PageName } from '#state/base/addresses.ts';

const NAMES = [
  'help',
  'helpData',
  'helpNumbers',
  'helpReviews',
  'helpMarket',
] as const satisfies readonly PageName[];
type HelpName = (typeof NAMES)[number];

const LABELS: Readonly<Record<HelpName, () => string>> = {
  help: m.help_how,
  helpData: m.help_data,
  helpNumbers: m.help_numbers,
  helpReviews: m.help_reviews,
  helpMarket: m.help_market,
};

/** Returns links to all pages of the help, with the current one marked. */
export function helpPages(current: HelpName, dataset: number | undefined): readonly HelpPage[] {
  return NAMES.map((name) => ({
    label: LABELS[name](),
    href: pageHref(name, { dataset }),
    current: name === current,
  }));
}
