// The works during which something crashes: how a seller begins each, and how the page shows that it is over. Also how
// the stored database shows that it was finished.

import type { Page } from '@playwright/test';
import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import type { StoredDatabase } from '../schema/stored-database.ts';
import type { CrashShop } from './crash-shop.ts';
import { rowsOf } from './stored-faults.ts';

export interface Work {
  readonly path: string;
  /** Does everything up to the last press. Returns that press, which begins the work. */
  readonly prepare: (page: Page, shop: CrashShop) => Promise<() => Promise<void>>;
  /** Waits for what the page shows once the work is over, and not before. */
  readonly isOver: (page: Page) => Promise<void>;
  readonly finishedIn: (stored: StoredDatabase, before: StoredDatabase) => boolean;
  /** Tables whose earlier records may be replaced. */
  readonly replaces: readonly string[];
  /** Whether work that is done at once was done in part only. */
  readonly isTorn?: (stored: StoredDatabase, before: StoredDatabase) => boolean;
  /** Whether nothing is left to do. */
  readonly isDone?: (stored: StoredDatabase) => boolean;
}

const PATIENCE = { timeout: 40_000 };

async function choose(page: Page, button: RegExp, file: { name: string; buffer: Buffer }) {
  // Awaited together, since both fail where the page crashes meanwhile.
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles({ ...file, mimeType: 'application/octet-stream' });
}

const importing: Work = {
  path: '',
  async prepare(page, { csv }) {
    await choose(page, /^Choose a file$/, { name: 'Autumn.csv', buffer: Buffer.from(csv) });
    const button = page.getByRole('button', { name: 'Import', exact: true });
    await button.waitFor();
    return () => button.click();
  },
  // The stored shop has fewer launches.
  isOver: (page) =>
    page.getByRole('heading', { level: 1, name: /\d{3} launches/ }).waitFor(PATIENCE),
  finishedIn: (stored, before) => countOf(stored, 'datasets') > countOf(before, 'datasets'),
  replaces: [],
};

const training: Work = {
  path: 'model/',
  async prepare(page) {
    const button = page.getByRole('button', { name: /^(Train again|Continue training)$/ }).last();
    await button.waitFor();
    return () => button.click();
  },
  isOver: async (page) => {
    await page.getByRole('button', { name: 'Cancel' }).waitFor({ ...PATIENCE, state: 'hidden' });
    await page.getByRole('button', { name: 'Train again' }).waitFor(PATIENCE);
  },
  finishedIn: (stored, before) => countOf(stored, 'trainings') > countOf(before, 'trainings'),
  replaces: ['runs', 'checkpoints'],
};

const planning: Work = {
  path: 'plan/',
  async prepare(page) {
    const button = page.getByRole('button', { name: /^Make plans( again)?$/ });
    await button.waitFor();
    return () => button.click();
  },
  isOver: async (page) => {
    await page.getByRole('button', { name: 'Cancel' }).waitFor({ ...PATIENCE, state: 'hidden' });
    await page.getByRole('button', { name: 'Make plans again' }).waitFor(PATIENCE);
  },
  finishedIn: (stored, before) => plannedAt(stored) !== plannedAt(before),
  replaces: ['plans', 'offers'],
};

const restoring: Work = {
  path: 'settings/',
  async prepare(page, { project }) {
    await page.getByRole('button', { name: 'Save or open a project file' }).click();
    await page.getByRole('button', { name: 'Open a project file' }).waitFor();
    const file = { name: 'other.debut', buffer: project };
    return () => choose(page, /^Open a project file$/, file);
  },
  isOver: (page) => page.getByText('It was added to what was here.').waitFor(PATIENCE),
  finishedIn: (stored, before) => countOf(stored, 'datasets') > countOf(before, 'datasets'),
  replaces: [],
};

const adopting: Work = {
  path: 'calendar/',
  async prepare(page) {
    const button = page.getByRole('button', { name: 'Adopt the season' });
    await button.waitFor();
    return () => button.click();
  },
  isOver: (page) =>
    page
      .getByRole('button', { name: 'Adopt the season' })
      .waitFor({ ...PATIENCE, state: 'hidden' }),
  finishedIn: (stored, before) => countOf(stored, 'ledger') > countOf(before, 'ledger'),
  replaces: ['calendars'],
  isTorn: (stored, before) =>
    countOf(stored, 'ledger') > countOf(before, 'ledger') && notAdopted(stored) > 0,
  isDone: (stored) => notAdopted(stored) === 0,
};

export const WORKS = {
  importing,
  training,
  planning,
  restoring,
  adopting,
} as const satisfies Record<string, Work>;
export type WorkName = keyof typeof WORKS;

function countOf(stored: StoredDatabase, table: string): number {
  return rowsOf(stored, table).length;
}

function plannedAt(stored: StoredDatabase): unknown {
  return rowsOf(stored, 'plans')[0]?.plannedAt;
}

/** Counts the launches of the calendar that are not adopted. */
function notAdopted(stored: StoredDatabase): number {
  const [calendar] = rowsOf(stored, 'calendars');
  const placed = (calendar?.placements ?? []) as readonly { readonly productId: string }[];
  const entries = rowsOf(stored, 'ledger') as readonly Pick<AdoptedPlan, 'product'>[];
  const adopted = new Set(entries.map(({ product }) => product.id));
  return placed.filter(({ productId }) => !adopted.has(productId)).length;
}
