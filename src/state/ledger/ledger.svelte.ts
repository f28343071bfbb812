import { shortTitle } from '#core/base/text/short-title.ts';
import type { Day } from '#core/base/dates.ts';
import { isAbort } from '#core/base/errors.ts';
import type { JobPhase } from '#core/base/job-phase.ts';
import type { LaunchPlan, Ranking } from '#core/planning/plan/launch-plan.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import type { ResultFacts } from '#core/ledger/entries/result.ts';
import {
  actualOf,
  freezePlan,
  isStanding,
  withResult,
  withChosenResult,
  withoutResult,
  type AdoptedPlan,
} from '#core/ledger/entries/adopted-plan.ts';
import type { ResultsReport } from '#core/ledger/results/enter-results.ts';
import { hasMisreadDay, withMeantDay } from '#core/ledger/entries/misread-days.ts';
import type { RecordChange } from '#core/base/record-change.ts';
import { dataset } from '#jobs/jobs.ts';
import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { importFraction } from '../data/import-fraction.ts';
import { JobState } from '../base/job-state.svelte.ts';
import { LiveQuery } from '../base/live-query.svelte.ts';
import { localDay } from '#core/base/dates.ts';
import type { Notices, UndoQuestion } from '../base/notices.svelte.ts';
import { later } from '../base/later.ts';

const { adoptPlans, changeLedger, loadLedger, undoInLedger } = later(
  () => import('#storage/plan/ledger.ts'),
);

const ports = {
  loadLedger,
  adoptPlans,
  changeLedger,
  undoInLedger,
  importResults: dataset.importResults,
  now: () => Date.now(),
};
export type LedgerPorts = typeof ports;

/** Changes that can be undone together. */
interface Deed {
  readonly datasetId: number;
  readonly changes: readonly RecordChange<AdoptedPlan>[];
}

interface Adopting {
  readonly ranking: Ranking;
  readonly report: TrainingReport | null;
}

/** The results log: adopted plans of the data set on screen, and their results. */
export class Ledger {
  readonly #datasetId: () => number | undefined;
  readonly #notices: Notices;
  readonly #ports: LedgerPorts;
  readonly #import = new JobState<ResultsReport, string>(importFraction);
  #failure = $state.raw<unknown>(null);

  constructor(
    datasetId: () => number | undefined,
    notices: Notices,
    withPorts: LedgerPorts = ports,
  ) {
    this.#datasetId = datasetId;
    this.#notices = notices;
    this.#ports = withPorts;
  }

  readonly #query = $derived.by(() => {
    const id = this.#datasetId();
    if (id === undefined) return null;
    return new LiveQuery<AdoptedPlan[] | undefined>(() => this.#ports.loadLedger(id), undefined);
  });

  /** Adopted plans that are not withdrawn, in the order of adoption; undefined until they are read. */
  readonly entries: readonly AdoptedPlan[] | undefined = $derived.by(() =>
    this.#query?.current?.filter(isStanding),
  );

  get today(): Day {
    return localDay(this.#ports.now());
  }

  /** Phase of the import of a file of results, by its name. */
  get phase(): JobPhase<ResultsReport, string> {
    return this.#import.phase;
  }

  /** Progress of the import, 0–1; null where it is not known. */
  get fraction(): number | null {
    return this.#import.fraction;
  }

  /** The last error, or null. */
  get failure(): unknown {
    return this.#failure ?? this.#import.error ?? this.#query?.failure ?? null;
  }

  /** Returns the plan adopted last for a product; null where there is none, or the product is planned again since. */
  entryOf(productId: string): AdoptedPlan | null {
    const last = this.entries?.findLast(({ product }) => product.id === productId);
    return last && !last.isPlannedAgain ? last : null;
  }

  adopt(plan: LaunchPlan, of: Adopting): Promise<void> {
    return this.#adopt([plan], of, m.ledger_adopted_now({ name: nameOf(plan) }));
  }

  /** Adopts plans together; one undo takes back all of them. */
  adoptAll(plans: readonly LaunchPlan[], of: Adopting): Promise<void> {
    const count = plans.length;
    return this.#adopt(plans, of, m.season_adopted_now({ count, text: String(count) }));
  }

  async withdraw(entry: AdoptedPlan): Promise<void> {
    const withdrawnAt = this.#ports.now();
    await this.#change(
      m.ledger_withdrawn_now({ name: nameOf(entry) }),
      this.#one(entry, (kept) => ({ ...kept, withdrawnAt })),
    );
  }

  /** Enters a result by hand. It replaces the result entered before, which is kept. */
  async enter(entry: AdoptedPlan, facts: ResultFacts): Promise<void> {
    const said = { today: this.today, recordedAt: this.#ports.now(), source: null };
    await this.#change(
      m.ledger_entered_now({ name: nameOf(entry) }),
      this.#one(entry, (kept) => withResult(kept, actualOf(kept, facts, said))),
    );
  }

  /** Chooses another of the results stored for a launch. */
  async choose(entry: AdoptedPlan, place: number): Promise<void> {
    await this.#change(
      m.ledger_entered_now({ name: nameOf(entry) }),
      this.#one(entry, (kept) => withChosenResult(kept, place)),
    );
  }

  /** Removes the result of a launch; its figure is kept among the others. */
  async takeBack(entry: AdoptedPlan): Promise<void> {
    await this.#change(
      m.ledger_taken_back({ name: nameOf(entry) }),
      this.#one(entry, withoutResult),
    );
  }

  /** Plans the product of a launch again. */
  async planAgain(entry: AdoptedPlan): Promise<void> {
    await this.#change(
      m.ledger_planned_again({ name: nameOf(entry) }),
      this.#one(entry, (kept) => ({ ...kept, isPlannedAgain: true })),
    );
  }

  /** Corrects results whose launch day was stored a century early. */
  async correctDays(): Promise<void> {
    const { today } = this;
    await this.#change(m.ledger_days_corrected(), (entries) =>
      entries.filter(hasMisreadDay).map((entry) => withMeantDay(entry, today)),
    );
  }

  async importFile(datasetId: number, file: File): Promise<void> {
    this.#forgetFailure();
    await this.#import.run(file.name, async (options) => {
      const request = { file, datasetId, today: this.today };
      const { report, changes } = await this.#ports.importResults(request, options);
      if (changes.length > 0 && !options.signal.aborted)
        this.#offerUndo(m.ledger_imported_now({ file: file.name }), { datasetId, changes });
      return report;
    });
  }

  /** Stops at once for the seller; the worker may need a moment. */
  cancel(): void {
    this.#import.cancel();
  }

  /** Changes one entry as it is stored now: the one on screen may be older. */
  #one(entry: AdoptedPlan, to: (kept: AdoptedPlan) => AdoptedPlan) {
    return (entries: readonly AdoptedPlan[]): AdoptedPlan[] =>
      entries.filter(({ id }) => id === entry.id).map(to);
  }

  async #change(
    text: string,
    to: (entries: readonly AdoptedPlan[]) => readonly AdoptedPlan[],
  ): Promise<void> {
    const datasetId = this.#datasetId();
    if (datasetId === undefined) return;
    await this.#attempt(async () => {
      const { changes } = await this.#ports.changeLedger(datasetId, (entries) => ({
        changed: to(entries),
      }));
      this.#offerUndo(text, { datasetId, changes });
    });
  }

  async #adopt(
    plans: readonly LaunchPlan[],
    { ranking, report }: Adopting,
    text: string,
  ): Promise<void> {
    const { datasetId } = ranking;
    await this.#attempt(async () => {
      const adoptedAt = this.#ports.now();
      const frozen = plans.map((plan) => freezePlan(plan, ranking, { report, adoptedAt }));
      const { changes } = await this.#ports.adoptPlans(datasetId, frozen);
      this.#offerUndo(text, { datasetId, changes });
    });
  }

  #offerUndo(text: string, deed: Deed): void {
    this.#notices.offerUndo({ text, restore: () => this.#takeBack(deed) });
  }

  /** Undoes changes, or returns a question where another tab has changed the same since. */
  async #takeBack(deed: Deed, isForced = false): Promise<UndoQuestion | null> {
    let question: UndoQuestion | null = null;
    await this.#attempt(async () => {
      const { datasetId, changes } = deed;
      const [conflict] = await this.#ports.undoInLedger(datasetId, changes, { isForced });
      if (!conflict) {
        this.#import.forget();
        return;
      }
      const { before, after, now } = conflict;
      const name = nameOf((now ?? after ?? before)!);
      question = {
        text: m.ledger_undo_asked({ name, now: versionWords(now), before: versionWords(before) }),
        undoAnyway: async () => void (await this.#takeBack(deed, true)),
      };
    });
    return question;
  }

  async #attempt(work: () => Promise<unknown>): Promise<void> {
    this.#forgetFailure();
    try {
      await work();
    } catch (error) {
      if (!isAbort(error)) this.#failure = error;
    }
  }

  #forgetFailure(): void {
    this.#failure = null;
    if (this.#import.error) this.#import.cancel();
  }
}

function nameOf({ product }: Pick<AdoptedPlan, 'product'>): string {
  return shortTitle(product.title || product.id);
}

function versionWords(entry: AdoptedPlan | null): string {
  if (!entry) return m.ledger_version_none();
  if (!isStanding(entry)) return m.ledger_version_withdrawn();
  if (!entry.actual) return m.ledger_version_adopted();
  return m.ledger_version_sold({ units: entry.actual.units.toLocaleString(getLocale()) });
}
