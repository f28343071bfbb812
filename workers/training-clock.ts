import type {
  BackendChoice,
  EpochLoss,
  TrainingPhase,
  TrainingProgress,
} from '#core/launch/training-report.ts';
import type { Job } from '#protocol/job.ts';

const REPORT_EVERY_MS = 100;

interface ClockOptions {
  readonly job: Job<TrainingProgress>;
  readonly backend: BackendChoice;
  /** Milliseconds that only grow. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly date: () => number;
  /** Lets messages through, so that a stop request is heard. */
  readonly pause: () => Promise<void>;
}

/** Work to come of each phase that trains nets, in row passes: epochs times rows. */
export type PassesByPhase = Readonly<Partial<Record<TrainingPhase, number>>>;

/** Keeps time and curve of one training run, and tells the page about both. */
export class TrainingClock {
  readonly #options: ClockOptions;
  readonly #startedMs: number;
  #phase: TrainingPhase = 'prepare';
  #curve: EpochLoss[] = [];
  #steps = 0;
  #passes: PassesByPhase = {};
  /** In the phase of now, and in all of them. */
  #phasePasses = 0;
  #passesDone = 0;
  #epochsTotal = 0;
  #fitStartedMs = 0;
  #lastReportMs = -Infinity;

  constructor(options: ClockOptions) {
    this.#options = options;
    this.#startedMs = options.now();
  }

  get stop(): AbortSignal {
    return this.#options.job.signal;
  }

  /** @param epochCount of the two fits that the curve shows, together */
  start(passes: PassesByPhase, epochCount: number): void {
    this.#passes = passes;
    this.#epochsTotal = epochCount;
    this.#fitStartedMs = this.#options.now();
  }

  /** What is left turned out to be other work than was thought. */
  change(passes: PassesByPhase, epochCount: number): void {
    this.#passes = { ...this.#passes, ...passes };
    this.#epochsTotal = epochCount;
  }

  enter(phase: TrainingPhase): void {
    this.#phase = phase;
    this.#phasePasses = 0;
    this.#report();
  }

  async breathe(): Promise<void> {
    await this.#options.pause();
    this.stop.throwIfAborted();
  }

  /** One epoch over so many rows of a fit that the curve shows. */
  epoch(
    report: {
      readonly training: number;
      readonly validation: number | null;
      readonly steps: number;
    },
    rowCount: number,
  ): void {
    const { training, validation, steps } = report;
    this.#curve = [...this.#curve, { epoch: this.#curve.length + 1, training, validation }];
    this.triedEpoch(steps, rowCount);
  }

  /** One epoch of a fit that only compares settings or judges from an earlier point in time. */
  triedEpoch(steps: number, rowCount: number): void {
    this.#steps += steps;
    this.#phasePasses += rowCount;
    this.#passesDone += rowCount;
    if (this.#options.now() - this.#lastReportMs >= REPORT_EVERY_MS) this.#report();
  }

  summary() {
    const seconds = (this.#options.now() - this.#startedMs) / 1000;
    return {
      trainedAt: this.#options.date(),
      curve: this.#curve,
      seconds,
      stepsPerSecond: seconds > 0 ? this.#steps / seconds : 0,
    };
  }

  #report(): void {
    this.#lastReportMs = this.#options.now();
    this.#options.job.report({
      phase: this.#phase,
      done: this.#phasePasses,
      total: this.#passes[this.#phase] ?? null,
      backend: this.#options.backend,
      epoch: this.#curve.length,
      epochCount: this.#epochsTotal,
      curve: this.#curve,
      secondsLeft: this.#secondsLeft(),
    });
  }

  #secondsLeft(): number | null {
    if (this.#passesDone === 0) return null;
    const all = Object.values(this.#passes).reduce((sum, passes) => sum + passes, 0);
    const elapsed = (this.#options.now() - this.#fitStartedMs) / 1000;
    return (elapsed * Math.max(0, all - this.#passesDone)) / this.#passesDone;
  }
}
