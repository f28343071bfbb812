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
  readonly epochs: number;
  /** Milliseconds that only grow. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly date: () => number;
  /** Lets messages through, so that a stop request is heard. */
  readonly pause: () => Promise<void>;
}

/** Keeps time and curve of one training run, and tells the page about both. */
export class TrainingClock {
  readonly #options: ClockOptions;
  readonly #startedMs: number;
  #phase: TrainingPhase = 'prepare';
  #curve: EpochLoss[] = [];
  #steps = 0;
  #keptEpoch = 0;
  /** Work is counted in row passes: epochs times rows. */
  #passesDone = 0;
  #passesTotal = 0;
  #epochsTotal = 0;
  #rowsAtWork = 0;
  #rowsAfter = 0;
  #fitStartedMs = 0;
  #lastReportMs = -Infinity;

  constructor(options: ClockOptions) {
    this.#options = options;
    this.#startedMs = options.now();
  }

  get stop(): AbortSignal {
    return this.#options.job.signal;
  }

  /** Two fits follow: one on the training part, one on everything. */
  start(trainingRows: number, allRows: number): void {
    this.#rowsAtWork = trainingRows;
    this.#rowsAfter = allRows;
    this.#epochsTotal = 2 * this.#options.epochs;
    this.#passesTotal = this.#options.epochs * (trainingRows + allRows);
    this.#fitStartedMs = this.#options.now();
  }

  /** The second fit ends at the epoch that was best in the first. */
  startAgain(epochs: number): void {
    this.#rowsAtWork = this.#rowsAfter;
    this.#epochsTotal = this.#options.epochs + epochs;
    this.#passesTotal = this.#passesDone + epochs * this.#rowsAfter;
  }

  enter(phase: TrainingPhase): void {
    this.#phase = phase;
    this.#report();
  }

  /** The epoch, from 1, whose weights were kept last. */
  get keptEpoch(): number {
    return this.#keptEpoch;
  }

  async breathe(): Promise<void> {
    await this.#options.pause();
    this.stop.throwIfAborted();
  }

  epoch(report: {
    readonly training: number;
    readonly validation: number | null;
    readonly steps: number;
    readonly kept: boolean;
  }): void {
    const { training, validation, kept } = report;
    this.#steps += report.steps;
    this.#passesDone += this.#rowsAtWork;
    this.#curve = [...this.#curve, { epoch: this.#curve.length + 1, training, validation }];
    if (kept) this.#keptEpoch = this.#curve.length;
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
      done: this.#passesDone,
      total: this.#passesTotal || null,
      backend: this.#options.backend,
      epoch: this.#curve.length,
      epochCount: this.#epochsTotal,
      curve: this.#curve,
      secondsLeft: this.#secondsLeft(),
    });
  }

  #secondsLeft(): number | null {
    if (this.#passesDone === 0) return null;
    const elapsed = (this.#options.now() - this.#fitStartedMs) / 1000;
    return (elapsed * (this.#passesTotal - this.#passesDone)) / this.#passesDone;
  }
}
