import type { Day } from '#core/dates.ts';
import { isAbort } from '#core/errors.ts';
import type { LaunchPlan, Ranking } from '#core/launch/launch-plan.ts';
import type { TrainingReport } from '#core/launch/training-report.ts';
import type { ActualFacts } from '#core/ledger/actual.ts';
import {
  actualOf,
  freezePlan,
  isStanding,
  withActual,
  withChosenActual,
  withoutActual,
  type AdoptedPlan,
} from '#core/ledger/adopted-plan.ts';
import type { ActualsReport } from '#core/ledger/enter-actuals.ts';
import { hasMisreadDay, withMeantDay } from '#core/ledger/misread-days.ts';
import type { Progress } from '#core/progress.ts';
import { importActuals } from '#jobs/dataset-jobs.ts';
import { m } from '#messages';
import { importFraction } from './import-fraction.ts';
import { LiveQuery } from './live-query.svelte.ts';
import { localDay } from './local-day.ts';
import type { Notices } from './notices.svelte.ts';
import { later } from './later.ts';

const { adoptPlan, changeLedger, forgetAdoption, loadLedger, restoreEntries } = later(
  () => import('#storage/ledger.ts'),
);

type ResultsPhase =
  | { readonly status: 'idle' }
  | { readonly status: 'importing'; readonly name: string; readonly progress: Progress | null }
  | { readonly status: 'imported'; readonly report: ActualsReport };

const ports = {
  loadLedger,
  adoptPlan,
  forgetAdoption,
  changeLedger,
  restoreEntries,
  importActuals,
  now: () => Date.now(),
};
export type LedgerPorts = typeof ports;

interface Adopting {
  readonly ranking: Ranking;
  readonly report: TrainingReport | null;
}

/** Adopted plans of the data set being looked at, and what came of them. */
export class Ledger {
  readonly #datasetId: () => number | undefined;
  readonly #notices: Notices;
  readonly #ports: LedgerPorts;
  #phase = $state.raw<ResultsPhase>({ status: 'idle' });
  #failure = $state.raw<unknown>(null);
  #controller = new AbortController();

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

  /** Plans that stand, in the order in which they were adopted; undefined until they are read. */
  readonly entries: readonly AdoptedPlan[] | undefined = $derived.by(() =>
    this.#query?.current?.filter(isStanding),
  );

  get today(): Day {
    return localDay(this.#ports.now());
  }

  /** What happens to a file of results. */
  get phase(): ResultsPhase {
    return this.#phase;
  }

  /** How far the import of a file is, 0–1; null where that cannot be told. */
  readonly fraction: number | null = $derived.by(() => {
    const phase = this.#phase;
    return phase.status === 'importing' && phase.progress ? importFraction(phase.progress) : null;
  });

  /** What went wrong last, or null. */
  get failure(): unknown {
    return this.#failure ?? this.#query?.failure ?? null;
  }

  /** What was adopted last for a product, or null. */
  entryOf(productId: string): AdoptedPlan | null {
    return this.entries?.findLast(({ product }) => product.id === productId) ?? null;
  }

  async adopt(plan: LaunchPlan, { ranking, report }: Adopting): Promise<void> {
    const { datasetId } = ranking;
    await this.#attempt(async () => {
      const frozen = freezePlan(plan, ranking, { report, adoptedAt: this.#ports.now() });
      const adopted = await this.#ports.adoptPlan(datasetId, frozen);
      this.#offerUndo(m.ledger_adopted_now({ name: nameOf(adopted.entry) }), () =>
        this.#ports.forgetAdoption(datasetId, adopted),
      );
    });
  }

  /** Plans that are followed together, taken back together. */
  async adoptAll(plans: readonly LaunchPlan[], { ranking, report }: Adopting): Promise<void> {
    const { datasetId } = ranking;
    await this.#attempt(async () => {
      const adoptedAt = this.#ports.now();
      const adopted: Awaited<ReturnType<LedgerPorts['adoptPlan']>>[] = [];
      const forget = async () => {
        for (const each of adopted.toReversed()) await this.#ports.forgetAdoption(datasetId, each);
      };
      for (const plan of plans) {
        const frozen = freezePlan(plan, ranking, { report, adoptedAt });
        adopted.push(await this.#ports.adoptPlan(datasetId, frozen));
      }
      this.#offerUndo(
        m.season_adopted_now({ count: plans.length, text: String(plans.length) }),
        forget,
      );
    });
  }

  async withdraw(entry: AdoptedPlan): Promise<void> {
    const withdrawnAt = this.#ports.now();
    await this.#change(
      m.ledger_withdrawn_now({ name: nameOf(entry) }),
      this.#one(entry, (kept) => ({ ...kept, withdrawnAt })),
    );
  }

  /** By hand: what is said takes the place of what was said before, which is kept. */
  async enter(entry: AdoptedPlan, facts: ActualFacts): Promise<void> {
    const said = { today: this.today, recordedAt: this.#ports.now(), source: null };
    await this.#change(
      m.ledger_entered_now({ name: nameOf(entry) }),
      this.#one(entry, (kept) => withActual(kept, actualOf(kept, facts, said))),
    );
  }

  /** Another of the figures that are there for a launch. */
  async choose(entry: AdoptedPlan, place: number): Promise<void> {
    await this.#change(
      m.ledger_entered_now({ name: nameOf(entry) }),
      this.#one(entry, (kept) => withChosenActual(kept, place)),
    );
  }

  /** As if no result had been told yet; the figure is kept beside it. */
  async takeBack(entry: AdoptedPlan): Promise<void> {
    await this.#change(
      m.ledger_taken_back({ name: nameOf(entry) }),
      this.#one(entry, withoutActual),
    );
  }

  /** Of results whose launch day was stored a century early. */
  async correctDays(): Promise<void> {
    const { today } = this;
    await this.#change(m.ledger_days_corrected(), (entries) =>
      entries.filter(hasMisreadDay).map((entry) => withMeantDay(entry, today)),
    );
  }

  async importFile(datasetId: number, file: File): Promise<void> {
    this.#controller.abort();
    const { signal } = (this.#controller = new AbortController());
    const named = { status: 'importing', name: file.name } as const;
    this.#phase = { ...named, progress: null };
    await this.#attempt(async () => {
      const { report, before } = await this.#ports.importActuals(
        { file, datasetId, today: this.today },
        {
          signal,
          onProgress: (progress) => {
            if (!signal.aborted) this.#phase = { ...named, progress };
          },
        },
      );
      if (signal.aborted) return;
      this.#phase = { status: 'imported', report };
      if (before.length > 0)
        this.#offerUndo(m.ledger_imported_now({ file: file.name }), async () => {
          await this.#ports.restoreEntries(datasetId, before);
          this.#phase = { status: 'idle' };
        });
    }, signal);
  }

  /** Takes effect at once for the seller; the worker may need a moment. */
  cancel(): void {
    this.#controller.abort();
    this.#phase = { status: 'idle' };
  }

  /** As it is stored now: what is on screen may be older. */
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
      const { before } = await this.#ports.changeLedger(datasetId, (entries) => ({
        changed: to(entries),
      }));
      this.#offerUndo(text, () => this.#ports.restoreEntries(datasetId, before));
    });
  }

  #offerUndo(text: string, restore: () => Promise<unknown>): void {
    this.#notices.offerUndo({ text, restore: () => this.#attempt(restore) });
  }

  async #attempt(work: () => Promise<unknown>, signal?: AbortSignal): Promise<void> {
    this.#failure = null;
    try {
      await work();
    } catch (error) {
      // A stopped attempt must not overwrite the one that replaced it.
      if (signal?.aborted) return;
      if (signal) this.#phase = { status: 'idle' };
      if (!isAbort(error)) this.#failure = error;
    }
  }
}

function nameOf({ product }: AdoptedPlan): string {
  return product.title || product.id;
}
